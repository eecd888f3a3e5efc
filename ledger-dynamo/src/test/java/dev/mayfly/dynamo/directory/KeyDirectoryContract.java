package dev.mayfly.dynamo.directory;

import static dev.mayfly.dynamo.Samples.CREATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.domain.directory.KeyDirectory;
import dev.mayfly.domain.directory.KeyHistory;
import dev.mayfly.domain.directory.Registration;
import dev.mayfly.domain.directory.ResetRequest;
import dev.mayfly.domain.identity.PublicKeys;
import dev.mayfly.domain.ledger.AuditLog;
import dev.mayfly.domain.ledger.KeyEntry;
import dev.mayfly.dynamo.Chain;
import dev.mayfly.dynamo.Samples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every key directory guarantees. */
abstract class KeyDirectoryContract {
    private static final long DELAY = KeyEntry.KeysResetRequested.DELAY_SECONDS;
    private static final long DUE = CREATED + DELAY;

    private final Bytes index = Samples.bytes(32);

    abstract KeyDirectory keys();

    abstract AuditLog log();

    private List<String> types() {
        return Chain.types(Chain.linked(log().entries(0, 100)));
    }

    Registration first() {
        Bytes salt = Samples.bytes(64);
        PublicKeys fresh = fresh();
        var entry = new KeyEntry.KeysRegistered(index, 1, KeyEntry.NO_PREDECESSOR, fresh.commitment(salt));
        return new Registration(fresh, salt, entry, Optional.empty());
    }

    Registration after(Registration before) {
        Bytes salt = Samples.bytes(64);
        PublicKeys fresh = fresh();
        var entry = new KeyEntry.KeysRegistered(
                index, before.entry().version() + 1, before.entry().digest(), fresh.commitment(salt));
        return new Registration(fresh, salt, entry, Optional.of("succession"));
    }

    ResetRequest resetOf(Registration before) {
        Bytes salt = Samples.bytes(64);
        PublicKeys fresh = fresh();
        var entry = new KeyEntry.KeysResetRequested(
                index, before.entry().version() + 1, before.entry().digest(), fresh.commitment(salt), DUE);
        return new ResetRequest(fresh, salt, entry, false);
    }

    private static PublicKeys fresh() {
        return new PublicKeys(
                SigningPrivateKey.generate(Samples.RANDOM).publicKey(),
                HpkePrivateKey.generate(Samples.RANDOM).publicKey());
    }

    Registration registered() {
        Registration first = first();
        keys().registerIfNext(first, CREATED);
        return first;
    }

    ResetRequest waitingFor(Registration before) {
        ResetRequest reset = resetOf(before);
        assertThat(keys().requestResetIfNoneWaits(reset, CREATED).waiting()).contains(reset);
        return reset;
    }

    KeyHistory cancel(ResetRequest reset, long now) {
        var entry = new KeyEntry.KeysResetCancelled(index, reset.entry().digest(), Samples.bytes(32));
        return keys().cancelResetIfWaiting(reset, entry, now);
    }

    @Test
    void find_emptyWhenNothingIsRegistered() {
        assertThat(keys().find(index)).isEqualTo(new KeyHistory(List.of(), Optional.empty()));
    }

    @Test
    void registerIfNext_keepsEveryVersionAndItsEntry() {
        Registration first = registered();
        Registration second = after(first);

        KeyHistory history = keys().registerIfNext(second, CREATED);

        assertThat(history.versions()).containsExactly(first, second);
        assertThat(history.newest()).contains(second);
        assertThat(keys().find(index)).isEqualTo(history);
        assertThat(types()).containsExactly("KEYS_REGISTERED", "KEYS_REGISTERED");
    }

    @Test
    void registerIfNext_changesNothingWhenThePlaceIsTaken() {
        Registration first = registered();

        assertThat(keys().registerIfNext(first, CREATED + 9).versions()).containsExactly(first);
        assertThat(keys().registerIfNext(first(), CREATED).versions()).containsExactly(first);
        assertThat(types()).hasSize(1);
    }

    @Test
    void registerIfNext_changesNothingWhenAVersionIsLeftOut() {
        Registration first = registered();

        assertThat(keys().registerIfNext(after(after(first)), CREATED).versions())
                .containsExactly(first);
        assertThat(types()).hasSize(1);
    }

