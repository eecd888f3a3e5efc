package dev.mayfly.domain.evidence;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.crypto.vss.Share;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.container.Sealing;
import dev.mayfly.domain.dealing.Dealing;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.share.Release;
import dev.mayfly.domain.share.ReleaseRequest;
import dev.mayfly.domain.share.SealedShare;
import dev.mayfly.domain.statement.Issued;
import java.util.Optional;

/** What an honest node would have answered to a verified request, and whether it did. */
record ReleaseCheck(
        DrawnContainer container, Dealing dealing, Statement<ReleaseRequest> request, NodeRecord node, int rank) {

    /**
     * The check of whatever the node says that the request is addressed to.
     *
     * @throws RejectedException when that node was not drawn
     */
    static ReleaseCheck of(DrawnContainer container, Dealing dealing, Statement<ReleaseRequest> request)
            throws RejectedException {
        String nodeId = request.claims().issued().audience();
        int rank = container
                .committee()
                .rankOf(nodeId)
                .orElseThrow(() -> new RejectedException("request", "the request is to nobody who was drawn"));
        NodeRecord node = container.committee().at(rank).orElseThrow();
        return new ReleaseCheck(container, dealing, request, node, rank);
    }

    /**
     * What is wrong with a release.
     *
     * @throws RejectedException when it is not this node's answer to this request, or nothing is wrong with it
     */
    Misbehaviour misbehaviour(String compact, HpkePrivateKey oneTimeKey) throws RejectedException {
        Release release = Release.TYPE.verify(compact, node.signingKey()).claims();
        release.issued().requireFor(container.fields().network(), Issued.PARTIES);
        // Without this, an honest answer to somebody else's request would be shown as one to this.
        if (!release.requestDigest().equals(request.digest())) {
            throw new RejectedException("release", "the release answers another request");
        }
        String what = wrong(release, oneTimeKey)
                .orElseThrow(() -> new RejectedException("release", "the release gives the share that was asked for"));
        return new Misbehaviour(
                node.id(),
                node.operator(),
                container.id(),
                rank,
                release.issued().issuedAt(),
                what);
    }

    private Optional<String> wrong(Release release, HpkePrivateKey oneTimeKey) {
        boolean named = release.rank() == rank
                && release.containerId().equals(container.id())
                && release.dealingDigest().equals(dealing.digest());
        if (!named) {
            return Optional.of("its release names another rank, container or dealing than it was asked for");
        }
        try (Share share =
                SealedShare.open(release.sealed(), Sealing.RELEASE, container.id(), node.id(), rank, oneTimeKey)) {
            return share.verifies(dealing.commitments())
                    ? Optional.empty()
                    : Optional.of("the share it released does not fit the dealing's commitments");
        } catch (RejectedException noShare) {
            return Optional.of("what it released does not open to a share of its rank");
        }
    }
}
