package dev.mayfly.domain.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.domain.TestContainer;
import dev.mayfly.domain.TestDealing;
import dev.mayfly.domain.TestNetwork;
import dev.mayfly.domain.dealing.Holding;
import dev.mayfly.domain.dealing.QuorumCertificate;
import dev.mayfly.domain.statement.Issued;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReleaseAndEndTest {

    private static final TestNetwork NETWORK = TestNetwork.of(7);
    private static final TestContainer CONTAINER = TestContainer.open(NETWORK);
    private static final TestDealing DEALING = TestDealing.of(CONTAINER, 5);
    private static final Bytes ID = CONTAINER.id();
    private static final Bytes DIGEST = DEALING.statement().digest();
    private static final Statement<ReleaseRequest> REQUEST = request();

    @Test
    void release_acceptedAsTheAnswerToItsRequest() throws RejectedException {
        Release release = release(2, ID, DIGEST, REQUEST.digest());
        assertThat(verify(release, 2)).isEqualTo(release);
    }

    @Test
    void release_refusedAsTheAnswerToAnythingElse() {
        refused(release(3, ID, DIGEST, REQUEST.digest()), 2);
        refused(release(2, TestNetwork.digest(), DIGEST, REQUEST.digest()), 2);
        refused(release(2, ID, TestNetwork.digest(), REQUEST.digest()), 2);
        refused(release(2, ID, DIGEST, request().digest()), 2);
    }

    @Test
    void release_refusedOfAnotherSignerNetworkOrAudience() {
        refused(release(2, ID, DIGEST, REQUEST.digest()), 3);
        Issued othernet = Issued.now("othernet", Issued.PARTIES, TestNetwork.clock(), TestNetwork.RANDOM);
        refused(new Release(othernet, ID, 2, DIGEST, REQUEST.digest(), DIGEST), 2);
        refused(new Release(TestNetwork.issued(Issued.PUBLIC), ID, 2, DIGEST, REQUEST.digest(), DIGEST), 2);
    }

    @Test
    void end_acceptedOfTheAccessKeyForItsContainer() throws RejectedException {
        End end = new End(TestNetwork.issued(Issued.NODES), ID);
        assertThat(verify(end, CONTAINER.accessKey())).isEqualTo(end);
    }

    @Test
    void end_refusedOfAnotherSignerContainerNetworkOrAudience() {
        refused(new End(TestNetwork.issued(Issued.NODES), ID), SigningPrivateKey.generate(TestNetwork.RANDOM));
        refused(new End(TestNetwork.issued(Issued.NODES), TestNetwork.digest()), CONTAINER.accessKey());
        refused(new End(TestNetwork.issued(Issued.COORDINATOR), ID), CONTAINER.accessKey());
        Issued othernet = Issued.now("othernet", Issued.NODES, TestNetwork.clock(), TestNetwork.RANDOM);
        refused(new End(othernet, ID), CONTAINER.accessKey());
    }

    @Test
    void erasure_acceptedOfEveryContributor() throws RejectedException {
        for (int rank = 1; rank <= 5; rank++) {
            assertThat(Erasure.verify(DEALING.erasure(rank), CONTAINER.drawn(), DEALING.certificate())
                            .rank())
                    .isEqualTo(rank);
        }
    }

    /** The node may hold its share although its answer came too late for the certificate: then any holding will do. */
    @Test
    void erasure_acceptedOfAContributorWhoseHoldingIsNotPartOfTheCertificate() throws RejectedException {
        QuorumCertificate four = QuorumCertificate.verify(
                CONTAINER.drawn(), DEALING.verified(), DEALING.holdings().subList(0, 4));
        Bytes holding = TestNetwork.digest();
        assertThat(Erasure.verify(
                                erasure(TestNetwork.issued(Issued.PUBLIC), ID, 5, 5, holding), CONTAINER.drawn(), four)
                        .holdingDigest())
                .isEqualTo(holding);
    }

    @Test
    void erasure_refusedOfANodeThatWasIssuedNoShare() {
        TestDealing four = TestDealing.of(CONTAINER, 4);
        String erasure = erasure(TestNetwork.issued(Issued.PUBLIC), ID, 5, 5, TestNetwork.digest());
        assertThatThrownBy(() -> Erasure.verify(erasure, CONTAINER.drawn(), four.certificate()))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("no share was issued to rank 5");
    }

    @Test
    void erasure_refusedOfAnotherSignerContainerHoldingNetworkOrAudience() throws RejectedException {
        Bytes holding = Holding.TYPE.verifyEmbedded(DEALING.holdings().get(1)).digest();
        Issued issued = TestNetwork.issued(Issued.PUBLIC);
        Issued othernet = Issued.now("othernet", Issued.PUBLIC, TestNetwork.clock(), TestNetwork.RANDOM);
        refusedErasure(erasure(issued, ID, 2, 3, holding));
        refusedErasure(erasure(issued, ID, 7, 2, holding));
        refusedErasure(erasure(issued, TestNetwork.digest(), 2, 2, holding));
        refusedErasure(erasure(issued, ID, 2, 2, TestNetwork.digest()));
        refusedErasure(erasure(othernet, ID, 2, 2, holding));
        refusedErasure(erasure(TestNetwork.issued(Issued.NODES), ID, 2, 2, holding));
    }

    @Test
    void heldShare_endsByErasureOrInTheSecondOfItsEnd() {
        long end = CONTAINER.fields().expiresAt();
        assertThat(held(Optional.of(DIGEST)).endedAt(end - 1)).isFalse();
        assertThat(held(Optional.of(DIGEST)).endedAt(end)).isTrue();
        assertThat(held(Optional.empty()).endedAt(end - 1)).isTrue();
    }

    private static HeldShare held(Optional<Bytes> sealed) {
        long end = CONTAINER.fields().expiresAt();
        return new HeldShare(
                ID, 1, CONTAINER.accessKey().publicKey(), DIGEST, end, end, "", DIGEST, sealed, Optional.empty());
    }

    private static Statement<ReleaseRequest> request() {
        ReleaseRequest claims = new ReleaseRequest(
                TestNetwork.issued(CONTAINER.node(2).id()),
                ID,
                DIGEST,
                HpkePrivateKey.generate(TestNetwork.RANDOM).publicKey());
        return ReleaseRequest.TYPE.sign(claims, CONTAINER.accessKey());
    }

    private static Release release(int rank, Bytes container, Bytes dealing, Bytes request) {
        return new Release(TestNetwork.issued(Issued.PARTIES), container, rank, dealing, request, DIGEST);
    }

    private static Release verify(Release claims, int signer) throws RejectedException {
        String compact = Release.TYPE.sign(claims, CONTAINER.nodeKey(signer)).compact();
        return Release.verify(compact, CONTAINER.node(2), 2, REQUEST);
    }

    private static void refused(Release claims, int signer) {
        assertThatThrownBy(() -> verify(claims, signer)).isInstanceOf(RejectedException.class);
    }

    private static End verify(End claims, SigningPrivateKey signer) throws RejectedException {
        String compact = End.TYPE.sign(claims, signer).compact();
        return End.verify(compact, TestNetwork.NAME, ID, CONTAINER.accessKey().publicKey());
    }

    private static void refused(End claims, SigningPrivateKey signer) {
        assertThatThrownBy(() -> verify(claims, signer)).isInstanceOf(RejectedException.class);
    }

    private static String erasure(Issued issued, Bytes container, int rank, int signer, Bytes holding) {
        return Erasure.TYPE
                .sign(new Erasure(issued, container, rank, holding), CONTAINER.nodeKey(signer))
                .compact();
    }

    private static void refusedErasure(String compact) {
        assertThatThrownBy(() -> Erasure.verify(compact, CONTAINER.drawn(), DEALING.certificate()))
                .isInstanceOf(RejectedException.class);
    }
}
