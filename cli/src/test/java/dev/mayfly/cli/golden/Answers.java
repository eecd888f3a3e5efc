package dev.mayfly.cli.golden;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.secret.SecretBytes;
import java.util.HexFormat;
import java.util.List;

/** Writes known answers down: bytes in hexadecimal, the rest as JSON has it. */
final class Answers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ArrayNode tests = JSON.createArrayNode();

    /** One answer, or an object in one. */
    record Answer(ObjectNode json) {
        Answer hex(String name, Bytes value) {
            json.put(name, HexFormat.of().formatHex(value.toByteArray()));
            return this;
        }

        Answer hex(String name, SecretBytes value) {
            return hex(name, value.use(Bytes::of));
        }

        Answer text(String name, String value) {
            json.put(name, value);
            return this;
        }

        Answer number(String name, long value) {
            json.put(name, value);
            return this;
        }

        Answer texts(String name, List<String> values) {
            ArrayNode array = json.putArray(name);
            values.forEach(array::add);
            return this;
        }

        Answer hexes(String name, List<Bytes> values) {
            return texts(
                    name,
                    values.stream()
                            .map(value -> HexFormat.of().formatHex(value.toByteArray()))
                            .toList());
        }

        Answer in(String name) {
            return new Answer(json.withArray(name).addObject());
        }

        Answer object(String name) {
            return new Answer(json.putObject(name));
        }
    }

    /** A new answer of a kind. */
    Answer add(String kind) {
        return new Answer(tests.addObject()).text("kind", kind);
    }

    ArrayNode tests() {
        return tests;
    }
}
