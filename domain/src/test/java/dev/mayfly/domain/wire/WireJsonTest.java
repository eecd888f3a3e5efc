package dev.mayfly.domain.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.secret.SecretBytes;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one side refuses, the other can never have sent. */
class WireJsonTest {

    private static final ObjectMapper MAPPER = WireJson.mapper();

    /** A member of each type that stands in the API's records. */
    record Every(Bytes id, String text, long time, int rank, boolean flag, List<String> texts, List<Bytes> parts) {}

    private static final Every EVERY = new Every(
            Bytes.of(new byte[] {0, 1, 2, -1}),
            "Zoë",
            1L << 40,
            7,
            true,
            List.of("a", ""),
            List.of(Bytes.of(new byte[1])));
    private static final String JSON = "{\"id\":\"AAEC_w\",\"text\":\"Zoë\",\"time\":1099511627776,\"rank\":7,"
            + "\"flag\":true,\"texts\":[\"a\",\"\"],\"parts\":[\"AA\"]}";

    @Test
    void write_isTheDocumentedForm() throws JsonProcessingException {
        assertThat(MAPPER.writeValueAsString(EVERY)).isEqualTo(JSON);
    }

    @Test
    void read_givesBackWhatWasWrittenWhateverTheOrder() throws JsonProcessingException {
        assertThat(MAPPER.readValue(JSON, Every.class)).isEqualTo(EVERY);
        String moved = JSON.replace("\"rank\":7,", "").replace("{\"id\"", " {\n\"rank\" : 7, \"id\"");
        assertThat(MAPPER.readValue(moved, Every.class)).isEqualTo(EVERY);
    }

    /** Content that nobody but its parties may see. */
    record Secret(SecretBytes content) {}

    @Test
    void secret_hasTheFormOfBytes() throws JsonProcessingException {
        for (int size : new int[] {0, 1, 2, 3, 4, 1000, 256 * 1024}) {
            Bytes content = Bytes.random(new SecureRandom(), size);
            try (SecretBytes secret = SecretBytes.copyOf(content.toByteArray())) {
                String json = MAPPER.writeValueAsString(new Secret(secret));
                assertThat(json).isEqualTo("{\"content\":\"" + content + "\"}");
                assertThat(MAPPER.writeValueAsBytes(new Secret(secret)))
                        .asString()
                        .isEqualTo(json);
                try (SecretBytes read = MAPPER.readValue(json, Secret.class).content()) {
                    assertThat(read.sameAs(secret)).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"AAEC/w\"",
                "\"AAEC_w==\"",
                "\"AAEC_x\"",
                "\"AAEC _w\"",
                "\"AAEC_w\\n\"",
                "\"A\"",
                "\"AAECé\"",
                "\"AAEC\\u0000\"",
                "17",
                "null",
                "[]"
            })
    void secret_isRefusedInEveryOtherFormWithoutRepeatingIt(String content) {
        assertThatThrownBy(() -> MAPPER.readValue("{\"content\":" + content + "}", Secret.class))
                .isInstanceOf(JsonProcessingException.class)
                .satisfies(refused -> assertThat(((JsonProcessingException) refused).getOriginalMessage())
                        .doesNotContain("AAEC"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "text", "time", "rank", "flag", "texts", "parts"})
    void read_refusesEachMemberMissingNullTwiceOrMisspelled(String member) {
        String value = JSON.replaceAll(".*(\"" + member + "\":(\\[.*?]|[^,}]*)).*", "$1");
        refused(JSON.replace(value, "").replace(",,", ",").replace("{,", "{").replace(",}", "}"));
        refused(JSON.replace(value, "\"" + member + "\":null"));
        refused(JSON.replace(value, value + "," + value));
        refused(JSON.replace("\"" + member + "\"", "\"" + member.toUpperCase(Locale.ROOT) + "\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"id\":\"AAEC_w\" -> \"id\":\"AAEC/w\"",
                "\"id\":\"AAEC_w\" -> \"id\":\"AAEC_w==\"",
                "\"id\":\"AAEC_w\" -> \"id\":\"AAEC_x\"",
                "\"id\":\"AAEC_w\" -> \"id\":\"AAEC _w\"",
                "\"id\":\"AAEC_w\" -> \"id\":\"A\"",
                "\"id\":\"AAEC_w\" -> \"id\":17",
                "\"id\":\"AAEC_w\" -> \"id\":[0,1]",
                "\"id\":\"AAEC_w\" -> \"id\":{}",
                "\"Zoë\" -> 7",
                "\"Zoë\" -> true",
                "\"Zoë\" -> 1.5",
                "\"Zoë\" -> [\"Zoë\"]",
                "\"Zoë\" -> {}",
                "1099511627776 -> \"1099511627776\"",
                "1099511627776 -> 1099511627776.0",
                "1099511627776 -> 1.5",
                "1099511627776 -> 1e3",
                "1099511627776 -> true",
                "1099511627776 -> \"\"",
                "1099511627776 -> 9223372036854775808",
                "1099511627776 -> [1099511627776]",
                "1099511627776 -> 01",
                "1099511627776 -> NaN",
                ":7 -> :2147483648",
                ":7 -> :\"7\"",
                ":7 -> :7.0",
                ":7 -> :false",
                "true -> \"true\"",
                "true -> 1",
                "true -> \"\"",
                "[\"a\",\"\"] -> \"a\"",
                "[\"a\",\"\"] -> \"\"",
                "[\"a\",\"\"] -> [\"a\",null]",
                "[\"a\",\"\"] -> [\"a\",1]",
                "[\"a\",\"\"] -> [[\"a\"]]",
                "[\"a\",\"\"] -> {\"0\":\"a\"}",
                "[\"AA\"] -> [null]",
                "[\"AA\"] -> [\"AB\"]",
                "[\"AA\"] -> [\"AA\",]"
            })
    void read_refusesEveryOtherFormOfAValue(String change) {
        String[] fromTo = change.split(" -> ");
        assertThat(JSON).contains(fromTo[0]);
        refused(JSON.replace(fromTo[0], fromTo[1]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s{}", "%s,", "%s x", "[%s]", "/**/%s", "\"\"", "17", "[]", "{}", "", "{", "'%s'"})
    void read_refusesAnythingAroundOrInPlaceOfTheObject(String form) {
        refused(form.formatted(JSON));
    }

    @Test
    void read_refusesAMemberItDoesNotKnow() {
        refused(JSON.replace("{\"id\"", "{\"more\":1,\"id\""));
    }

    /** What was sent may be a secret: the message names where, never what. */
    @Test
    void refusal_neverRepeatsBytes() {
        assertThatThrownBy(() -> MAPPER.readValue(JSON.replace("AAEC_w", "c2VjcmV0="), Every.class))
                .isInstanceOf(JsonProcessingException.class)
                .extracting(failure -> ((JsonProcessingException) failure).getOriginalMessage())
                .asString()
                .doesNotContain("c2VjcmV0");
    }

    private static void refused(String json) {
        assertThatThrownBy(() -> MAPPER.readValue(json, Every.class))
                .as(json)
                .isInstanceOf(JsonProcessingException.class);
    }
}
