package dev.mayfly.domain.ledger;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.container.ContainerFields;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.dealing.Dealing;
import dev.mayfly.domain.dealing.QuorumCertificate;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.domain.share.Erasure;
import java.util.HashSet;
import java.util.Set;

/** One container on its way through the ledger. */
final class ContainerTrail {
    private static final long SKEW_SECONDS = 60;

    private final DrawnContainer container;
    private final long createdAt;
    private final Set<Integer> erased = new HashSet<>();
    private ContainerState state = ContainerState.OPENING;
    private QuorumCertificate certificate;
    private boolean messageSent;

    private ContainerTrail(DrawnContainer container, long createdAt) {
        this.container = container;
        this.createdAt = createdAt;
    }

    static ContainerTrail created(Entry entry, EntryBody.ContainerCreated created, Network network, Registry registry)
            throws RejectedException {
        ContainerFields fields = ContainerFields.decode(created.fields());
        DrawnContainer container = DrawnContainer.verify(fields, created.proof(), network, registry);
        if (!container.committee().ids().equals(created.committee())) {
            throw new RejectedException(
                    "the draw gives %s, not %s".formatted(container.committee().ids(), created.committee()));
        }
        if (Math.abs(entry.time() - fields.issuedAt()) > SKEW_SECONDS) {
            throw new RejectedException("the container was created at another time than it states");
        }
        return new ContainerTrail(container, entry.time());
    }

    void apply(Entry entry) throws RejectedException {
        EntryBody body = entry.body();
        if (body instanceof EntryBody.ContainerActivated activated) {
            activate(entry, activated);
        } else if (body instanceof EntryBody.MessageSent) {
            send(entry);
        } else if (body instanceof EntryBody.ContainerDelivered) {
            deliver(entry);
        } else if (body instanceof EntryBody.ContainerRevoked) {
            requireAlive(entry);
            enter(ContainerState.REVOKED);
        } else if (body instanceof EntryBody.ContainerExpired) {
            expire(entry);
        } else if (body instanceof EntryBody.SharesErased shares) {
            erase(entry, shares);
        } else {
            throw new RejectedException("not an entry of a container");
        }
    }

    LedgerReport.Trail summary(Bytes id) {
        int issued =
                certificate == null ? 0 : certificate.dealing().contributions().size();
        return new LedgerReport.Trail(id, state, container.fields().threshold().k(), issued, erased.size());
    }

    private void activate(Entry entry, EntryBody.ContainerActivated activated) throws RejectedException {
        requireAlive(entry);
        if (!mayBeActivated(entry)) {
            throw new RejectedException("the container was activated after its opening time");
        }
        enter(ContainerState.ACTIVE);
        Dealing dealing = Dealing.verify(activated.dealing(), container);
        certificate = QuorumCertificate.verify(container, dealing, activated.holdings());
    }

    private void send(Entry entry) throws RejectedException {
        requireAlive(entry);
        if (state != ContainerState.ACTIVE || messageSent) {
            throw new RejectedException("a message in a container that takes none");
        }
        messageSent = true;
    }

    private void deliver(Entry entry) throws RejectedException {
        requireAlive(entry);
        if (!messageSent) {
            throw new RejectedException("delivered without a message");
        }
        enter(ContainerState.DELIVERED);
    }

    private void expire(Entry entry) throws RejectedException {
        boolean neverActivated = state == ContainerState.OPENING && !mayBeActivated(entry);
        if (!neverActivated && !container.fields().endedAt(entry.time())) {
            throw new RejectedException("expired before its time");
        }
        enter(ContainerState.EXPIRED);
    }

    private boolean mayBeActivated(Entry entry) {
        return entry.time() < createdAt + ContainerState.OPENING_SECONDS;
    }

    private void erase(Entry entry, EntryBody.SharesErased shares) throws RejectedException {
        if (certificate == null || !state.isEnd() && !container.fields().endedAt(entry.time())) {
            throw new RejectedException("shares erased before the container's end");
        }
        for (String compact : shares.erasures()) {
            Erasure erasure = Erasure.verify(compact, container, certificate);
            if (!erased.add(erasure.rank())) {
                throw new RejectedException("the share of rank %d was erased before".formatted(erasure.rank()));
            }
        }
    }

    private void requireAlive(Entry entry) throws RejectedException {
        if (container.fields().endedAt(entry.time())) {
            throw new RejectedException("the container had expired");
        }
    }

    private void enter(ContainerState next) throws RejectedException {
        if (!state.mayBecome(next)) {
            throw new RejectedException("%s never follows %s".formatted(next, state));
        }
        state = next;
    }
}
