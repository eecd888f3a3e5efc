package dev.mayfly.local.demo.world;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.audit.LedgerReport;
import dev.mayfly.domain.audit.LedgerVerifier;
import dev.mayfly.domain.ledger.AuditLog;
import dev.mayfly.domain.ledger.Entry;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.registry.Registry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The chain as anybody can read it. */
public final class Ledger {
    private final Network network;
    private final AuditLog log;

    Ledger(Network network, AuditLog log) {
        this.network = network;
        this.log = log;
    }

    /** The registry that the ledger shows. */
    public Registry registry() throws RejectedException {
        Registry newest = null;
        for (EntryBody body : bodies()) {
            if (body instanceof EntryBody.RegistryPublished published) {
                newest = Registry.verify(published.registry(), network);
            }
        }
        return newest;
    }

    /** The entry that records a container's creation. */
    public EntryBody.ContainerCreated created(Bytes containerId) throws RejectedException {
        return bodies().stream()
                .filter(body -> body.subject().equals(containerId))
                .filter(EntryBody.ContainerCreated.class::isInstance)
                .map(EntryBody.ContainerCreated.class::cast)
                .findFirst()
                .orElseThrow(() -> new RejectedException("the ledger does not show the container"));
    }

    /** Whether all of these stand on it. */
    public boolean shows(Collection<? extends EntryBody> expected) throws RejectedException {
        return bodies().containsAll(expected);
    }

    /** What its verifier says of it. */
    public LedgerReport verify() {
        return new LedgerVerifier(network).verify(log.all());
    }

    /** Verifies a copy in which the middle byte of a container's first entry differs in one bit. */
    public LedgerReport verifyWithOneByteFlipped(Bytes containerId) {
        List<Bytes> copy = new ArrayList<>(entries());
        int position = 0;
        while (!isAbout(copy.get(position), containerId)) {
            position++;
        }
        byte[] altered = copy.get(position).toByteArray();
        altered[altered.length / 2] ^= 1;
        copy.set(position, Bytes.of(altered));
        return new LedgerVerifier(network).verify(copy.iterator());
    }

    private static boolean isAbout(Bytes entry, Bytes subject) {
        try {
            return Entry.decode(entry).subject().equals(subject);
        } catch (RejectedException broken) {
            return false;
        }
    }

    private List<EntryBody> bodies() throws RejectedException {
        List<EntryBody> bodies = new ArrayList<>();
        for (Bytes entry : entries()) {
            bodies.add(Entry.decode(entry).body());
        }
        return bodies;
    }

    private List<Bytes> entries() {
        List<Bytes> entries = new ArrayList<>();
        log.all().forEachRemaining(entries::add);
        return entries;
    }
}
