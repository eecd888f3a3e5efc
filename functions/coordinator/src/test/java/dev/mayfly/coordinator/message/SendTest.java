package dev.mayfly.coordinator.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.coordinator.CoordinatorTest;
import dev.mayfly.coordinator.party.Caller;
import dev.mayfly.coordinator.party.TestContainer;
import dev.mayfly.coordinator.party.TestMessage;
import dev.mayfly.coordinator.party.TestParty;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.jose.Jwe;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.message.MessageStatement;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SendTest extends CoordinatorTest {
    private TestContainer container;

    @BeforeEach
    void activateOne() {
        container = active();
    }

    @Test
    void send_storesTheMessageAsItCame() {
        CoordinatorApi.Send request = TestMessage.of(container).request();

        CoordinatorApi.Stored stored = send(request);

        assertThat(stored).isEqualTo(new CoordinatorApi.Stored(container.id(), request.statement(), request.message()));
        assertThat(status(container, bob).messageStored()).isTrue();
    }

    @Test
    void send_isRecordedByTheDigestOfItsStatement() throws Exception {
        CoordinatorApi.Send request = TestMessage.of(container).request();

        send(request);

        Bytes digest = MessageStatement.SENT
                .verify(request.statement(), alice.keys().signing())
                .digest();
        assertThat(ledger.about(container.id()).get(2).body())
                .isEqualTo(new EntryBody.MessageSent(container.id(), digest));
    }

    @Test
    void send_takesTheLongestMessage() {
        CoordinatorApi.Send request =
                TestMessage.of(container, Jwe.MAX_PLAINTEXT).request();

        assertThat(send(request).message()).isEqualTo(request.message());
        assertThat(bob.ask("fetch", container.fetch(bob), CoordinatorApi.Fetched.class)
                        .message())
                .isEqualTo(request.message());
    }

    @Test
    void send_showsWhatWasStoredFirstWhenAnotherMessageFollows() {
        CoordinatorApi.Stored first = send(TestMessage.of(container).request());

        assertThat(send(TestMessage.of(container).request())).isEqualTo(first);

        assertThat(messages()).hasSize(1);
    }

    @Test
    void send_isAnsweredAlikeWhenRepeated() {
        CoordinatorApi.Send request = TestMessage.of(container).request();
        CoordinatorApi.Stored first = send(request);

        assertThat(send(request)).isEqualTo(first);
        clock.set(container.fields().issuedAt() + 300);
        assertThat(send(request)).isEqualTo(first);
        assertThat(messages()).hasSize(1);
    }

    @Test
    void send_isAnsweredAlikeWhenRepeatedAfterTheReceipt() {
        TestMessage message = TestMessage.of(container);
        CoordinatorApi.Send request = message.request();
        CoordinatorApi.Stored first = send(request);
        deliver(message);

        assertThat(send(request)).isEqualTo(first);
    }

    @Test
    void send_showsNothingToAnotherStatementAfterTheReceipt() {
        TestMessage message = TestMessage.of(container);
        send(message.request());
        deliver(message);

        alice.refused("send", TestMessage.of(container).request(), ErrorCode.CONTAINER_ENDED);
        alice.refused("send", message.request(), ErrorCode.CONTAINER_ENDED);
    }

    @Test
    void send_isForbiddenToTheReceiver() {
        TestMessage message = TestMessage.of(container);

        bob.refused("send", message.request(bob, message.claims(bob.issued())), ErrorCode.FORBIDDEN);

        assertNothingStored();
    }

    @Test
    void send_isRefusedBeforeTheContainerIsActive() {
        TestContainer opening = opened();

        alice.refused("send", TestMessage.of(opening).request(), ErrorCode.CONTAINER_NOT_ACTIVE);
    }

    @Test
    void send_isRefusedWhenTheContainerWasNeverActivated() {
        TestContainer abandoned = opened();
        clock.set(abandoned.fields().issuedAt() + 120);

        alice.refused("send", TestMessage.of(abandoned).request(), ErrorCode.CONTAINER_ENDED);
    }

    @Test
    void send_isRejectedWhenTheStatementIsOverAnotherMessage() {
        TestMessage message = TestMessage.of(container);
        MessageStatement over =
                new MessageStatement(alice.issued(), container.id(), Bytes.random(random, 32), message.contentDigest());

        rejected(message.request(alice, over));
    }

    @Test
    void send_isRejectedWhenTheMessageBelongsToAnotherContainer() {
        TestMessage foreign = TestMessage.of(planned());
        MessageStatement here =
                new MessageStatement(alice.issued(), container.id(), foreign.digest(), foreign.contentDigest());

        rejected(new CoordinatorApi.Send(
                alice.states(MessageStatement.SENT, here), container.openerOpening(), foreign.jwe()));
    }

    @Test
    void send_isRejectedWhenTheMessageIsNone() {
        CoordinatorApi.Send good = TestMessage.of(container).request();

        for (String rubbish : List.of("", "x", "a.b.c.d.e", good.message() + "A")) {
            rejected(new CoordinatorApi.Send(good.statement(), good.party(), rubbish));
        }
    }

    @Test
    void send_isRefusedWhenTheStatementIsMoreThanAMinuteOff() {
        TestMessage message = TestMessage.of(container);

        for (long seconds : new long[] {-61, 61}) {
            var request = message.request(alice, message.claims(alice.issuedAhead(seconds)));
            alice.refused("send", request, ErrorCode.STATEMENT_NOT_CURRENT, "/statement");
        }
        assertNothingStored();
    }

    @Test
    void send_worksUntilTheLastSecondAndNotLonger() {
        TestContainer late = active();

        clock.set(container.fields().expiresAt() - 1);
        send(TestMessage.of(container).request());
        clock.set(late.fields().expiresAt());
        alice.refused("send", TestMessage.of(late).request(), ErrorCode.CONTAINER_ENDED);

        assertThat(ledger.types(late.id())).containsExactly("CONTAINER_CREATED", "CONTAINER_ACTIVATED");
    }

    @Test
    void send_showsNothingFromTheSecondTheContainerEnds() {
        CoordinatorApi.Send request = TestMessage.of(container).request();
        send(request);
        clock.set(container.fields().expiresAt() - 1);
        send(request);
        clock.set(container.fields().expiresAt());

        alice.refused("send", request, ErrorCode.CONTAINER_ENDED);
        alice.refused("send", TestMessage.of(container).request(), ErrorCode.CONTAINER_ENDED);
    }

    @Test
    void send_tellsAStrangerWhatItTellsOfAContainerThatIsNone() {
        TestParty carol = registered("carol");

        assertThat(answerTo(carol, container)).isEqualTo(answerTo(carol, planned()));

        assertNothingStored();
    }

    private CoordinatorApi.Stored send(CoordinatorApi.Send request) {
        return alice.ask("send", request, CoordinatorApi.Stored.class);
    }

    private String answerTo(TestParty stranger, TestContainer about) {
        TestMessage message = TestMessage.of(about);
        var answer = stranger.coordinator().post("send", message.request(stranger, message.claims(stranger.issued())));
        Caller.problem(answer, ErrorCode.CONTAINER_UNKNOWN);
        return Caller.wordForWord(answer);
    }

    private void rejected(CoordinatorApi.Send request) {
        alice.refused("send", request, ErrorCode.REJECTED, "/message");
        assertNothingStored();
    }

    private void assertNothingStored() {
        assertThat(status(container, alice).messageStored()).isFalse();
        assertThat(messages()).isEmpty();
    }

    private List<String> messages() {
        return ledger.types(container.id()).stream()
                .filter("MESSAGE_SENT"::equals)
                .toList();
    }
}
