package dev.mayfly.node.share;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.share.HeldShare;
import dev.mayfly.domain.share.ShareStore;
import dev.mayfly.domain.wire.NodeApi;
import dev.mayfly.domain.wire.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Tells anybody that a share is erased, once its container is over for this node. What is still held is nobody's business, and
 * what is overdue is erased first.
 */
@Singleton
public final class TellErasure {
    private static final int ID_BYTES = 32;

    private final ShareStore shares;
    private final EraseShare eraseShare;
    private final EpochKeys epochKeys;
    private final Clock clock;

    TellErasure(ShareStore shares, EraseShare eraseShare, EpochKeys epochKeys, Clock clock) {
        this.shares = shares;
        this.eraseShare = eraseShare;
        this.epochKeys = epochKeys;
        this.clock = clock;
    }

    /**
     * The {@code erasure} statement of a container that is over here.
     *
     * @throws Refusal {@code container-unknown} when nothing is kept, or a share still is
     */
    public NodeApi.Erased tell(NodeApi.AskErasure request) {
        epochKeys.deleteOverdue();
        try {
            request.containerId().requireSize(ID_BYTES, "containerId");
        } catch (RejectedException rejected) {
            throw Refusal.of(rejected, "/containerId");
        }
        HeldShare over = shares.find(request.containerId())
                .filter(held -> held.endedAt(clock.instant().getEpochSecond()))
                .orElseThrow(PartyShares::unknown);
        return new NodeApi.Erased(eraseShare.erase(over));
    }
}
