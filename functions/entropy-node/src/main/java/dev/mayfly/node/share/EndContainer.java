package dev.mayfly.node.share;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.share.End;
import dev.mayfly.domain.share.HeldShare;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.wire.NodeApi;
import dev.mayfly.domain.wire.Refusal;
import jakarta.inject.Singleton;

/**
 * Erases this node's share at a party's word, before its time or after. How old the word is does not matter: the coordinator
 * keeps it and brings it again until every node has answered.
 */
@Singleton
public final class EndContainer {
    private final Network network;
    private final PartyShares shares;
    private final EraseShare eraseShare;
    private final EpochKeys epochKeys;

    EndContainer(Network network, PartyShares shares, EraseShare eraseShare, EpochKeys epochKeys) {
        this.network = network;
        this.shares = shares;
        this.eraseShare = eraseShare;
        this.epochKeys = epochKeys;
    }

    /**
     * Answers an {@code end} statement with the {@code erasure} statement, the same one each time.
     *
     * @throws Refusal {@code rejected} when it is not one for nodes of this network, {@code container-unknown} to everybody
     *     but a holder of the access key
     */
    public NodeApi.Erased end(NodeApi.End request) {
        epochKeys.deleteOverdue();
        Statement<End> statement = verified(request.statement());
        HeldShare held = shares.find(statement.claims().containerId(), statement.signer());
        return new NodeApi.Erased(eraseShare.erase(held));
    }

    private Statement<End> verified(String compact) {
        try {
            Statement<End> statement = End.TYPE.verifyEmbedded(compact);
            statement.claims().issued().requireFor(network.name(), Issued.NODES);
            return statement;
        } catch (RejectedException rejected) {
            throw Refusal.of(rejected, "/statement");
        }
    }
}
