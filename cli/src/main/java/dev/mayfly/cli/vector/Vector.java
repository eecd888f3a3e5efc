package dev.mayfly.cli.vector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.secret.SecretBytes;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * One test vector, or an object inside one. Fields that nobody asks for may say what they like.
 *
 * @param json the vector's own fields
 * @param group the fields of its group, where the format has groups; missing elsewhere
 */
public record Vector(JsonNode json, JsonNode group) {

    /** What a vector asks of a primitive: it throws when the primitive refuses, or {@link #same} finds a difference. */
    @FunctionalInterface
    public interface Attempt {
        /** Runs it. */
        void run() throws RejectedException;
    }

    /** The primitive answered, and not what the vector says. */
    private static final class Mismatch extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Mismatch(String what) {
            super(what + " is not the expected one");
        }
    }

    /** A vector without a group. */
    public static Vector of(JsonNode json) {
        return new Vector(json, MissingNode.getInstance());
    }

    /**
     * The verdict after an attempt: a vector whose {@code result} is valid (or that has none) must be accepted, an invalid
     * one refused, an acceptable one refused or answered as it says. Any other exception than a refusal is a failure.
     */
    public Verdict expect(Attempt attempt) {
        String result = json.path("result").asText("valid");
        if (!List.of("valid", "invalid", "acceptable").contains(result)) {
            throw new MalformedVectorException("result: " + result);
        }
        try {
            attempt.run();
            return result.equals("invalid") ? Verdict.failed("accepted") : Verdict.PASSED;
        } catch (RejectedException refused) {
            return result.equals("valid") ? Verdict.failed("refused: " + refused.getMessage()) : Verdict.PASSED;
        } catch (Mismatch different) {
            return Verdict.failed(different.getMessage());
        }
    }

    /** Whether an answer is expected, and not a refusal. */
    public boolean isValid() {
        return !json.path("result").asText("valid").equals("invalid");
    }

    /** Fails the attempt when an answer is not the expected one. */
    public static void same(String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new Mismatch(what);
        }
    }

    /** The same for a secret answer, which is closed. */
    public static void same(String what, Bytes expected, SecretBytes actual) {
        try (actual) {
            same(what, expected, actual.use(Bytes::of));
        }
    }

    /** Whether the vector has a field. */
    public boolean has(String name) {
        return json.hasNonNull(name);
    }

    /** The text of a field. */
    public String text(String name) {
        return textual(json, name);
    }

    /** The text of a field of the group. */
    public String groupText(String name) {
        return textual(group, name);
    }

    private static String textual(JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (!value.isTextual()) {
            throw new MalformedVectorException(name + " must be text");
        }
        return value.textValue();
    }

    /** The number of a field. */
    public long number(String name) {
        return integral(json, name);
    }

    /** The number of a field of the group. */
    public long groupNumber(String name) {
        return integral(group, name);
    }

    private static long integral(JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new MalformedVectorException(name + " must be an integer");
        }
        return value.longValue();
    }

    /** The bytes that a field gives in hexadecimal. */
    public Bytes hex(String name) {
        return parse(name, text(name));
    }

    /** The same, if the field is there. */
    public Optional<Bytes> optionalHex(String name) {
        return has(name) ? Optional.of(hex(name)) : Optional.empty();
    }

    /** The same as a secret. Vectors are public: it is wiped by whoever feels like it. */
    public SecretBytes secret(String name) {
        return SecretBytes.adopt(hex(name).toByteArray());
    }

    /** Bytes from hexadecimal, for a field of this name. */
    public static Bytes parse(String name, String hex) {
        try {
            return Bytes.of(HexFormat.of().parseHex(hex));
        } catch (IllegalArgumentException malformed) {
            throw new MalformedVectorException(name + " must be hexadecimal");
        }
    }

    /** The objects of a field that is a list. */
    public List<Vector> list(String name) {
        JsonNode values = json.path(name);
        if (!values.isArray()) {
            throw new MalformedVectorException(name + " must be a list");
        }
        List<Vector> list = new ArrayList<>();
        values.forEach(value -> list.add(of(value)));
        return list;
    }

    /** The texts of a field that is a list. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Vector value : list(name)) {
            if (!value.json.isTextual()) {
                throw new MalformedVectorException(name + " must be a list of texts");
            }
            texts.add(value.json.textValue());
        }
        return texts;
    }

    /** The object of a field. */
    public Vector object(String name) {
        if (!json.path(name).isObject()) {
            throw new MalformedVectorException(name + " must be an object");
        }
        return of(json.path(name));
    }

    /** How the vector calls itself, for messages. */
    public String label() {
        for (String name : List.of("tcId", "id", "example", "case", "kind", "suite", "comment")) {
            if (has(name)) {
                return name + " " + json.path(name).asText() + (has("comment") ? ", " + text("comment") : "");
            }
        }
        return "unnamed";
    }
}
