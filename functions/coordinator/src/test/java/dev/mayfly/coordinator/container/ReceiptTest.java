package dev.mayfly.coordinator.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.coordinator.CoordinatorTest;
import dev.mayfly.coordinator.party.Caller;
import dev.mayfly.coordinator.party.TestContainer;
import dev.mayfly.coordinator.party.TestMessage;
import dev.mayfly.coordinator.party.TestParty;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.domain.container.ContainerStore;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.message.MessageStatement;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReceiptTest extends CoordinatorTest {
    @Inject
    ContainerStore containers;

    private TestContainer container;
    private TestMessage message;

    @BeforeEach
    void sendOne() {
        container = active();
        message = send(container);
    }

    @Test
    void receipt_endsTheContainerForBoth() {
        assertThat(deliver(message).state()).isEqualTo("delivered");

        assertThat(status(container, alice).state()).isEqualTo("delivered");
        assertThat(status(container, bob).state()).isEqualTo("delivered");
        alice.refused("fetch", container.fetch(alice), ErrorCode.CONTAINER_ENDED);
        bob.refused("fetch", container.fetch(bob), ErrorCode.CONTAINER_ENDED);
    }

    @Test
    void receipt_isRecordedByItsDigest() throws Exception {
        CoordinatorApi.Receipt request = message.receipt();

        bob.ask("receipt", request, CoordinatorApi.State.class);

        Bytes digest = MessageStatement.RECEIPT
                .verify(request.statement(), bob.keys().signing())
                .digest();
        assertThat(ledger.about(container.id()).get(3).body())
                .isEqualTo(new EntryBody.ContainerDelivered(container.id(), digest));
    }

    @Test
    void receipt_isAnsweredAlikeWhenRepeatedHoweverLate() {
        CoordinatorApi.Receipt request = message.receipt();
        CoordinatorApi.State first = bob.ask("receipt", request, CoordinatorApi.State.class);

        assertThat(bob.ask("receipt", request, CoordinatorApi.State.class)).isEqualTo(first);
        assertThat(deliver(message)).isEqualTo(first);
        clock.set(container.fields().expiresAt() + 1);
        assertThat(bob.ask("receipt", request, CoordinatorApi.State.class)).isEqualTo(first);
        assertThat(ledger.types(container.id()))
                .filteredOn("CONTAINER_DELIVERED"::equals)
                .hasSize(1);
    }

    @Test
    void receipt_isRejectedOverAnotherMessage() {
        MessageStatement good = message.claims(bob.issued());
        Bytes other = Bytes.random(random, 32);

        rejected(new MessageStatement(good.issued(), good.containerId(), other, good.contentDigest()), "/statement");
        rejected(new MessageStatement(good.issued(), good.containerId(), good.messageDigest(), other), "/statement");
    }

    @Test
    void receipt_isForbiddenToTheSender() {
        var request = message.receipt(alice, message.claims(alice.issued()), container.end());

        alice.refused("receipt", request, ErrorCode.FORBIDDEN);

        assertStillActive();
    }

    @Test
    void receipt_isRejectedWithoutAValidEnd() {
        TestContainer other = planned();

        rejectedEnd(container.end(SigningPrivateKey.generate(random), Issued.NODES));
        rejectedEnd(container.end(bob.signing(), Issued.NODES));
        rejectedEnd(container.end(container.accessKey(), Issued.PARTIES));
        rejectedEnd(other.end(container.accessKey(), Issued.NODES));
        rejectedEnd("");
    }

    @Test
    void receipt_isRefusedWhenTheStatementIsMoreThanAMinuteOff() {
        for (long seconds : new long[] {-61, 61}) {
            var request = message.receipt(bob, message.claims(bob.issuedAhead(seconds)), container.end());
            bob.refused("receipt", request, ErrorCode.STATEMENT_NOT_CURRENT, "/statement");
        }
        assertStillActive();
    }

    @Test
    void receipt_worksUntilTheLastSecondAndNotLonger() {
        TestContainer late = active();
        TestMessage unread = send(late);

        clock.set(container.fields().expiresAt() - 1);
        deliver(message);
        clock.set(late.fields().expiresAt());
        bob.refused("receipt", unread.receipt(), ErrorCode.CONTAINER_ENDED);

        assertThat(status(late, bob).state()).isEqualTo("expired");
        assertThat(ledger.types(late.id())).doesNotContain("CONTAINER_DELIVERED");
    }

    @Test
    void receipt_isRefusedBeforeAMessageIsThere() {
        TestContainer empty = active();

        bob.refused("receipt", TestMessage.of(empty).receipt(), ErrorCode.MESSAGE_MISSING);
    }

    @Test
    void receipt_isRefusedBeforeTheContainerIsActive() {
        TestContainer opening = opened();

        bob.refused("receipt", TestMessage.of(opening).receipt(), ErrorCode.CONTAINER_NOT_ACTIVE);
    }

    @Test
    void receipt_tellsAStrangerWhatItTellsOfAContainerThatIsNone() {
        TestParty carol = registered("carol");

        assertThat(answerTo(carol, message)).isEqualTo(answerTo(carol, TestMessage.of(planned())));

        assertStillActive();
    }

    @Test
    void end_isKeptForNodesThatHaveNotHeardOfIt() {
        CoordinatorApi.Receipt request = message.receipt();

        bob.ask("receipt", request, CoordinatorApi.State.class);

        assertThat(containers.find(container.id()).orElseThrow().end()).hasValue(request.end());
    }

    private String answerTo(TestParty stranger, TestMessage about) {
        var request = about.receipt(
                stranger, about.claims(stranger.issued()), about.container().end());
        var answer = stranger.coordinator().post("receipt", request);
        Caller.problem(answer, ErrorCode.CONTAINER_UNKNOWN);
        return Caller.wordForWord(answer);
    }

    private void rejected(MessageStatement receipt, String field) {
        bob.refused("receipt", message.receipt(bob, receipt, container.end()), ErrorCode.REJECTED, field);
        assertStillActive();
    }

    private void rejectedEnd(String end) {
        var request = message.receipt(bob, message.claims(bob.issued()), end);
        bob.refused("receipt", request, ErrorCode.REJECTED, "/end");
        assertStillActive();
    }

    private void assertStillActive() {
        assertThat(status(container, bob).state()).isEqualTo("active");
        assertThat(ledger.types(container.id())).doesNotContain("CONTAINER_DELIVERED");
    }
}
