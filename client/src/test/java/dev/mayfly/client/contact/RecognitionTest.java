package dev.mayfly.client.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.client.TestCommittee;
import dev.mayfly.client.TestDirectory;
import dev.mayfly.client.party.Contact;
import dev.mayfly.client.party.Contact.Standing;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.RejectedException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bob as alice knows him, and what a directory makes of him. */
class RecognitionTest {
    private static final TestCommittee COMMITTEE = new TestCommittee(URI.create("http://127.0.0.1:1/"));
    private static final long NOW = TestCommittee.NOW;
    private static final UserKeys FIRST = COMMITTEE.bob();
    private static final UserKeys SECOND = TestCommittee.user("bob");
    private static final UserKeys THIRD = TestCommittee.user("bob");

    private final TestDirectory directory = fresh();
    private final Pins pins = new RememberedPins();

    @AfterAll
    static void close() {
        COMMITTEE.close();
    }

    @Test
    void recognise_pinsWhoIsNew() throws RejectedException {
        Contact bob = recognise();

        assertThat(bob.standing()).isEqualTo(Standing.FIRST_USE);
        assertThat(pin()).isEqualTo(Pin.of(FIRST.user(), bob.newest(), NOW));
        assertThat(recognise().standing()).isEqualTo(Standing.KNOWN);
    }

    @Test
    void recognise_followsRotationsAndSaysSoOnce() throws RejectedException {
        recognise();
        directory.rotate(SECOND).rotate(THIRD);

        assertThat(recognise().standing()).isEqualTo(Standing.ROTATED);
        assertThat(pin().keys()).isEqualTo(THIRD.publicKeys());
        assertThat(pin().version()).isEqualTo(3);
        assertThat(recognise().standing()).isEqualTo(Standing.KNOWN);
    }

    @Test
    void recognise_refusesAResetUntilItIsAccepted() throws RejectedException {
        Contact before = recognise();
        directory.reset(SECOND);

        assertThatThrownBy(this::recognise).isInstanceOfSatisfying(KeysResetException.class, reset -> {
            assertThat(reset.user()).isEqualTo(FIRST.user());
            assertThat(reset.pinned()).isEqualTo(before.fingerprint());
            assertThat(reset.found()).isEqualTo(contact().fingerprint());
        });
        assertThatThrownBy(this::recognise).isInstanceOf(KeysResetException.class);
        assertThat(pin().keys()).isEqualTo(FIRST.publicKeys());
    }

    /** A rotation after the reset does not wash it clean, and rotations before it still count. */
    @Test
    void recognise_stopsAtTheResetAmongRotations() throws RejectedException {
        recognise();
        directory.rotate(SECOND).reset(THIRD).rotate(TestCommittee.user("bob"));

        assertThatThrownBy(this::recognise).isInstanceOf(KeysResetException.class);
        assertThat(pin().keys()).isEqualTo(SECOND.publicKeys());
    }

    @Test
    void recognise_trustsAResetThatWasThereAtFirstUse() throws RejectedException {
        directory.reset(SECOND);
        assertThat(recognise().standing()).isEqualTo(Standing.FIRST_USE);
    }

    @Test
    void recognise_warnsOfAResetThatWaitsAndGoesOn() throws RejectedException {
        recognise();
        directory.waitFor(SECOND, NOW + 5);
        assertThat(recognise().waiting()).isPresent();
    }

    @Test
    void recognise_refusesAnotherPastThanThePinnedOne() throws RejectedException {
        directory.rotate(SECOND);
        recognise();

        refused(fresh());
        refused(fresh().rotate(SECOND));
        refused(new TestDirectory(COMMITTEE.network().name(), COMMITTEE.vrf(), SECOND).rotate(THIRD));
        assertThat(pin().keys()).isEqualTo(SECOND.publicKeys());
    }

    /** A container outlives its parties' keys, and a thief of replaced keys opens no new one. */
    @ParameterizedTest
    @CsvSource({"-600000, true", "0, true", "60, true", "61, false"})
    void recogniseParty_takesReplacedKeysForContainersFromBefore(long openedAfter, boolean taken)
            throws RejectedException {
        recognise();
        directory.rotate(SECOND);
        recognise();
        Contact underFirst = named(FIRST);

        if (taken) {
            assertThat(recognition(NOW + 1000)
                            .recognise(underFirst, NOW + openedAfter)
                            .keys())
                    .isEqualTo(FIRST.publicKeys());
        } else {
            assertThatThrownBy(() -> recognition(NOW + 1000).recognise(underFirst, NOW + openedAfter))
                    .isInstanceOf(RejectedException.class)
                    .hasMessageContaining("had been replaced");
        }
    }

    /** What was sent under trusted keys stays readable, whatever happens to the account. */
    @Test
    void recogniseParty_takesThePinnedKeysAfterAResetAndNotTheNewOnes() throws RejectedException {
        recognise();
        directory.reset(SECOND);

        assertThat(recognition(NOW).recognise(named(FIRST), NOW - 60).standing())
                .isEqualTo(Standing.KNOWN);
        assertThatThrownBy(() -> recognition(NOW).recognise(named(SECOND), NOW)).isInstanceOf(KeysResetException.class);
    }

    private static TestDirectory fresh() {
        return new TestDirectory(COMMITTEE.network().name(), COMMITTEE.vrf(), FIRST);
    }

    private Recognition recognition(long now) {
        return new Recognition(pins, TestCommittee.clockAt(now));
    }

    private Contact contact() {
        return contact(directory);
    }

    private static Contact contact(TestDirectory directory) {
        try {
            return Contact.verify(FIRST.user(), directory.answer(), COMMITTEE.network());
        } catch (RejectedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private Contact named(UserKeys keys) {
        Contact all = contact();
        return new Contact(
                all.user(), keys.publicKeys(), all.index(), all.versions(), Optional.empty(), all.standing());
    }

    private Contact recognise() throws RejectedException {
        return recognition(NOW).recognise(contact());
    }

    private Pin pin() {
        return pins.find(FIRST.user()).orElseThrow();
    }

    private void refused(TestDirectory other) {
        assertThatThrownBy(() -> recognition(NOW).recognise(contact(other)))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("another past");
    }
}
