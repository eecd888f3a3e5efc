package dev.mayfly.domain.audit;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.container.ContainerFields;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.dealing.Dealing;
import dev.mayfly.domain.dealing.QuorumCertificate;
import dev.mayfly.domain.ledger.Entry;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.domain.share.Erasure;
import dev.mayfly.domain.share.IssuedShares;
import java.util.HashSet;
import java.util.Set;

/**
 * One container on its way through the ledger. A long chain has many, so each keeps only what the entries that may still come
 * are judged by: its draw until it is active, its issued shares until all of them are erased, then a few numbers.
 */
final class ContainerTrail {
    private static final long SKEW_SECONDS = 60;

    private final long createdAt;
    private final long expiresAt;
    private final int k;
    private DrawnContainer drawn;
    private IssuedShares issuedShares;
    private Set<Integer> erasedRanks = new HashSet<>();
    private ContainerState state = ContainerState.OPENING;
    private boolean messageSent;
    private long endsAt;
    private int issued;
    private int erased;

    private ContainerTrail(DrawnContainer drawn, long createdAt) {
        this.drawn = drawn;
        this.createdAt = createdAt;
        this.expiresAt = drawn.fields().expiresAt();
        this.endsAt = expiresAt;
        this.k = drawn.fields().threshold().k();
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
            enter(ContainerState.REVOKED, entry);
        } else if (body instanceof EntryBody.ContainerExpired) {
            expire(entry);
        } else if (body instanceof EntryBody.SharesErased shares) {
            erase(entry, shares);
        } else {
            throw new RejectedException("not an entry of a container");
        }
    }

    LedgerReport.Trail summary(Bytes id) {
        return new LedgerReport.Trail(id, state, endsAt, k, issued, erased);
    }

    private void activate(Entry entry, EntryBody.ContainerActivated activated) throws RejectedException {
        requireAlive(entry);
        if (!mayBeActivated(entry)) {
            throw new RejectedException("the container was activated after its opening time");
        }
        DrawnContainer container = drawn;
        enter(ContainerState.ACTIVE, entry);
        Dealing dealing = Dealing.verify(activated.dealing(), container);
        QuorumCertificate certificate = QuorumCertificate.verify(container, dealing, activated.holdings());
        issuedShares = IssuedShares.of(container, certificate);
        issued = issuedShares.nodes().size();
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
        enter(ContainerState.DELIVERED, entry);
    }

    private void expire(Entry entry) throws RejectedException {
        boolean neverActivated = state == ContainerState.OPENING && !mayBeActivated(entry);
        if (!neverActivated && !expiredAt(entry)) {
            throw new RejectedException("expired before its time");
        }
        enter(ContainerState.EXPIRED, entry);
    }

    private boolean mayBeActivated(Entry entry) {
        return entry.time() < createdAt + ContainerState.OPENING_SECONDS;
    }

    private void erase(Entry entry, EntryBody.SharesErased shares) throws RejectedException {
        if (issued == 0 || !state.isEnd() && !expiredAt(entry)) {
            throw new RejectedException("shares erased before the container's end");
        }
        for (String compact : shares.erasures()) {
            eraseOne(compact);
        }
    }

    private void eraseOne(String compact) throws RejectedException {
        if (erased == issued) {
            throw new RejectedException("every share was erased before");
        }
        int rank = Erasure.verify(compact, issuedShares).rank();
        if (!erasedRanks.add(rank)) {
            throw new RejectedException("the share of rank %d was erased before".formatted(rank));
        }
        erased++;
        if (erased == issued) {
            issuedShares = null;
            erasedRanks = null;
        }
    }

    private void requireAlive(Entry entry) throws RejectedException {
        if (expiredAt(entry)) {
            throw new RejectedException("the container had expired");
        }
    }

    private boolean expiredAt(Entry entry) {
        return entry.time() >= expiresAt;
    }

    private void enter(ContainerState next, Entry entry) throws RejectedException {
        if (!state.mayBecome(next)) {
            throw new RejectedException("%s never follows %s".formatted(next, state));
        }
        state = next;
        drawn = null;
        if (next.isEnd()) {
            endsAt = entry.time();
        }
    }
}
