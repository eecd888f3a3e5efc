package dev.mayfly.crypto.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.TestBytes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reader by itself: each refusal at its own claim, before the comparison with the claims written again. */
class ClaimsReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []                                             | payload
            "x"                                            | payload
            {}                                             | t
            {"u":"x"}                                      | t
            {"t":1}                                        | t
            {"t":null}                                     | t
            {"t":"e\u0301"}                                | t
            {"t":"\\ud83d"}                                | t
            {"t":"x","n":"1"}                              | n
            {"t":"x","n":-1}                               | n
            {"t":"x","n":1.0}                              | n
            {"t":"x","n":9007199254740992}                 | n
            {"t":"x","n":999999999999999999}               | payload
            {"t":"x","n":1,"b":"AAAA"}                     | b
            {"t":"x","n":1,"b":"AAB"}                      | b
            {"t":"x","n":1,"b":"AAA","l":"x"}              | l
            {"t":"x","n":1,"b":"AAA","l":[1]}              | l
            {"t":"x","n":1,"b":"AAA","l":["AB"]}           | l
            {"t":"x","n":1,"b":"AAA","l":["AA"],"x":1}     | payload
            {"t":"x","n":1,"b":"AAA","l":["AA"]}{}         | payload
            {"t":"x","n":1,"b":"AAA","l":["AA"]            | payload
            """)
    void read_refusedWithTheNameOfTheClaim(String json, String field) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refused -> assertThat(refused.field()).contains(field))
                .hasNoCause();
    }

    @Test
    void read_givesTheClaims() throws RejectedException {
        assertThat(read("{\"t\":\"x\",\"n\":9007199254740991,\"b\":\"AAA\",\"l\":[\"AA\",\"\"]}"))
                .isEqualTo(List.of(
                        "x",
                        9007199254740991L,
                        TestBytes.hex("0000"),
                        List.of(TestBytes.hex("00"), TestBytes.hex(""))));
        assertThat(read("{\"t\":\"\",\"n\":0,\"b\":\"AAA\",\"l\":[]}").get(1)).isEqualTo(0L);
    }

    private static List<Object> read(String json) throws RejectedException {
        try (ClaimsReader claims = new ClaimsReader(TestBytes.utf8(json))) {
            String text = claims.text("t");
            long number = claims.integer("n");
            Bytes bytes = claims.bytes("b", 2);
            List<Bytes> list = claims.bytesList("l");
            claims.end();
            return List.of(text, number, bytes, list);
        }
    }
}
