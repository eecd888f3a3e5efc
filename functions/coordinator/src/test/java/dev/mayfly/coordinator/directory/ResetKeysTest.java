package dev.mayfly.coordinator.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.coordinator.CoordinatorTest;
import dev.mayfly.coordinator.party.TestContainer;
import dev.mayfly.coordinator.party.TestParty;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.directory.CancelResetStatement;
import dev.mayfly.domain.directory.KeysStatement;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.ledger.KeyEntry;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Alice lost her keys, or somebody has her token and says so. */
@QuarkusTest
class ResetKeysTest extends CoordinatorTest {
    private static final long DAY = KeyEntry.KeysResetRequested.DELAY_SECONDS;

    @Test
    void resetKeys_isOnTheLedgerAtOnceAndChangesNothingYet() throws Exception {
        TestParty fresh = alice.withFreshKeys();

        CoordinatorApi.RegisteredKeys reply = fresh.reset();

        assertThat(reply.versions()).hasSize(1);
        CoordinatorApi.KeyVersion waiting = reply.waiting().get(0);
        assertThat(waiting.signing()).isEqualTo(fresh.keys().signing().bytes());
        var entry = (KeyEntry.KeysResetRequested) EntryBody.decode(waiting.type(), waiting.entry());
        assertThat(entry.effectiveAt()).isEqualTo(clock.seconds() + DAY);
        assertThat(entry.commitment()).isEqualTo(fresh.keys().commitment(waiting.salt()));
        assertThat(types()).containsExactly("KEYS_REGISTERED", "KEYS_RESET_REQUESTED");
        assertThat(open(planned()).committee()).isNotEmpty();
    }

    @Test
    void lookup_warnsOthersOfAResetThatWaits() {
        CoordinatorApi.RegisteredKeys reply = alice.withFreshKeys().reset();

        assertThat(bob.lookUp(alice.user())).isEqualTo(reply);
    }

    @Test
    void reset_changesNothingInTheLastSecondOfItsDay() {
        TestParty fresh = alice.withFreshKeys();
        long asked = clock.seconds();
        fresh.reset();
        clock.set(asked + DAY - 1);

        assertThat(open(TestContainer.of(plan(), alice, bob)).committee()).isNotEmpty();
        fresh.refused("open", TestContainer.of(plan(), fresh, bob).openRequest(), ErrorCode.REJECTED, "/statement");
        assertThat(types()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 100_000})
    void reset_isInForceFromTheSecondItIsDue(long seconds) {
        TestParty fresh = alice.withFreshKeys();
        long asked = clock.seconds();
        fresh.reset();
        clock.set(asked + DAY + seconds);

        assertThat(fresh.ask("open", TestContainer.of(plan(), fresh, bob).openRequest(), CoordinatorApi.Opened.class)
                        .committee())
                .isNotEmpty();
        alice.refused(
                "open", TestContainer.of(plan(), alice, bob).openRequest(), ErrorCode.KEYS_CONFLICT, "/statement");
        assertThat(types()).containsExactly("KEYS_REGISTERED", "KEYS_RESET_REQUESTED", "KEYS_RESET");
        assertThat(bob.lookUp(alice.user()).versions())
                .extracting(CoordinatorApi.KeyVersion::type)
                .containsExactly("KEYS_REGISTERED", "KEYS_RESET");
        assertThat(bob.lookUp(alice.user()).waiting()).isEmpty();
    }

    @Test
    void reset_comesIntoForceOnceWhenManyAskFirst() {
        TestParty fresh = alice.withFreshKeys();
        fresh.reset();
        clock.forward(Duration.ofSeconds(DAY));

        Stream.generate(() -> bob.coordinator().later("lookup", bob.lookupOf(alice.user())))
                .limit(8)
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(types()).containsExactly("KEYS_REGISTERED", "KEYS_RESET_REQUESTED", "KEYS_RESET");
    }

