package dev.mayfly.coordinator.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.coordinator.CoordinatorTest;
import dev.mayfly.coordinator.TestClock;
import dev.mayfly.coordinator.party.Caller;
import dev.mayfly.coordinator.party.TestContainer;
import dev.mayfly.coordinator.party.TestDealing;
import dev.mayfly.coordinator.party.TestMessage;
import dev.mayfly.coordinator.party.TestParty;
import dev.mayfly.domain.container.ContainerFields;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.container.OpenStatement;
import dev.mayfly.domain.container.PartyStatement;
import dev.mayfly.domain.dealing.Dealing;
import dev.mayfly.domain.dealing.QuorumCertificate;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.identity.Salts;
import dev.mayfly.domain.message.MessageStatement;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What parties are told of a container, and strangers are not. */
@QuarkusTest
class FetchTest extends CoordinatorTest {
    @Test
    void fetch_givesEitherPartyAllThatItMustCheck() throws Exception {
        TestContainer container = opened();
        TestDealing dealing = activate(container);
        TestMessage message = send(container);
        publishNext();

        CoordinatorApi.Fetched fetched = fetch(container, bob);

        Registry registry = Registry.verify(fetched.registry(), network);
        ContainerFields fields = ContainerFields.decode(fetched.container());
        DrawnContainer drawn = DrawnContainer.verify(fields, fetched.proof(), network, registry);
        Dealing verified = Dealing.verify(fetched.dealing(), drawn);
        QuorumCertificate.verify(drawn, verified, fetched.holdings());
        assertThat(fields).isEqualTo(container.fields());
        assertThat(verified.digest()).isEqualTo(dealing.digest());
        assertThat(fetched.holdings()).isEqualTo(dealing.allHoldings());
        OpenStatement.TYPE.verify(fetched.open(), alice.keys().signing());
        MessageStatement.SENT.verify(fetched.sent(), alice.keys().signing());
        assertThat(fetched.message()).isEqualTo(message.jwe());
        assertThat(fetch(container, alice)).isEqualTo(fetched);
    }

    @Test
    void fetch_endsNothing() {
        TestContainer container = active();
        send(container);

        CoordinatorApi.Fetched first = fetch(container, bob);

        assertThat(fetch(container, bob)).isEqualTo(first);
        assertThat(status(container, bob).state()).isEqualTo("active");
    }

    @Test
    void fetch_givesAllButAMessageWhileNothingWasSent() {
        TestContainer container = opened();
        TestDealing dealing = activate(container);

        CoordinatorApi.Fetched fetched = fetch(container, bob);

        assertThat(fetched.dealing()).isEqualTo(dealing.statement().compact());
        assertThat(fetched.holdings()).isEqualTo(dealing.allHoldings());
        assertThat(fetched.sent()).isEmpty();
        assertThat(fetched.message()).isEmpty();
    }

    @Test
    void fetch_isRefusedBeforeTheContainerIsActive() {
        TestContainer container = opened();

        bob.refused("fetch", container.fetch(bob), ErrorCode.CONTAINER_NOT_ACTIVE);
    }

    @Test
    void fetch_isRefusedAfterTheReceipt() {
        TestContainer container = active();
        deliver(send(container));

        alice.refused("fetch", container.fetch(alice), ErrorCode.CONTAINER_ENDED);
        bob.refused("fetch", container.fetch(bob), ErrorCode.CONTAINER_ENDED);
    }

    @Test
    @Tag(TestClock.STANDING)
    void fetch_worksUntilTheLastSecondAndNotLonger() {
        TestContainer container = active();
        send(container);
        clock.set(container.fields().expiresAt() - 1);
        fetch(container, bob);

        clock.set(container.fields().expiresAt());
        bob.refused("fetch", container.fetch(bob), ErrorCode.CONTAINER_ENDED);
        clock.set(container.fields().expiresAt() + 1);
        bob.refused("fetch", container.fetch(bob), ErrorCode.CONTAINER_ENDED);
    }

    @Test
    @Tag(TestClock.STANDING)
    void status_tellsEitherPartyHowFarTheContainerIs() {
        TestContainer container = opened();
        assertStatus(container, "opening", false);
        activate(container);
        assertStatus(container, "active", false);
        TestMessage message = send(container);
        assertStatus(container, "active", true);
        deliver(message);
        assertStatus(container, "delivered", true);
        clock.set(container.fields().expiresAt());
        assertStatus(container, "delivered", true);
    }

