package dev.mayfly.crypto.interop;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One JSON object, read strictly: no member twice, nothing behind it. Members are texts, lists of texts, or something
 * else that is only known to be there.
 */
record JsonObject(Map<String, Object> members) {

    private static final Object SOMETHING_ELSE = new Object();

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(64 * 1024)
                    .maxNestingDepth(8)
                    .build())
            .build();

    static JsonObject parse(Bytes json) throws RejectedException {
        try (JsonParser parser = FACTORY.createParser(json.toByteArray())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw malformed();
            }
            Map<String, Object> members = new HashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                members.put(name, value(parser));
            }
            if (parser.nextToken() != null) {
                throw malformed();
            }
            return new JsonObject(Map.copyOf(members));
        } catch (IOException notJson) {
            throw malformed();
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.nextToken()) {
            case VALUE_STRING -> parser.getText();
            case START_ARRAY -> list(parser);
            case START_OBJECT -> {
                parser.skipChildren();
                yield SOMETHING_ELSE;
            }
            default -> SOMETHING_ELSE;
        };
    }

    private static Object list(JsonParser parser) throws IOException {
        List<String> texts = new ArrayList<>();
        boolean textsOnly = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            textsOnly &= parser.currentToken() == JsonToken.VALUE_STRING;
            if (textsOnly) {
                texts.add(parser.getText());
            } else {
                parser.skipChildren();
            }
        }
        return textsOnly ? List.copyOf(texts) : SOMETHING_ELSE;
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    /** The text of a member, if it is there. */
    Optional<String> text(String name) throws RejectedException {
        Object value = members.get(name);
        if (value != null && !(value instanceof String)) {
            throw new RejectedException(name, "must be text");
        }
        return Optional.ofNullable((String) value);
    }

    /** Refuses a member that is not exactly this text. */
    void require(String name, String expected) throws RejectedException {
        if (!text(name).equals(Optional.of(expected))) {
            throw new RejectedException(name, "must be " + expected);
        }
    }

    /** Refuses a member that is there and none of these texts. */
    void allow(String name, String... expected) throws RejectedException {
        Optional<String> value = text(name);
        if (value.isPresent() && !List.of(expected).contains(value.get())) {
            throw new RejectedException(name, "must be absent or " + String.join(" or ", expected));
        }
    }

    /** Refuses a list that is there and lacks this text. */
    void allowList(String name, String needed) throws RejectedException {
        Object value = members.get(name);
        if (value != null && !(value instanceof List<?> list && list.contains(needed))) {
            throw new RejectedException(name, "must be absent or list " + needed);
        }
    }

    /** The bytes of a member, from canonical base64url. */
    Bytes bytes(String name, int size) throws RejectedException {
        Optional<String> value = text(name);
        if (value.isEmpty()) {
            throw new RejectedException(name, "is missing");
        }
        return Bytes.fromBase64Url(value.get()).requireSize(size, name);
    }

    private static RejectedException malformed() {
        return new RejectedException("not one JSON object without repeated members");
    }
}
