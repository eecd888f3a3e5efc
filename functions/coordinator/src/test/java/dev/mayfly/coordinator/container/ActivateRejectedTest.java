package dev.mayfly.coordinator.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.coordinator.CoordinatorTest;
import dev.mayfly.coordinator.party.TestContainer;
import dev.mayfly.coordinator.party.TestDealing;
import dev.mayfly.coordinator.party.TestNodes;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.vss.Opening;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dealings and holdings that do not make a quorum certificate leave the container opening. */
@QuarkusTest
class ActivateRejectedTest extends CoordinatorTest {
    private static final int K = 3;

    private TestContainer container;

    @BeforeEach
    void openOne() {
        container = opened();
    }

    @Test
    void activate_isRejectedWithOneHoldingLessThanTheQuorum() {
        TestDealing dealing = TestDealing.of(container, 1, 2, 3, 4, 5);

        rejected(dealing.request(1, 3, 5), "/holdings");
        rejected(dealing.request(), "/holdings");
    }

    @Test
    void activate_isRejectedWhenAHoldingIsCountedTwice() {
        rejected(TestDealing.of(container, 1, 2, 3, 4, 5).request(1, 2, 2, 3), "/holdings");
    }

    @Test
    void activate_isRejectedWithTheHoldingOfANodeThatDidNotContribute() {
        TestDealing dealing = TestDealing.of(container, 1, 2, 3, 4);
        String fifth = TestNodes.holding(container, 5, dealing.digest()).compact();

        rejected(dealing.request(replacingLast(dealing, fifth)), "/holdings");
    }

    @Test
    void activate_isRejectedWithAHoldingThatItsNodeDidNotSign() {
        TestDealing dealing = TestDealing.of(container, 1, 2, 3, 4);
        SigningPrivateKey stranger = SigningPrivateKey.generate(random);
        String forged =
                TestNodes.holding(container, 4, dealing.digest(), stranger).compact();

        rejected(dealing.request(replacingLast(dealing, forged)), "/holdings");
    }

    @Test
    void activate_isRejectedWithAHoldingOfAnotherDealing() {
        TestDealing dealing = TestDealing.of(container, 1, 2, 3, 4);
        TestDealing other = TestDealing.of(container, 1, 2, 3, 4);

        rejected(dealing.request(replacingLast(dealing, other.allHoldings().get(3))), "/holdings");
    }

    @Test
    void activate_isRejectedWhenTheSecretIsNotTheSumOfTheContributions() {
        List<TestNodes.Part> parts = TestDealing.parts(container, 1, 2, 3, 4, 5);
        TestDealing dealing = TestDealing.of(container, parts, Opening.random(random), K, container.accessKey());

        rejectedWhole(dealing);
    }

    @Test
    void activate_isRejectedWhenThereAreMoreCommitmentsThanK() {
        rejectedWhole(ofThreshold(K + 1));
    }

    @Test
    void activate_isRejectedWhenThereAreFewerCommitmentsThanK() {
        rejectedWhole(ofThreshold(K - 1));
    }

    @Test
    void activate_isRejectedWhenContributionsAreOutOfOrder() {
        rejectedWhole(TestDealing.of(container, 2, 1, 3, 4, 5));
    }

    @Test
    void activate_isRejectedWhenThereAreTooFewContributions() {
        rejectedWhole(TestDealing.of(container, 1, 2, 3));
    }

    @Test
    void activate_isRejectedWhenThereAreMoreContributionsThanN() {
        rejectedWhole(TestDealing.of(container, 1, 2, 3, 4, 5, 6));
    }

    @Test
    void activate_isRejectedWhenContributionsAreOfAnotherContainer() {
        List<TestNodes.Part> foreign = TestDealing.parts(opened(), 1, 2, 3, 4, 5);

        rejectedWhole(TestDealing.of(container, foreign, TestDealing.sum(foreign), K, container.accessKey()));
    }

    @Test
    void activate_isRejectedWhenTheAccessKeyDidNotSignTheDealing() {
        List<TestNodes.Part> parts = TestDealing.parts(container, 1, 2, 3, 4, 5);

        rejectedWhole(TestDealing.of(container, parts, TestDealing.sum(parts), K, SigningPrivateKey.generate(random)));
    }

    @Test
    void activate_isRejectedWhenTheStatementNamesAnotherDealing() {
        TestDealing dealing = TestDealing.of(container, 1, 2, 3, 4);
        CoordinatorApi.Activate good = dealing.request(1, 2, 3, 4);
        CoordinatorApi.Activate other = TestDealing.of(container, 1, 2, 3, 4).request(1, 2, 3, 4);

        rejected(
                new CoordinatorApi.Activate(other.statement(), good.party(), good.dealing(), good.holdings()),
                "/dealing");
    }

    private TestDealing ofThreshold(int k) {
        List<TestNodes.Part> parts = TestDealing.parts(container, 1, 2, 3, 4, 5);
        return TestDealing.of(container, parts, TestDealing.sum(parts), k, container.accessKey());
    }

    private static List<String> replacingLast(TestDealing dealing, String holding) {
        List<String> holdings = new ArrayList<>(dealing.allHoldings());
        holdings.set(holdings.size() - 1, holding);
        return Collections.unmodifiableList(holdings);
    }

    private void rejectedWhole(TestDealing dealing) {
        rejected(dealing.request(dealing.allHoldings()), "/dealing");
    }

    private void rejected(CoordinatorApi.Activate request, String field) {
        alice.refused("activate", request, ErrorCode.REJECTED, field);
        assertStillOpening();
    }

    private void assertStillOpening() {
        assertThat(status(container, alice).state()).isEqualTo("opening");
        assertThat(ledger.types(container.id())).containsExactly("CONTAINER_CREATED");
    }
}
