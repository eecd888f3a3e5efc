package dev.mayfly.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.hpke.HpkePublicKey;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.domain.dealing.ContributeRequest;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.NodeApi;
import dev.mayfly.node.opener.Part;
import dev.mayfly.node.opener.TestContainer;
import dev.mayfly.node.opener.TestNetwork;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContributeTest extends NodeTest {
    private final HpkePublicKey oneTimeKey = HpkePrivateKey.generate(random).publicKey();

    @Test
    void contribute_commitsToWhatItSealedForTheOpener() throws Exception {
        TestContainer container = open();

        Part part = contribute(container);

        assertThat(part.opening().opens(part.contribution().commitment())).isTrue();
        assertThat(part.contribution().containerId()).isEqualTo(container.id());
        assertThat(part.contribution().rank()).isEqualTo(container.rank());
        assertThat(part.contribution().issued().audience()).isEqualTo(Issued.PUBLIC);
        assertThat(part.contribution().epochEnd())
                .isEqualTo(epochEnd(container))
                .isGreaterThanOrEqualTo(container.fields().expiresAt());
    }

    @Test
    void contribute_drawsAnewWhenAskedAgainUnderTheSameEpochKey() throws Exception {
        TestContainer container = open();

        Part first = contribute(container);
        Part second = contribute(container);

        assertThat(second.contribution().commitment())
                .isNotEqualTo(first.contribution().commitment());
        assertThat(second.contribution().epochKey())
                .isEqualTo(first.contribution().epochKey());
    }

    @Test
    void contribute_answersAStandBy() throws Exception {
        TestContainer container = TestContainer.open(plan().withDraw(committee ->
                committee.rankOf(TestNetwork.OWN_ID).filter(rank -> rank == 6).isPresent()));

        assertThat(contribute(container).rank()).isEqualTo(6);
    }

    @Test
    void contribute_isRejectedWhenAnotherKeySigns() {
        TestContainer container = open();
        String forged = container.contribute(oneTimeKey, clock, container.proof(), SigningPrivateKey.generate(random));

        assertRejected(forged);
    }

    @Test
    void contribute_isRejectedWhenTheSignatureIsAltered() {
        String statement = open().contribute(oneTimeKey, clock);
        char first = statement.charAt(statement.lastIndexOf('.') + 1);
        String altered = statement.substring(0, statement.lastIndexOf('.') + 1)
                + (first == 'A' ? 'B' : 'A')
                + statement.substring(statement.lastIndexOf('.') + 2);

        assertRejected(altered);
    }

    @Test
    void contribute_isRejectedForAContainerOfAnotherNetwork() {
        assertRejected(TestContainer.open(plan().withNetwork("othernet")).contribute(oneTimeKey, clock));
    }

    @Test
    void contribute_isRejectedWhenAddressedToAnotherNode() {
        TestContainer container = open();
        Issued toAnother = TestContainer.issued("node-1", clock);

        assertRejected(signed(container, toAnother));
    }

    @Test
    void contribute_isRejectedWhenTheProofIsAltered() {
        TestContainer container = open();
        byte[] proof = container.proof().toByteArray();
        proof[80] ^= 1;

        assertRejected(container.contribute(oneTimeKey, clock, Bytes.of(proof), container.accessKey()));
    }

    @Test
    void contribute_isRejectedWithTheProofOfAnotherContainer() {
        TestContainer container = open();

        assertRejected(container.contribute(oneTimeKey, clock, open().proof(), container.accessKey()));
    }

    @Test
    void contribute_isRejectedForALifetimeTheNetworkDoesNotAllow() {
        long now = clock.seconds();

        assertRejected(TestContainer.open(plan().withTimes(now, now + 4)).contribute(oneTimeKey, clock));
    }

    @Test
    void contribute_isForbiddenWhenTheNodeWasNotDrawn() {
        TestContainer container = TestContainer.open(plan().withDraw(
                        committee -> committee.rankOf(TestNetwork.OWN_ID).isEmpty()));

        refused(container.contribute(oneTimeKey, clock), ErrorCode.FORBIDDEN);
    }

    @Test
    void contribute_isRefusedFromTheSecondTheContainerEnds() throws RejectedException {
        TestContainer container = open();

        clock.set(container.fields().expiresAt() - 1);
        contribute(container);
        clock.set(container.fields().expiresAt());

        refused(container.contribute(oneTimeKey, clock), ErrorCode.CONTAINER_ENDED);
    }

    @Test
    void contribute_isRefusedForAContainerFromTheFuture() throws RejectedException {
        long now = clock.seconds();

        contribute(TestContainer.open(plan().withTimes(now + 60, now + LIFETIME)));
        TestContainer ahead = TestContainer.open(plan().withTimes(now + 61, now + LIFETIME));

        refused(ahead.contribute(oneTimeKey, clock), ErrorCode.STATEMENT_NOT_CURRENT);
    }

    @Test
    void contribute_isRefusedWhenTheStatementIsMoreThanAMinuteOff() {
        TestContainer container = open();
        Clock early = Clock.offset(clock, Duration.ofSeconds(-61));
        Clock late = Clock.offset(clock, Duration.ofSeconds(61));

        refused(container.contribute(oneTimeKey, early), ErrorCode.STATEMENT_NOT_CURRENT);
        refused(container.contribute(oneTimeKey, late), ErrorCode.STATEMENT_NOT_CURRENT);
        node.ask(
                "contribute",
                new NodeApi.Contribute(container.contribute(oneTimeKey, Clock.offset(clock, Duration.ofSeconds(-60)))),
                NodeApi.Contributed.class);
    }

    private String signed(TestContainer container, Issued issued) {
        var claims = new ContributeRequest(issued, container.id(), container.fields(), container.proof(), oneTimeKey);
        return ContributeRequest.TYPE.sign(claims, container.accessKey()).compact();
    }

    private void assertRejected(String statement) {
        assertThat(refused(statement, ErrorCode.REJECTED).get("field").asText()).isEqualTo("/statement");
    }

    private ObjectNode refused(String statement, ErrorCode code) {
        return node.refused("contribute", new NodeApi.Contribute(statement), code);
    }
}
