package dev.mayfly.node.dealing;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.vss.Share;
import dev.mayfly.domain.container.Sealing;
import dev.mayfly.domain.dealing.Contribution;
import dev.mayfly.domain.dealing.Dealing;
import dev.mayfly.domain.share.SealedShare;
import dev.mayfly.node.identity.NodeIdentity;
import dev.mayfly.node.share.EpochKeys;
import jakarta.inject.Singleton;

/** Whether a sealed share is this node's of a dealing: looked into once, wiped, and kept sealed. */
@Singleton
final class ShareCheck {
    private final NodeIdentity identity;
    private final EpochKeys epochKeys;

    ShareCheck(NodeIdentity identity, EpochKeys epochKeys) {
        this.identity = identity;
        this.epochKeys = epochKeys;
    }

    /**
     * Opens a share of a verified dealing and checks it against the commitments.
     *
     * @throws RejectedException when it was not sealed for this seat under the key this node contributed with, or is not
     *     the share that the dealing commits to
     */
    void requireFits(Bytes sealed, Dealing dealing, Seat seat) throws RejectedException {
        Contribution contribution = dealing.contributions().get(seat.rank());
        try (HpkePrivateKey epochKey = contributedKey(contribution, seat);
                Share share = open(sealed, seat, epochKey)) {
            if (!share.verifies(dealing.commitments())) {
                throw new RejectedException("share", "the share is not what the dealing commits to");
            }
        }
    }

    private Share open(Bytes sealed, Seat seat, HpkePrivateKey epochKey) throws RejectedException {
        return SealedShare.open(sealed, Sealing.SHARE, seat.container().id(), identity.id(), seat.rank(), epochKey);
    }

    /** The kept private half of the epoch key in this node's contribution. */
    private HpkePrivateKey contributedKey(Contribution contribution, Seat seat) throws RejectedException {
        long epochEnd = epochKeys.epochEnd(seat.container().fields().expiresAt());
        HpkePrivateKey key = epochKeys.find(epochEnd).orElseThrow(ShareCheck::otherKey);
        if (contribution.epochEnd() != epochEnd || !contribution.epochKey().equals(key.publicKey())) {
            key.close();
            throw otherKey();
        }
        return key;
    }

    private static RejectedException otherKey() {
        return new RejectedException("share", "the contribution names an epoch key that this node does not keep");
    }
}
