package dev.mayfly.cli.golden;

import dev.mayfly.cli.vector.MalformedVectorException;
import dev.mayfly.cli.vector.Vector;
import dev.mayfly.cli.vector.Verdict;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.encoding.Encoder;
import dev.mayfly.crypto.interop.HashToP256;
import dev.mayfly.crypto.vss.Commitment;
import dev.mayfly.domain.container.Sealing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Section 2: the encoding, HPKE's info, and the second generator. */
final class BytesJudges {
    private BytesJudges() {}

    static Verdict encoding(Vector vector) {
        return vector.expect(() -> {
            Encoder encoder = Encoder.of(vector.text("label"));
            vector.list("fields").forEach(field -> append(encoder, field));
            Bytes encoded = encoder.toBytes();
            Vector.same("encoded", vector.hex("encoded"), encoded);
            Vector.same("sha256", vector.hex("sha256"), encoded.sha256());
        });
    }

    private static void append(Encoder encoder, Vector field) {
        if (field.has("text")) {
            encoder.text(field.text("text"));
        } else if (field.has("integer")) {
            encoder.integer(field.number("integer"));
        } else if (field.has("bytes")) {
            encoder.bytes(field.hex("bytes"));
        } else if (field.has("list")) {
            List<Bytes> items = field.texts("list").stream()
                    .map(item -> Vector.parse("list", item))
                    .toList();
            encoder.list(items);
        } else {
            throw new MalformedVectorException("a field is text, integer, bytes or list");
        }
    }

    static Verdict hpkeInfo(Vector vector) {
        return vector.expect(() -> Vector.same("info", vector.hex("info"), info(vector)));
    }

    /** The info that purpose, container, node and rank of a vector give. */
    static Bytes info(Vector vector) {
        return purpose(vector)
                .info(vector.hex("containerId"), vector.text("nodeId"), Math.toIntExact(vector.number("rank")));
    }

    static Sealing purpose(Vector vector) {
        return Sealing.valueOf(vector.text("purpose").toUpperCase(Locale.ROOT));
    }

    static Verdict generator(Vector vector) {
        return vector.expect(() -> {
            Bytes message = Bytes.of(vector.text("message").getBytes(StandardCharsets.US_ASCII));
            Bytes h = HashToP256.hash(vector.text("dst"), message);
            Vector.same("h", compressed(vector.hex("h")), compressed(compress(h)));
        });
    }

    private static Bytes compressed(Bytes point) throws RejectedException {
        return Commitment.parse(point).bytes();
    }

    private static Bytes compress(Bytes uncompressed) {
        int odd = uncompressed.slice(64, 65).toByteArray()[0] & 1;
        return Bytes.concat(Bytes.of(new byte[] {(byte) (2 + odd)}), uncompressed.slice(1, 33));
    }
}
