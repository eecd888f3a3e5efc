package dev.mayfly.client.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.client.TestCommittee;
import dev.mayfly.client.contact.Pin;
import dev.mayfly.crypto.RejectedException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactFileTest {
    private static final Pin BOB = PinFileTest.pin("bob", 3);
    private static final String GOOD = new String(ContactFile.toJson(TestCommittee.NAME, BOB), StandardCharsets.UTF_8);

    @Test
    void parse_givesBackTheContactAsOfNow() throws RejectedException {
        assertThat(parse(GOOD)).isEqualTo(BOB);
        assertThat(parse(GOOD.replace(" ", "")
                        .replace("\n", "")
                        .replace(
                                BOB.fingerprint().text().replace(" ", ""),
                                BOB.fingerprint().text())))
                .isEqualTo(BOB);
    }

    /** Who swaps a key in the file must swap the fingerprint too, and that is what is read out. */
    @Test
    void parse_refusesOtherKeysOrNamesThanTheFingerprintIsOf() {
        Pin mallory = PinFileTest.pin("mallory", 3);
        refused(GOOD.replace(signing(BOB), signing(mallory)));
        refused(GOOD.replace(encryption(BOB), encryption(mallory)));
        refused(GOOD.replace(BOB.user().subject(), "bobby"));
        refused(GOOD.replace(BOB.fingerprint().text(), mallory.fingerprint().text()));
    }

    @Test
    void parse_refusesAnotherNetworkOrFormat() {
        refused(GOOD.replace("testnet", "othernet"));
        refused(GOOD.replace("mayfly/v1/contact", "mayfly/v2/contact"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[]", "x"})
    void parse_refusesAnyOtherContent(String content) {
        refused(content);
    }

    @Test
    void parse_refusesUnknownMissingAndDoubledMembersAndHugeFiles() {
        refused(GOOD.replace("\"version\" : 3,", ""));
        refused(GOOD.replace("\"version\" : 3,", "\"version\" : 3, \"more\" : 1,"));
        refused(GOOD.replace("\"version\" : 3,", "\"version\" : 3, \"version\" : 3,"));
        refused(GOOD.replace("\"version\" : 3,", "\"version\" : 0,"));
        refused(GOOD + "{}");
        refused(GOOD + " ".repeat(ContactFile.MAX_BYTES));
    }

    private static String signing(Pin pin) {
        return pin.keys().signing().bytes().toBase64Url();
    }

    private static String encryption(Pin pin) {
        return pin.keys().encryption().bytes().toBase64Url();
    }

    private static Pin parse(String json) throws RejectedException {
        return ContactFile.parse(json.getBytes(StandardCharsets.UTF_8), TestCommittee.NAME, BOB.since());
    }

    private static void refused(String json) {
        assertThatThrownBy(() -> parse(json)).as(json).isInstanceOf(RejectedException.class);
    }
}
