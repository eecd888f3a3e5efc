package dev.mayfly.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.hpke.HpkePublicKey;
import dev.mayfly.crypto.vss.Opening;
import dev.mayfly.crypto.vss.Share;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.dealing.Dealing;
import dev.mayfly.domain.dealing.Holding;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.NodeApi;
import dev.mayfly.node.opener.Part;
import dev.mayfly.node.opener.SolvedCommitments;
import dev.mayfly.node.opener.TestContainer;
import dev.mayfly.node.opener.TestDealing;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DepositTest extends NodeTest {
    private TestContainer container;
    private List<Part> parts;
    private HpkePublicKey epochKey;

    @BeforeEach
    void contributed() throws RejectedException {
        container = open();
        parts = contributions(container, 5);
        epochKey = ownEpochKey(parts, container);
    }

    @Test
    void deposit_isAnsweredWithAHoldingThatEverybodyCanVerify() throws Exception {
        TestDealing dealing = dealing();

        String holding = deposit(dealing.deposit(epochKey)).holding();

        DrawnContainer drawn = DrawnContainer.verify(container.fields(), container.proof(), network, newest());
        var verified = Dealing.verify(dealing.statement().compact(), drawn);
        assertThat(Holding.verify(holding, drawn, verified).claims().rank()).isEqualTo(container.rank());
    }

    @Test
    void deposit_keepsTheShareAsItCame() throws Exception {
        NodeApi.Deposit request = dealing().deposit(epochKey);

        deposit(request);

        assertThat(shares.find(container.id()).orElseThrow().sealed()).hasValue(request.share());
    }

    @Test
    void deposit_takesAQuorumOfContributions() throws Exception {
        List<Part> quorum = contributions(container, 4);

        deposit(TestDealing.of(container, quorum, clock).deposit(epochKey));
    }

    @Test
    void deposit_isAnsweredAlikeWheneverItIsRepeated() throws Exception {
        NodeApi.Deposit request = dealing().deposit(epochKey);
        NodeApi.Held first = deposit(request);

        assertThat(deposit(request)).isEqualTo(first);
        clock.forward(Duration.ofMinutes(5));
        assertThat(deposit(request)).isEqualTo(first);
        clock.set(container.fields().expiresAt());
        assertThat(deposit(request)).isEqualTo(first);
    }

    @Test
    void deposit_isRefusedWhenAnotherDealingWasFirst() throws Exception {
        deposit(dealing().deposit(epochKey));

        node.refused("deposit", dealing().deposit(epochKey), ErrorCode.DEALING_CONFLICT);
    }

    @Test
    void deposit_isRejectedWhenTheSecretIsNotTheSum() {
        Opening chosen = Opening.random(random);
        TestDealing dealing = TestDealing.of(container, parts, chosen, 3, clock);

        assertRejected(dealing.deposit(epochKey), "/dealing", "not the sum of the contributions");
    }

    @Test
    void deposit_isRejectedWithMoreCommitmentsThanK() {
        TestDealing dealing = TestDealing.of(container, parts, TestDealing.sum(parts), 4, clock);

        assertRejected(dealing.deposit(epochKey), "/dealing", "4 commitments where k is 3");
    }

    @Test
    void deposit_isRejectedWithFewerContributionsThanTheQuorum() throws Exception {
        TestDealing dealing = TestDealing.of(container, contributions(container, 3), clock);

        assertRejected(dealing.deposit(epochKey), "/dealing", "3 contributions where 4 to 5");
    }

    @Test
    void deposit_isRejectedByANodeThatDidNotContribute() {
        List<Part> others = others(container, 4);
        TestDealing dealing = TestDealing.of(container, others, clock);
        Share any = Share.of(container.rank(), Opening.random(random));

        assertRejected(dealing.deposit(any, epochKey), "/dealing", "did not contribute");
    }

    @Test
    void deposit_isRejectedWhenTheAccessKeyDidNotSignTheDealing() throws Exception {
        TestContainer other = open();
        TestDealing foreign = deal(other);
        var request = new NodeApi.Deposit(
                container.fields().encoded(),
                container.proof(),
                foreign.statement().compact(),
                dealing().deposit(epochKey).share());

        assertRejected(request, "/dealing");
    }

    @Test
    void deposit_isRejectedWhenTheShareDoesNotFit() {
        Share unfitting = Share.of(container.rank(), Opening.random(random));

        assertRejected(dealing().deposit(unfitting, epochKey), "/share", "not what the dealing commits to");
    }

    @Test
    void deposit_isRejectedWithAnotherNodesShare() {
        int other = container.rank() % 5 + 1;
        TestDealing dealing = dealing();

        assertRejected(dealing.deposit(dealing.dealt().share(other), epochKey), "/share");
    }

    @Test
    void deposit_isRejectedWithAnotherContainersCiphertext() throws Exception {
        TestContainer other = open();
        List<Part> otherParts = contributions(other, 5);
        TestDealing otherDealing = TestDealing.of(other, otherParts, clock);
        Bytes recorded = otherDealing.deposit(ownEpochKey(otherParts, other)).share();
        assertThat(ownEpochKey(otherParts, other)).as("one key for both").isEqualTo(epochKey);

        assertRejected(dealing().deposit(recorded), "/share");
    }

    /** An opener who knows what it once sealed here can make commitments that fit it; the seal still belongs elsewhere. */
    @Test
    void deposit_isRejectedWithAnotherContainersCiphertextThoughCommitmentsAreSolvedToFitIt() throws Exception {
        TestContainer other = open();
        while (other.rank() != container.rank()) {
            other = open();
        }
        List<Part> otherParts = contributions(other, 5);
        TestDealing otherDealing = TestDealing.of(other, otherParts, clock);
        Bytes recorded = otherDealing.deposit(ownEpochKey(otherParts, other)).share();
        Share known = otherDealing.dealt().share(other.rank());
        TestDealing solved = dealing().committingTo(SolvedCommitments.through(TestDealing.sum(parts), known));

        assertRejected(solved.deposit(recorded), "/share");

        // Nothing else was wrong with it: sealed for this container, it is kept.
        deposit(solved.deposit(known, epochKey));
    }

    @Test
    void deposit_isRejectedWithAShareOfAPolynomialOfHigherDegree() {
        TestDealing steep = TestDealing.of(container, parts, TestDealing.sum(parts), 4, clock);
        TestDealing said = steep.committingTo(steep.commitments().bytes().subList(0, 3));

        assertRejected(said.deposit(epochKey), "/share", "not what the dealing commits to");
    }

    @Test
    void deposit_isRejectedUnderAnotherEpochKeyThanTheNodeKeeps() throws Exception {
        HpkePublicKey foreign = HpkePrivateKey.generate(random).publicKey();
        List<Part> renamed = parts.stream()
                .map(part -> part.rank() == container.rank() ? part.underEpochKey(container, foreign, clock) : part)
                .toList();

        assertRejected(TestDealing.of(container, renamed, clock).deposit(epochKey), "/share", "epoch key");
    }

    @Test
    void deposit_isRejectedWhenProofOrContainerAreOthers() throws Exception {
        NodeApi.Deposit good = dealing().deposit(epochKey);

        assertRejected(new NodeApi.Deposit(good.container(), open().proof(), good.dealing(), good.share()), "/proof");
        assertRejected(
                new NodeApi.Deposit(Bytes.of(new byte[9]), good.proof(), good.dealing(), good.share()), "/container");
    }

    @Test
    void deposit_isRefusedFromTheSecondTheContainerEnds() throws Exception {
        clock.set(container.fields().expiresAt() - 1);
        TestDealing late = TestDealing.of(container, contributions(container, 5), clock);
        clock.forward(Duration.ofSeconds(1));

        node.refused("deposit", late.deposit(epochKey), ErrorCode.CONTAINER_ENDED);
    }

    @Test
    void deposit_isRefusedWhenItIsFirstSeenMoreThanAMinuteAfterItWasSigned() {
        TestDealing dealing = dealing();
        clock.forward(Duration.ofSeconds(61));

        node.refused("deposit", dealing.deposit(epochKey), ErrorCode.STATEMENT_NOT_CURRENT);
    }

    @Test
    void deposit_leavesNothingBehindWhenItIsRejected() {
        Share unfitting = Share.of(container.rank(), Opening.random(random));

        assertRejected(dealing().deposit(unfitting, epochKey), "/share");

        assertThat(shares.find(container.id())).isEmpty();
    }

    private TestDealing dealing() {
        return TestDealing.of(container, parts, clock);
    }

    private NodeApi.Held deposit(NodeApi.Deposit request) {
        return node.ask("deposit", request, NodeApi.Held.class);
    }

    private void assertRejected(NodeApi.Deposit request, String field, String reason) {
        ObjectNode problem = assertRejected(request, field);
        assertThat(problem.get("detail").asText()).contains(reason);
    }

    private ObjectNode assertRejected(NodeApi.Deposit request, String field) {
        ObjectNode problem = node.refused("deposit", request, ErrorCode.REJECTED);
        assertThat(problem.get("field").asText()).as(problem.toString()).isEqualTo(field);
        return problem;
    }
}