    @Test
    @Tag(TestClock.STANDING)
    void status_tellsFromTheSecondOnThatTheContainerExpired() {
        TestContainer container = active();
        TestContainer neverActive = opened();
        long opened = clock.seconds();

        clock.set(opened + 119);
        assertStatus(neverActive, "opening", false);
        clock.set(opened + 120);
        assertStatus(neverActive, "expired", false);
        clock.set(container.fields().expiresAt() - 1);
        assertStatus(container, "active", false);
        clock.set(container.fields().expiresAt());
        assertStatus(container, "expired", false);
    }

    @ParameterizedTest
    @Tag(TestClock.STANDING)
    @ValueSource(strings = {"fetch", "status"})
    void question_isAnsweredWordForWordAlikeToStrangersWhateverThereIs(String question) {
        TestParty carol = registered("carol");
        TestContainer living = active();
        TestMessage message = send(living);
        TestContainer unknown = planned();

        String ofUnknown = answer(carol, unknown, unknown.openerOpening(), question);

        assertThat(answer(carol, living, living.openerOpening(), question)).isEqualTo(ofUnknown);
        assertThat(answer(carol, living, living.peerOpening(), question)).isEqualTo(ofUnknown);
        assertThat(answer(carol, living, forged(Role.SENDER), question)).isEqualTo(ofUnknown);
        assertThat(answer(alice, living, forged(Role.SENDER), question)).isEqualTo(ofUnknown);
        assertThat(answer(alice, living, living.peerOpening(), question)).isEqualTo(ofUnknown);
        assertThat(answer(bob, living, halfForged(living), question)).isEqualTo(ofUnknown);
        deliver(message);
        assertThat(answer(carol, living, living.openerOpening(), question)).isEqualTo(ofUnknown);
        clock.set(living.fields().expiresAt());
        assertThat(answer(carol, living, living.openerOpening(), question)).isEqualTo(ofUnknown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fetch", "status"})
    void question_isRejectedWhenTheTokensUserDidNotSign(String question) {
        TestContainer container = active();

        alice.refused(
                question, container.asks(bob, container.peerOpening(), question), ErrorCode.REJECTED, "/statement");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fetch", "status"})
    void question_isRejectedWhenTheStatementAsksSomethingElse(String question) {
        TestContainer container = active();
        String other = question.equals("fetch") ? "status" : "fetch";

        alice.refused(
                question, container.asks(alice, container.openerOpening(), other), ErrorCode.REJECTED, "/statement");
    }

    @Test
    @Tag(TestClock.STANDING)
    void question_isRefusedWhenTheStatementIsMoreThanAMinuteOff() {
        TestContainer container = active();
        send(container);

        for (long seconds : new long[] {-61, 61}) {
            var question = new PartyStatement(bob.issuedAhead(seconds), container.id());
            refusedAsStale("fetch", bob.states(PartyStatement.FETCH, question), container);
            refusedAsStale("status", bob.states(PartyStatement.STATUS, question), container);
        }
    }

    private void refusedAsStale(String question, String statement, TestContainer container) {
        var request = new CoordinatorApi.AskContainer(statement, container.peerOpening());
        bob.refused(question, request, ErrorCode.STATEMENT_NOT_CURRENT, "/statement");
    }

    private CoordinatorApi.Fetched fetch(TestContainer container, TestParty party) {
        return party.ask("fetch", container.fetch(party), CoordinatorApi.Fetched.class);
    }

    private void assertStatus(TestContainer container, String state, boolean messageStored) {
        var expected = new CoordinatorApi.State(container.id(), state, messageStored);
        assertThat(status(container, alice)).isEqualTo(expected);
        assertThat(status(container, bob)).isEqualTo(expected);
    }

    private static String answer(
            TestParty caller, TestContainer container, CoordinatorApi.Opening opening, String question) {
        var answer = caller.coordinator().post(question, container.asks(caller, opening, question));
        Caller.problem(answer, ErrorCode.CONTAINER_UNKNOWN);
        return Caller.wordForWord(answer);
    }

    private CoordinatorApi.Opening forged(Role role) {
        return TestContainer.opening(role, Salts.random(random));
    }

    /** Right about who the peer is, wrong about its keys. */
    private CoordinatorApi.Opening halfForged(TestContainer container) {
        Salts right = container.peerSalts();
        return TestContainer.opening(
                Role.RECEIVER, new Salts(right.id(), Salts.random(random).keys()));
    }
}
