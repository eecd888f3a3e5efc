package dev.mayfly.coordinator.container;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.container.ContainerStore;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.container.DrawnContainers;
import dev.mayfly.domain.container.StoredContainer;
import dev.mayfly.domain.dealing.QuorumCertificate;
import dev.mayfly.domain.share.Erasure;
import dev.mayfly.domain.share.ErasureRecords;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Puts nodes' erasures on the ledger, each once. Anybody may bring them: they are the nodes' own statements, and nobody else
 * can make one.
 */
@Singleton
public class RecordErasures {
    private static final int ID_BYTES = 32;

    private final DrawnContainers drawn;
    private final ContainerStore containers;
    private final ErasureRecords records;
    private final Clock clock;

    RecordErasures(DrawnContainers drawn, ContainerStore containers, ErasureRecords records, Clock clock) {
        this.drawn = drawn;
        this.containers = containers;
        this.records = records;
        this.clock = clock;
    }

    /** Records those of the erasures that are new, in one entry. */
    public CoordinatorApi.Erased record(CoordinatorApi.Erasures request) {
        requireContainerId(request.containerId());
        long now = clock.instant().getEpochSecond();
        StoredContainer container = containers
                .find(request.containerId())
                .filter(stored -> stored.certificate().isPresent())
                .orElseThrow(() -> Refusal.of(ErrorCode.CONTAINER_UNKNOWN, "No such container for this caller."));
        if (!container.stateAt(now).isEnd()) {
            throw Refusal.of(ErrorCode.CONTAINER_NOT_ENDED, "The container has not ended.");
        }
        SortedMap<Integer, String> erasures = verified(request.erasures(), container);
        return new CoordinatorApi.Erased(
                request.containerId(), List.copyOf(records.record(request.containerId(), erasures, now)));
    }

    private static void requireContainerId(Bytes id) {
        try {
            id.requireSize(ID_BYTES, "containerId");
        } catch (RejectedException rejected) {
            throw Refusal.of(rejected, "/containerId");
        }
    }

    private SortedMap<Integer, String> verified(List<String> compacts, StoredContainer stored) {
        DrawnContainer container = drawn.of(stored);
        QuorumCertificate certificate = drawn.certificate(stored, container);
        SortedMap<Integer, String> byRank = new TreeMap<>();
        try {
            for (String compact : compacts) {
                byRank.put(Erasure.verify(compact, container, certificate).rank(), compact);
            }
            return byRank;
        } catch (RejectedException rejected) {
            throw Refusal.of(rejected, "/erasures");
        }
    }
}