    @Test
    void resetKeys_isAnsweredAlikeWhenRepeatedWaitingOrInForce() {
        TestParty fresh = alice.withFreshKeys();
        CoordinatorApi.RegisterKeys request = fresh.resetRequest();
        CoordinatorApi.RegisteredKeys first = ask(request);
        clock.forward(Duration.ofHours(1));

        assertThat(ask(request)).isEqualTo(first);
        assertThat(fresh.reset()).isEqualTo(first);
        clock.forward(Duration.ofDays(1));
        assertThat(ask(request).versions()).hasSize(2);
        assertThat(ask(request).waiting()).isEmpty();
        assertThat(types()).hasSize(3);
    }

    @Test
    void resetKeys_isRefusedWhileAnotherWaits() {
        alice.withFreshKeys().reset();
        TestParty other = alice.withFreshKeys();

        other.refused("reset-keys", other.resetRequest(), ErrorCode.RESET_WAITING, "/statement");
        assertThat(types()).hasSize(2);
    }

    @Test
    void resetKeys_leavesOneThatWaitsOfManyAtOnce() {
        List<CoordinatorApi.RegisterKeys> requests = Stream.generate(
                        () -> alice.withFreshKeys().resetRequest())
                .limit(6)
                .toList();

        List<Integer> answers =
                requests.stream().map(request -> alice.coordinator().later("reset-keys", request)).toList().stream()
                        .map(CompletableFuture::join)
                        .map(HttpResponse::statusCode)
                        .toList();

        assertThat(answers).containsOnlyOnce(200);
        assertThat(types()).hasSize(2);
    }

    @Test
    void resetKeys_isRefusedWhenItDoesNotFollow() {
        TestParty fresh = alice.withFreshKeys();
        KeysStatement good = fresh.registrationAfter(alice.lookUpMyself());

        refused(fresh, with(good, 3, good.predecessor()), ErrorCode.KEYS_CONFLICT);
        refused(fresh, with(good, 2, Bytes.random(random, 32)), ErrorCode.KEYS_CONFLICT);
    }

    @Test
    void resetKeys_isRejectedWhenTheNewKeyDidNotSign() {
        KeysStatement keys = alice.withFreshKeys().registrationAfter(alice.lookUpMyself());

        refused(alice, keys, ErrorCode.REJECTED);
    }

    @Test
    void resetKeys_isRejectedForAnotherUser() {
        TestParty mallory = registered("mallory");
        KeysStatement keys = alice.withFreshKeys().registrationAfter(alice.lookUpMyself());
        var request = new CoordinatorApi.RegisterKeys(mallory.states(KeysStatement.TYPE, keys));

        mallory.refused("reset-keys", request, ErrorCode.REJECTED, "/statement");
    }

    @Test
    void resetKeys_isRefusedWhenNothingIsRegistered() {
        TestParty carol = unregistered("carol");
        var request = new CoordinatorApi.RegisterKeys(carol.states(KeysStatement.TYPE, carol.registration()));

        carol.refused("reset-keys", request, ErrorCode.KEYS_UNKNOWN, "/statement");
    }

