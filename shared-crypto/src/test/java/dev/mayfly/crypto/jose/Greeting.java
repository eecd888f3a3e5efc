package dev.mayfly.crypto.jose;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.TestBytes;
import java.util.List;

/** A statement with one claim of each type, for tests. */
record Greeting(String to, long count, Bytes nonce, List<String> names, List<Bytes> parts) {

    static final StatementType<Greeting> TYPE = new StatementType<>("greeting", Greeting::write, Greeting::read);

    static final Greeting EXAMPLE = new Greeting(
            "Zoë \"/\\\n\u001f😀\u2028",
            (1L << 53) - 1,
            TestBytes.hex("0102"),
            List.of("a", ""),
            List.of(TestBytes.hex("00")));

    static void write(ClaimsWriter claims, Greeting greeting) {
        claims.text("to", greeting.to)
                .integer("count", greeting.count)
                .bytes("nonce", greeting.nonce)
                .texts("names", greeting.names)
                .bytesList("parts", greeting.parts);
    }

    static Greeting read(ClaimsReader claims) throws RejectedException {
        return new Greeting(
                claims.text("to"),
                claims.integer("count"),
                claims.bytes("nonce", 2),
                claims.texts("names"),
                claims.bytesList("parts"));
    }

    Greeting withTo(String other) {
        return new Greeting(other, count, nonce, names, parts);
    }

    Greeting withCount(long other) {
        return new Greeting(to, other, nonce, names, parts);
    }
}
