package dev.mayfly.sweep;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.container.ContainerStore;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.container.DrawnContainers;
import dev.mayfly.domain.container.DueContainers;
import dev.mayfly.domain.container.StoredContainer;
import dev.mayfly.domain.dealing.QuorumCertificate;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.share.ErasureRecords;
import java.time.Clock;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the sweep does for one container: records that its time is over, then asks the nodes that may hold a share until each
 * has signed that it is gone. Every change is conditional, so that two sweeps at once do nothing twice.
 */
final class SweepContainer {
    private final ContainerStore containers;
    private final DueContainers dueContainers;
    private final DrawnContainers drawnContainers;
    private final AskNodes askNodes;
    private final ErasureRecords records;
    private final Patience patience;
    private final Clock clock;

    SweepContainer(
            ContainerStore containers,
            DueContainers dueContainers,
            DrawnContainers drawnContainers,
            AskNodes askNodes,
            ErasureRecords records,
            Patience patience,
            Clock clock) {
        this.containers = containers;
        this.dueContainers = dueContainers;
        this.drawnContainers = drawnContainers;
        this.askNodes = askNodes;
        this.records = records;
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param expired this sweep, or another at the same time, recorded that its time is over
     * @param settled nothing is left to do
     * @param lagSeconds how long its time had been over before that was recorded; 0 when it was not, now
     */
    record Outcome(boolean expired, boolean settled, long lagSeconds) {}

    Outcome sweep(Bytes id, SilentNodes silent) {
        long now = clock.instant().getEpochSecond();
        StoredContainer found = containers.find(id).orElse(null);
        if (found == null) {
            // Collected since: nothing is left to be swept.
            return new Outcome(false, true, 0);
        }
        StoredContainer ended =
                found.state().isEnd() ? found : dueContainers.expireIfOver(id, new EntryBody.ContainerExpired(id), now);
        boolean expired = !found.state().isEnd() && ended.state() == ContainerState.EXPIRED;
        if (!ended.state().isEnd()) {
            // Activated between index and table: due again at its end.
            return new Outcome(false, false, 0);
        }
        boolean settled = ended.certificate().isEmpty() || settle(ended, silent, now);
        return new Outcome(expired, settled, expired ? Math.max(0, now - found.overAt()) : 0);
    }

    private boolean settle(StoredContainer ended, SilentNodes silent, long now) {
        Bytes id = ended.fields().id();
        boolean done = now >= ended.fields().expiresAt() + patience.retention().toSeconds()
                || nobodyIsMissing(ended, silent, now);
        if (done) {
            dueContainers.settle(id);
        } else {
            dueContainers.postpone(id, now + patience.retry().toSeconds());
        }
        return done;
    }

    private boolean nobodyIsMissing(StoredContainer ended, SilentNodes silent, long now) {
        Bytes id = ended.fields().id();
        DrawnContainer container = drawnContainers.of(ended);
        QuorumCertificate certificate = drawnContainers.certificate(ended, container);
        SortedMap<Integer, NodeRecord> missing = new TreeMap<>();
        certificate
                .dealing()
                .contributions()
                .keySet()
                .forEach(
                        rank -> missing.put(rank, container.committee().at(rank).orElseThrow()));
        missing.keySet().removeAll(containers.erasedRanks(id));
        if (missing.isEmpty()) {
            return true;
        }
        SortedMap<Integer, String> erasures = askNodes.ask(missing, container, certificate, ended.end(), silent);
        Set<Integer> recorded = records.record(id, erasures, now);
        return recorded.containsAll(missing.keySet());
    }
}
