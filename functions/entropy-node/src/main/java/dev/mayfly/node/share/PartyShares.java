package dev.mayfly.node.share;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.jose.SigningPublicKey;
import dev.mayfly.domain.share.HeldShare;
import dev.mayfly.domain.share.ShareStore;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import jakarta.inject.Singleton;

/** What this node keeps, as far as somebody may know of it. Strangers get one answer, whatever there is to be hidden. */
@Singleton
final class PartyShares {
    private final ShareStore shares;

    PartyShares(ShareStore shares) {
        this.shares = shares;
    }

    /** What is kept for a container, held or erased, for whoever holds its access key; everybody else is a stranger. */
    HeldShare find(Bytes containerId, SigningPublicKey signer) {
        return shares.find(containerId)
                .filter(held -> held.accessKey().equals(signer))
                .orElseThrow(PartyShares::unknown);
    }

    /** The one answer to strangers. */
    static Refusal unknown() {
        return Refusal.of(ErrorCode.CONTAINER_UNKNOWN, "This node keeps nothing for this container and this key.");
    }
}
