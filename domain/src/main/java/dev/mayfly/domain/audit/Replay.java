package dev.mayfly.domain.audit;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.ledger.Entry;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.ledger.KeyEntry;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.domain.wire.Refusal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Follows what entries record, in their order, and notes whatever the rules do not allow. */
final class Replay {
    private final Network network;
    private final Findings findings;
    private final Map<Bytes, ContainerTrail> containers = new LinkedHashMap<>();
    private final Map<Bytes, KeyTrail> keys = new HashMap<>();
    private Registry registry;

    Replay(Network network, Findings findings) {
        this.network = network;
        this.findings = findings;
    }

    /** Follows the entry that stands at {@code seq}, which is not always the position that it states. */
    void apply(Entry entry, long seq) {
        try {
            follow(entry);
        } catch (RejectedException | Refusal wrong) {
            findings.add(new Finding(
                    seq, entry.body().type() + " is what the rules allow", "a valid entry", wrong.getMessage()));
        }
    }

    List<LedgerReport.Trail> trails() {
        return containers.entrySet().stream()
                .map(container -> container.getValue().summary(container.getKey()))
                .toList();
    }

    private void follow(Entry entry) throws RejectedException {
        EntryBody body = entry.body();
        if (body instanceof EntryBody.RegistryPublished published) {
            publish(published);
        } else if (body instanceof KeyEntry about) {
            keys.computeIfAbsent(about.index(), index -> new KeyTrail()).apply(entry.time(), about);
        } else if (body instanceof EntryBody.ContainerCreated created) {
            create(entry, created);
        } else {
            ContainerTrail trail = containers.get(entry.subject());
            if (trail == null) {
                throw new RejectedException("the container was never created");
            }
            trail.apply(entry);
        }
    }

    private void publish(EntryBody.RegistryPublished published) throws RejectedException {
        Registry next = Registry.verify(published.registry(), network);
        long expected = registry == null ? 1 : registry.version() + 1;
        if (next.version() != expected) {
            throw new RejectedException("version %d where %d comes next".formatted(next.version(), expected));
        }
        registry = next;
    }

    private void create(Entry entry, EntryBody.ContainerCreated created) throws RejectedException {
        if (registry == null) {
            throw new RejectedException("no registry was published");
        }
        ContainerTrail trail = ContainerTrail.created(entry, created, network, registry);
        if (containers.putIfAbsent(entry.subject(), trail) != null) {
            throw new RejectedException("the container was created before");
        }
    }
}
