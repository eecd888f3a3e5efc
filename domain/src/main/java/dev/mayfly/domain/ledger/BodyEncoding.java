package dev.mayfly.domain.ledger;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.encoding.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the encodings of all bodies share: the label, and lists of texts as UTF-8. */
final class BodyEncoding {
    private BodyEncoding() {}

    static String label(String type) {
        return "mayfly/v1/entry/" + type;
    }

    static Encoder of(String type) {
        return Encoder.of(label(type));
    }

    static List<Bytes> utf8(List<String> texts) {
        return texts.stream()
                .map(text -> Bytes.of(text.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    static List<String> texts(List<Bytes> utf8) {
        return utf8.stream()
                .map(bytes -> new String(bytes.toByteArray(), StandardCharsets.UTF_8))
                .toList();
    }
}
