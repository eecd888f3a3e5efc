package dev.mayfly.domain.dealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.TestContainer;
import dev.mayfly.domain.TestDealing;
import dev.mayfly.domain.TestNetwork;
import dev.mayfly.domain.statement.Issued;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A container exists once its nodes have each checked one dealing and signed that they hold it. */
class QuorumCertificateTest {

    private static final TestContainer CONTAINER = TestContainer.open(TestNetwork.of(7));
    private static final TestDealing DEALING = TestDealing.of(CONTAINER, 5);
    private static final List<String> HOLDINGS = DEALING.holdings();

    @Test
    void verify_acceptsFromTheQuorumToEveryContributor() throws RejectedException {
        assertThat(verify(HOLDINGS).holdings()).containsOnlyKeys(1, 2, 3, 4, 5);
        assertThat(verify(HOLDINGS.subList(1, 5)).holdings()).containsOnlyKeys(2, 3, 4, 5);
    }

    @Test
    void verify_refusesOneHoldingLessThanTheQuorum() {
        assertThatThrownBy(() -> verify(HOLDINGS.subList(0, 3)))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("3 nodes hold the dealing where 4 are needed");
        refused(List.of());
    }

    @Test
    void verify_refusesHoldingsTwiceOrOutOfOrder() {
        refused(List.of(HOLDINGS.get(0), HOLDINGS.get(0), HOLDINGS.get(1), HOLDINGS.get(2)));
        refused(List.of(HOLDINGS.get(1), HOLDINGS.get(0), HOLDINGS.get(2), HOLDINGS.get(3)));
    }

    @Test
    void verify_refusesAHoldingOfAnotherDealing() {
        TestDealing other = TestDealing.of(CONTAINER, 5);
        refused(List.of(
                HOLDINGS.get(0),
                HOLDINGS.get(1),
                HOLDINGS.get(2),
                other.holdings().get(3)));
    }

    /** Rank 5 was drawn, but contributed nothing to this dealing and was dealt nothing. */
    @Test
    void holding_refusedOfANodeThatDidNotContribute() {
        TestDealing four = TestDealing.of(CONTAINER, 4);
        String holding = TestDealing.holding(CONTAINER, 5, four.statement().digest());
        assertThatThrownBy(() -> Holding.verify(holding, CONTAINER.drawn(), four.verified()))
                .isInstanceOf(RejectedException.class);
    }

    @Test
    void holding_refusedOfAnotherSignerContainerOrDealing() {
        Bytes digest = DEALING.statement().digest();
        Bytes id = CONTAINER.id();
        refusedHolding(new Holding(TestNetwork.issued(Issued.PUBLIC), id, 2, digest), 3);
        refusedHolding(new Holding(TestNetwork.issued(Issued.PUBLIC), TestNetwork.digest(), 2, digest), 2);
        refusedHolding(new Holding(TestNetwork.issued(Issued.PUBLIC), id, 2, TestNetwork.digest()), 2);
        refusedHolding(new Holding(TestNetwork.issued(Issued.PUBLIC), id, 7, digest), 2);
    }

    @Test
    void holding_refusedForAnotherNetworkOrAudience() {
        Bytes digest = DEALING.statement().digest();
        Issued othernet = Issued.now("othernet", Issued.PUBLIC, TestNetwork.clock(), TestNetwork.RANDOM);
        refusedHolding(new Holding(othernet, CONTAINER.id(), 2, digest), 2);
        refusedHolding(new Holding(TestNetwork.issued(Issued.PARTIES), CONTAINER.id(), 2, digest), 2);
    }

    private static QuorumCertificate verify(List<String> holdings) throws RejectedException {
        return QuorumCertificate.verify(CONTAINER.drawn(), DEALING.verified(), holdings);
    }

    private static void refused(List<String> holdings) {
        assertThatThrownBy(() -> verify(holdings)).isInstanceOf(RejectedException.class);
    }

    private static void refusedHolding(Holding claims, int signer) {
        String compact = Holding.TYPE.sign(claims, CONTAINER.nodeKey(signer)).compact();
        assertThatThrownBy(() -> Holding.verify(compact, CONTAINER.drawn(), DEALING.verified()))
                .isInstanceOf(RejectedException.class);
    }
}