    @Test
    void requestResetIfNoneWaits_keepsOneThatWaits() {
        Registration first = registered();
        ResetRequest reset = waitingFor(first);

        assertThat(keys().requestResetIfNoneWaits(resetOf(first), CREATED).waiting())
                .contains(reset);
        assertThat(keys().find(index).versions()).containsExactly(first);
        assertThat(types()).containsExactly("KEYS_REGISTERED", "KEYS_RESET_REQUESTED");
    }

    @Test
    void requestResetIfNoneWaits_changesNothingForAUserWithoutKeysOrAPlaceThatIsTaken() {
        assertThat(keys().requestResetIfNoneWaits(resetOf(first()), CREATED).lastReset())
                .isEmpty();
        Registration first = registered();
        keys().registerIfNext(after(first), CREATED);

        assertThat(keys().requestResetIfNoneWaits(resetOf(first), CREATED).lastReset())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {DUE, DUE + 1})
    void resetIfDue_putsTheKeysIntoForceFromTheSecondTheyAreDue(long now) {
        Registration first = registered();
        ResetRequest reset = waitingFor(first);

        KeyHistory history = keys().resetIfDue(reset, now);

        assertThat(history.versions()).containsExactly(first, reset.effect());
        assertThat(history.waiting()).isEmpty();
        assertThat(keys().resetIfDue(reset, now)).isEqualTo(history);
        assertThat(types()).containsExactly("KEYS_REGISTERED", "KEYS_RESET_REQUESTED", "KEYS_RESET");
    }

    @Test
    void resetIfDue_changesNothingBefore() {
        ResetRequest reset = waitingFor(registered());

        assertThat(keys().resetIfDue(reset, DUE - 1).waiting()).contains(reset);
        assertThat(types()).hasSize(2);
    }

    @Test
    void cancelResetIfWaiting_endsTheReset() {
        Registration first = registered();
        ResetRequest reset = waitingFor(first);

        KeyHistory history = cancel(reset, DUE - 1);

        assertThat(history.waiting()).isEmpty();
        assertThat(history.lastReset())
                .hasValueSatisfying(last -> assertThat(last.cancelled()).isTrue());
        assertThat(cancel(reset, DUE - 1)).isEqualTo(history);
        assertThat(keys().resetIfDue(reset, DUE).versions()).containsExactly(first);
        assertThat(types()).containsExactly("KEYS_REGISTERED", "KEYS_RESET_REQUESTED", "KEYS_RESET_CANCELLED");
    }

    @ParameterizedTest
    @ValueSource(longs = {DUE, DUE + 1})
    void cancelResetIfWaiting_changesNothingOnceItIsDue(long now) {
        ResetRequest reset = waitingFor(registered());

        assertThat(cancel(reset, now).waiting()).contains(reset);
        assertThat(types()).hasSize(2);
    }

    @Test
    void requestResetIfNoneWaits_takesAnotherAfterACancellationAndNeverTheSameAgain() {
        Registration first = registered();
        ResetRequest reset = waitingFor(first);
        cancel(reset, CREATED);

        assertThat(keys().requestResetIfNoneWaits(reset, CREATED).waiting()).isEmpty();
        waitingFor(first);
    }

    @Test
    void registerIfNext_endsAResetThatIsNotDue() {
        Registration first = registered();
        ResetRequest reset = waitingFor(first);
        Registration second = after(first);

        KeyHistory history = keys().registerIfNext(second, DUE - 1);

        assertThat(history.newest()).contains(second);
        assertThat(history.waiting()).isEmpty();
        assertThat(keys().resetIfDue(reset, DUE).newest()).contains(second);
        assertThat(cancel(reset, DUE - 1).newest()).contains(second);
        waitingFor(second);
        assertThat(types())
                .containsExactly("KEYS_REGISTERED", "KEYS_RESET_REQUESTED", "KEYS_REGISTERED", "KEYS_RESET_REQUESTED");
    }

    @Test
    void registerIfNext_changesNothingOnceAResetIsDue() {
        Registration first = registered();
        ResetRequest reset = waitingFor(first);

        assertThat(keys().registerIfNext(after(first), DUE).waiting()).contains(reset);
        assertThat(types()).hasSize(2);
    }
}