    @Test
    void cancelReset_endsItForGood() {
        TestParty fresh = alice.withFreshKeys();
        CoordinatorApi.RegisterKeys request = fresh.resetRequest();
        CoordinatorApi.RegisteredKeys asked = ask(request);
        CoordinatorApi.Ask cancellation = alice.cancellation(asked);

        assertThat(cancel(cancellation).waiting()).isEmpty();
        assertThat(cancel(cancellation).versions()).hasSize(1);
        fresh.refused("reset-keys", request, ErrorCode.RESET_NOT_WAITING, "/statement");
        clock.forward(Duration.ofDays(2));
        assertThat(cancel(cancellation).waiting()).isEmpty();
        assertThat(open(planned()).committee()).isNotEmpty();
        assertThat(types()).containsExactly("KEYS_REGISTERED", "KEYS_RESET_REQUESTED", "KEYS_RESET_CANCELLED");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1})
    void cancelReset_isTooLateFromTheSecondTheResetIsDue(long seconds) {
        CoordinatorApi.RegisteredKeys asked = alice.withFreshKeys().reset();
        clock.forward(Duration.ofSeconds(DAY + seconds));

        alice.refused("cancel-reset", alice.cancellation(asked), ErrorCode.KEYS_CONFLICT, "/statement");
        assertThat(types()).containsExactly("KEYS_REGISTERED", "KEYS_RESET_REQUESTED", "KEYS_RESET");
    }

    @Test
    void cancelReset_worksInTheLastSecond() {
        CoordinatorApi.RegisteredKeys asked = alice.withFreshKeys().reset();
        clock.forward(Duration.ofSeconds(DAY - 1));

        assertThat(cancel(alice.cancellation(asked)).waiting()).isEmpty();
    }

    @Test
    void cancelReset_isRejectedFromWhoeverAskedForIt() {
        TestParty fresh = alice.withFreshKeys();
        CoordinatorApi.RegisteredKeys asked = fresh.reset();

        fresh.refused("cancel-reset", fresh.cancellation(asked), ErrorCode.REJECTED, "/statement");
        bob.refused("cancel-reset", alice.cancellation(asked), ErrorCode.REJECTED, "/statement");
        bob.refused("cancel-reset", bob.cancellation(asked), ErrorCode.RESET_NOT_WAITING, "/statement");
    }

    @Test
    void cancelReset_isRefusedForAnotherReset() {
        alice.withFreshKeys().reset();
        var other = new CancelResetStatement(alice.issued(), Bytes.random(random, 32));
        var request = new CoordinatorApi.Ask(alice.states(CancelResetStatement.TYPE, other));

        alice.refused("cancel-reset", request, ErrorCode.RESET_NOT_WAITING, "/statement");
    }

    @Test
    void rotation_endsAResetThatWaits() {
        TestParty fresh = alice.withFreshKeys();
        CoordinatorApi.RegisterKeys request = fresh.resetRequest();
        CoordinatorApi.RegisteredKeys asked = ask(request);

        TestParty next = alice.rotated();

        assertThat(next.lookUpMyself().waiting()).isEmpty();
        next.refused("cancel-reset", next.cancellation(asked), ErrorCode.RESET_NOT_WAITING, "/statement");
        clock.forward(Duration.ofDays(2));
        fresh.refused("reset-keys", request, ErrorCode.STATEMENT_NOT_CURRENT, "/statement");
        assertThat(types()).containsExactly("KEYS_REGISTERED", "KEYS_RESET_REQUESTED", "KEYS_REGISTERED");
    }

    @Test
    void rotation_isRefusedFromTheSecondAResetIsDue() {
        CoordinatorApi.RotateKeys rotation = alice.rotationTo(alice.withFreshKeys());
        alice.withFreshKeys().reset();
        clock.forward(Duration.ofSeconds(DAY));

        alice.refused("rotate-keys", rotation, ErrorCode.STATEMENT_NOT_CURRENT, "/statement");
        TestParty late = alice.withFreshKeys();
        KeysStatement keys = late.registrationAfter(alice.lookUpMyself());
        var current = new CoordinatorApi.RotateKeys(late.states(KeysStatement.TYPE, keys), alice.agreesTo(keys));
        alice.refused("rotate-keys", current, ErrorCode.REJECTED, "/succession");
        assertThat(types()).containsExactly("KEYS_REGISTERED", "KEYS_RESET_REQUESTED", "KEYS_RESET");
    }

    private List<String> types() {
        return ledger.types(indexOf(alice));
    }

    private static KeysStatement with(KeysStatement keys, long version, Bytes predecessor) {
        return new KeysStatement(keys.issued(), keys.user(), version, predecessor, keys.keys(), keys.salt());
    }

    private CoordinatorApi.RegisteredKeys ask(CoordinatorApi.RegisterKeys request) {
        return alice.ask("reset-keys", request, CoordinatorApi.RegisteredKeys.class);
    }

    private CoordinatorApi.RegisteredKeys cancel(CoordinatorApi.Ask request) {
        return alice.ask("cancel-reset", request, CoordinatorApi.RegisteredKeys.class);
    }

    private void refused(TestParty signer, KeysStatement keys, ErrorCode code) {
        var request = new CoordinatorApi.RegisterKeys(signer.states(KeysStatement.TYPE, keys));
        alice.refused("reset-keys", request, code, "/statement");
        assertThat(types()).hasSize(1);
    }
}
