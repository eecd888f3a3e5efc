package dev.mayfly.domain.audit;

import static dev.mayfly.domain.audit.TestLife.CONTAINER;
import static dev.mayfly.domain.audit.TestLife.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.TestNetwork;
import dev.mayfly.domain.audit.TestLife.Step;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.ledger.KeyEntry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a chain may say of somebody's keys. The chain is unbroken in every test. */
class KeyRulesTest {

    private static final long DELAY = KeyEntry.KeysResetRequested.DELAY_SECONDS;
    private static final KeyEntry.KeysRegistered FIRST = TestLife.keys(CONTAINER.sender(), 1, KeyEntry.NO_PREDECESSOR);

    private final List<Step> steps = new ArrayList<>(List.of(new Step(NOW, FIRST)));

    @Test
    void rotation_allowedVersionByVersion() {
        KeyEntry.KeysRegistered second = rotation(FIRST);
        add(NOW + 1, second);
        add(NOW + 2, rotation(second));
        holds();
    }

    @Test
    void rotation_foundWhenItDoesNotFollow() {
        add(NOW + 1, new KeyEntry.KeysRegistered(FIRST.index(), 2, TestNetwork.digest(), TestNetwork.digest()));
        found("do not follow");
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "1, true", "100000, true"})
    void reset_allowedFromTheSecondItIsDue(long seconds, boolean holds) {
        KeyEntry.KeysResetRequested request = requested(FIRST, NOW + 10);
        add(NOW + 10, request);
        add(NOW + 10 + DELAY + seconds, request.effect());
        if (holds) {
            holds();
        } else {
            found("before its day was over");
        }
    }

    @Test
    void reset_isFollowedByRotationsLikeAnyVersion() {
        KeyEntry.KeysResetRequested request = requested(FIRST, NOW);
        add(NOW, request);
        add(NOW + DELAY, request.effect());
        add(NOW + DELAY + 1, rotation(request.effect()));
        holds();
    }

    @Test
    void reset_foundWhenNobodyAskedForIt() {
        add(NOW + DELAY, requested(FIRST, NOW).effect());
        found("no such reset");
    }

    @Test
    void reset_foundToOtherKeysThanAskedFor() {
        add(NOW, requested(FIRST, NOW));
        add(NOW + DELAY, requested(FIRST, NOW).effect());
        found("no such reset");
    }

    @Test
    void reset_foundAfterItWasCancelled() {
        KeyEntry.KeysResetRequested request = requested(FIRST, NOW);
        add(NOW, request);
        add(NOW + 1, cancelled(request));
        add(NOW + DELAY, request.effect());
        found("no such reset");
    }

    @Test
    void reset_foundTwice() {
        KeyEntry.KeysResetRequested request = requested(FIRST, NOW);
        add(NOW, request);
        add(NOW + DELAY, request.effect());
        add(NOW + DELAY, request.effect());
        found("no such reset");
    }

    @Test
    void reset_foundAfterTheOldKeysAgreedToOthers() {
        KeyEntry.KeysResetRequested request = requested(FIRST, NOW);
        add(NOW, request);
        add(NOW + 1, rotation(FIRST));
        add(NOW + DELAY, request.effect());
        found("no such reset");
    }

    @Test
    void rotation_allowedUntilAResetIsDue() {
        add(NOW, requested(FIRST, NOW));
        add(NOW + DELAY - 1, rotation(FIRST));
        holds();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1})
    void rotation_foundFromTheSecondAResetIsDue(long seconds) {
        add(NOW, requested(FIRST, NOW));
        add(NOW + DELAY + seconds, rotation(FIRST));
        found("replaced by a reset");
    }

    @ParameterizedTest
    @ValueSource(longs = {-86_400, -1, 1})
    void request_foundWithoutItsDay(long seconds) {
        KeyEntry.KeysResetRequested request = requested(FIRST, NOW + seconds);
        add(NOW, request);
        found("does not wait for a day");
    }

    @Test
    void request_foundWithAnotherPredecessorOrPlace() {
        add(NOW, new KeyEntry.KeysResetRequested(FIRST.index(), 2, TestNetwork.digest(), FIRST.digest(), NOW + DELAY));
        found("do not follow");
        steps.remove(1);
        add(NOW, new KeyEntry.KeysResetRequested(FIRST.index(), 3, FIRST.digest(), FIRST.digest(), NOW + DELAY));
        found("do not follow");
    }

    @Test
    void request_foundBeforeAnyKeys() {
        steps.clear();
        add(
                NOW,
                new KeyEntry.KeysResetRequested(
                        FIRST.index(), 1, KeyEntry.NO_PREDECESSOR, FIRST.commitment(), NOW + DELAY));
        found("never registered");
    }

    @Test
    void request_foundWhileAnotherWaits() {
        add(NOW, requested(FIRST, NOW));
        add(NOW + 1, requested(FIRST, NOW + 1));
        found("another reset was waiting");
    }

    @Test
    void request_allowedAgainAfterACancellation() {
        KeyEntry.KeysResetRequested request = requested(FIRST, NOW);
        add(NOW, request);
        add(NOW + 1, cancelled(request));
        KeyEntry.KeysResetRequested again = requested(FIRST, NOW + 2);
        add(NOW + 2, again);
        add(NOW + 2 + DELAY, again.effect());
        holds();
    }

    @Test
    void cancellation_foundOfAnotherResetOrOfNone() {
        add(NOW, cancelled(requested(FIRST, NOW)));
        found("no such reset");
        steps.add(1, new Step(NOW, requested(FIRST, NOW)));
        found("no such reset");
    }

    @ParameterizedTest
    @CsvSource({"-1, true", "0, false"})
    void cancellation_allowedUntilTheResetIsDue(long seconds, boolean holds) {
        KeyEntry.KeysResetRequested request = requested(FIRST, NOW);
        add(NOW, request);
        add(NOW + DELAY + seconds, cancelled(request));
        if (holds) {
            holds();
        } else {
            found("in force by then");
        }
    }

    /** Two users' keys have nothing to do with each other. */
    @Test
    void users_areApart() {
        KeyEntry.KeysRegistered bob = TestLife.keys(CONTAINER.receiver(), 1, KeyEntry.NO_PREDECESSOR);
        add(NOW, requested(FIRST, NOW));
        add(NOW, bob);
        add(NOW + DELAY, rotation(bob));
        holds();
    }

    @Test
    void everyEntry_isReadAsItWasWritten() throws RejectedException {
        KeyEntry.KeysResetRequested request = requested(FIRST, NOW);
        for (KeyEntry entry : List.of(FIRST, request, cancelled(request), request.effect())) {
            assertThat(EntryBody.decode(entry.type(), entry.encoded())).isEqualTo(entry);
            assertThat(entry.subject()).isEqualTo(FIRST.index());
        }
        assertThat(request.effect().digest()).isNotEqualTo(rotation(FIRST).digest());
        assertThatThrownBy(() -> EntryBody.decode(FIRST.type(), request.effect().encoded()))
                .isInstanceOf(RejectedException.class);
    }

    private static KeyEntry.KeysRegistered rotation(KeyEntry.Version before) {
        return new KeyEntry.KeysRegistered(before.index(), before.version() + 1, before.digest(), TestNetwork.digest());
    }

    private static KeyEntry.KeysResetRequested requested(KeyEntry.Version before, long at) {
        Bytes commitment = TestNetwork.digest();
        return new KeyEntry.KeysResetRequested(
                before.index(), before.version() + 1, before.digest(), commitment, at + DELAY);
    }

    private static KeyEntry.KeysResetCancelled cancelled(KeyEntry.KeysResetRequested request) {
        return new KeyEntry.KeysResetCancelled(request.index(), request.digest(), TestNetwork.digest());
    }

    private void add(long time, EntryBody body) {
        steps.add(new Step(time, body));
    }

    private void holds() {
        assertThat(TestLife.verify(TestLife.chain(steps)).findings()).isEmpty();
    }

    /** The last step is the only one that is wrong. */
    private void found(String words) {
        List<Finding> findings = TestLife.verify(TestLife.chain(steps)).findings();
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.seq()).isEqualTo(steps.size() - 1);
            assertThat(finding.found()).contains(words);
        });
    }
}
