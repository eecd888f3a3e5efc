package dev.mayfly.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.TestUser;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {
    private static final TestUser ALICE = TestUser.named("alice");
    private static final TestUser BOB = TestUser.named("bob");

    @Test
    void of_isEightGroupsOfFiveDigits() throws RejectedException {
        Fingerprint fingerprint = Fingerprint.of(ALICE.id(), ALICE.keys());
        assertThat(Fingerprint.parse(fingerprint.text())).isEqualTo(fingerprint);
    }

    @Test
    void of_differsByUserAndByEachKey() {
        PublicKeys both = ALICE.keys();
        assertThat(Fingerprint.of(ALICE.id(), both))
                .isNotEqualTo(Fingerprint.of(BOB.id(), both))
                .isNotEqualTo(Fingerprint.of(
                        ALICE.id(), new PublicKeys(both.signing(), BOB.keys().encryption())))
                .isNotEqualTo(
                        Fingerprint.of(ALICE.id(), new PublicKeys(BOB.keys().signing(), both.encryption())));
    }

    /** Where digits are written otherwise, a fingerprint is not. */
    @Test
    void of_isTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        Fingerprint expected = Fingerprint.of(ALICE.id(), ALICE.keys());
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Fingerprint.of(ALICE.id(), ALICE.keys())).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12345",
                "12345 12345 12345 12345 12345 12345 12345",
                "12345 12345 12345 12345 12345 12345 12345 1234",
                "12345 12345 12345 12345 12345 12345 12345 12345 12345",
                "12345  12345 12345 12345 12345 12345 12345 12345",
                " 12345 12345 12345 12345 12345 12345 12345 12345",
                "12345-12345-12345-12345-12345-12345-12345-12345",
                "12345 12345 12345 12345 12345 12345 12345 ١٢٣٤٥"
            })
    void parse_refusesAnyOtherText(String text) {
        assertThatThrownBy(() -> Fingerprint.parse(text)).isInstanceOf(RejectedException.class);
    }
}
