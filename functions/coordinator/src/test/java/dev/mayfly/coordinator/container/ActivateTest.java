package dev.mayfly.coordinator.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.coordinator.CoordinatorTest;
import dev.mayfly.coordinator.party.Caller;
import dev.mayfly.coordinator.party.TestContainer;
import dev.mayfly.coordinator.party.TestDealing;
import dev.mayfly.coordinator.party.TestParty;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.dealing.ActivateStatement;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ActivateTest extends CoordinatorTest {
    private TestContainer container;

    @BeforeEach
    void openOne() {
        container = opened();
    }

    @Test
    void activate_makesTheContainerActiveForBoth() {
        activate(container);

        assertThat(status(container, alice).state()).isEqualTo("active");
        assertThat(status(container, bob).state()).isEqualTo("active");
    }

    @Test
    void activate_isRecordedWithDealingAndHoldingsWhole() throws Exception {
        TestDealing dealing = TestDealing.of(container, 1, 2, 3, 4, 5);
        CoordinatorApi.Activate request = dealing.request(1, 2, 3, 4, 5);

        activate(request, container);

        Bytes digest = ActivateStatement.TYPE
                .verify(request.statement(), alice.keys().signing())
                .digest();
        assertThat(ledger.about(container.id()).get(1).body())
                .isEqualTo(new EntryBody.ContainerActivated(
                        container.id(), request.dealing(), request.holdings(), digest));
    }

    @Test
    void activate_takesTheQuorumOfContributionsAndHoldings() {
        TestDealing dealing = TestDealing.of(container, 1, 2, 4, 5);

        assertThat(activate(dealing.request(1, 2, 4, 5), container).state()).isEqualTo("active");
    }

    @Test
    void activate_takesWhoStoodByInTheirPlace() {
        TestDealing dealing = TestDealing.of(container, 2, 3, 5, 6, 7);

        assertThat(activate(dealing.request(2, 3, 6, 7), container).state()).isEqualTo("active");
    }

    @Test
    void activate_isAnsweredAlikeWhenRepeated() {
        TestDealing dealing = TestDealing.of(container, 1, 2, 3, 4, 5);
        CoordinatorApi.Activate request = dealing.request(1, 2, 3, 4, 5);
        CoordinatorApi.State first = activate(request, container);

        assertThat(activate(request, container)).isEqualTo(first);
        clock.set(container.fields().issuedAt() + 300);
        assertThat(activate(request, container)).isEqualTo(first);
        assertThat(activate(dealing.request(1, 2, 3, 4), container)).isEqualTo(first);
        assertThat(activations()).isOne();
    }

    @Test
    void activate_isRefusedWhenAnotherDealingWasFirst() {
        activate(container);
        TestDealing second = TestDealing.of(container, 1, 2, 3, 4, 5);

        refused(second.request(1, 2, 3, 4, 5), ErrorCode.DEALING_CONFLICT, "/dealing");

        assertThat(activations()).isOne();
    }

    @Test
    void activate_isForbiddenToThePeer() {
        TestDealing dealing = TestDealing.of(container, 1, 2, 3, 4, 5);

        bob.refused("activate", dealing.request(bob, bob.issued(), dealing.allHoldings()), ErrorCode.FORBIDDEN);

        assertStillOpening();
    }

    @Test
    void activate_tellsAStrangerWhatItTellsOfAContainerThatIsNone() {
        TestParty carol = registered("carol");

        assertThat(answerTo(carol, container)).isEqualTo(answerTo(carol, planned()));

        assertStillOpening();
    }

    @Test
    void activate_isRefusedWhenTheStatementIsMoreThanAMinuteOff() {
        TestDealing dealing = TestDealing.of(container, 1, 2, 3, 4, 5);

        for (long seconds : new long[] {-61, 61}) {
            var request = dealing.request(alice, alice.issuedAhead(seconds), dealing.allHoldings());
            refused(request, ErrorCode.STATEMENT_NOT_CURRENT, "/statement");
        }
        assertStillOpening();
    }

    @Test
    void activate_worksForTwoMinutesAndNotLonger() {
        TestContainer inTime = container;
        TestContainer late = opened();
        long opened = clock.seconds();

        clock.set(opened + 119);
        activate(inTime);
        clock.set(opened + 120);
        TestDealing dealing = TestDealing.of(late, 1, 2, 3, 4, 5);
        alice.refused("activate", dealing.request(1, 2, 3, 4, 5), ErrorCode.CONTAINER_ENDED);

        assertThat(status(late, alice).state()).isEqualTo("expired");
        assertThat(ledger.types(late.id())).containsExactly("CONTAINER_CREATED");
    }

    @Test
    void activate_worksUntilTheLastSecondOfALifeThatIsShorter() {
        TestContainer inTime = TestContainer.of(plan().living(30), alice, bob);
        TestContainer late = TestContainer.of(plan().living(30), alice, bob);
        open(inTime);
        open(late);

        clock.set(inTime.fields().expiresAt() - 1);
        activate(inTime);
        clock.set(late.fields().expiresAt());
        TestDealing dealing = TestDealing.of(late, 1, 2, 3, 4, 5);
        alice.refused("activate", dealing.request(1, 2, 3, 4, 5), ErrorCode.CONTAINER_ENDED);

        assertThat(ledger.types(late.id())).containsExactly("CONTAINER_CREATED");
    }

    private String answerTo(TestParty stranger, TestContainer about) {
        TestDealing dealing = TestDealing.of(about, 1, 2, 3, 4, 5);
        var answer = stranger.coordinator()
                .post("activate", dealing.request(stranger, stranger.issued(), dealing.allHoldings()));
        Caller.problem(answer, ErrorCode.CONTAINER_UNKNOWN);
        return Caller.wordForWord(answer);
    }

    private void refused(CoordinatorApi.Activate request, ErrorCode code, String field) {
        alice.refused("activate", request, code, field);
    }

    private void assertStillOpening() {
        assertThat(status(container, alice).state()).isEqualTo("opening");
        assertThat(activations()).isZero();
    }

    private long activations() {
        return ledger.types(container.id()).stream()
                .filter("CONTAINER_ACTIVATED"::equals)
                .count();
    }
}
