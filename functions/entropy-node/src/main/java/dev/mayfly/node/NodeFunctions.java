package dev.mayfly.node;

import dev.mayfly.domain.wire.NodeApi;
import dev.mayfly.node.dealing.Contribute;
import dev.mayfly.node.dealing.Deposit;
import dev.mayfly.node.share.EndContainer;
import dev.mayfly.node.share.ReleaseShare;
import dev.mayfly.node.share.TellErasure;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;

/** A node's functions, {@code POST /v1/<name>}. Each hands its request to the use case of its name. */
@ApplicationScoped
public class NodeFunctions {
    private final Contribute contribute;
    private final Deposit deposit;
    private final ReleaseShare releaseShare;
    private final EndContainer endContainer;
    private final TellErasure tellErasure;

    NodeFunctions(
            Contribute contribute,
            Deposit deposit,
            ReleaseShare releaseShare,
            EndContainer endContainer,
            TellErasure tellErasure) {
        this.contribute = contribute;
        this.deposit = deposit;
        this.releaseShare = releaseShare;
        this.endContainer = endContainer;
        this.tellErasure = tellErasure;
    }

    /** See {@link Contribute}. */
    @Funq("v1/contribute")
    public NodeApi.Contributed contribute(NodeApi.Contribute request) {
        return contribute.contribute(request);
    }

    /** See {@link Deposit}. */
    @Funq("v1/deposit")
    public NodeApi.Held deposit(NodeApi.Deposit request) {
        return deposit.deposit(request);
    }

    /** See {@link ReleaseShare}. */
    @Funq("v1/release")
    public NodeApi.Released release(NodeApi.Release request) {
        return releaseShare.release(request);
    }

    /** See {@link EndContainer}. */
    @Funq("v1/end")
    public NodeApi.Erased end(NodeApi.End request) {
        return endContainer.end(request);
    }

    /** See {@link TellErasure}. */
    @Funq("v1/erasure")
    public NodeApi.Erased erasure(NodeApi.AskErasure request) {
        return tellErasure.tell(request);
    }
}
