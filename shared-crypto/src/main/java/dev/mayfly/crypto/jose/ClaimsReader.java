package dev.mayfly.crypto.jose;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.encoding.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the claims of a statement in the order in which they stand. Each call reads the next claim, and refuses the
 * statement, naming the claim, when it has another name or type.
 */
public final class ClaimsReader implements AutoCloseable {

    private final JsonParser parser;

    ClaimsReader(Bytes payload) throws RejectedException {
        parser = open(payload);
        require(next() == JsonToken.START_OBJECT, "payload", "must be a JSON object");
    }

    /** The next claim as text in normalisation form C. */
    public String text(String name) throws RejectedException {
        enter(name);
        return string(name);
    }

    /** The next claim as an integer, 0 … 2^53−1. */
    public long integer(String name) throws RejectedException {
        enter(name);
        require(parser.currentToken() == JsonToken.VALUE_NUMBER_INT, name, "must be an integer");
        try {
            long value = parser.getLongValue();
            require(value >= 0 && value <= Json.MAX_INTEGER, name, "is out of range");
            return value;
        } catch (IOException tooLarge) {
            throw new RejectedException(name, "is out of range");
        }
    }

    /** The next claim as bytes, from canonical base64url. */
    public Bytes bytes(String name) throws RejectedException {
        return Compact.decode(name, text(name));
    }

    /** The next claim as {@code size} bytes. */
    public Bytes bytes(String name, int size) throws RejectedException {
        return bytes(name).requireSize(size, name);
    }

    /** The next claim as a list of texts. */
    public List<String> texts(String name) throws RejectedException {
        enter(name);
        require(parser.currentToken() == JsonToken.START_ARRAY, name, "must be a list");
        List<String> values = new ArrayList<>();
        while (next() != JsonToken.END_ARRAY) {
            values.add(string(name));
        }
        return List.copyOf(values);
    }

    /** The next claim as a list of bytes, each from canonical base64url. */
    public List<Bytes> bytesList(String name) throws RejectedException {
        List<Bytes> values = new ArrayList<>();
        for (String value : texts(name)) {
            values.add(Compact.decode(name, value));
        }
        return List.copyOf(values);
    }

    /** Refuses claims after the last one, and anything after the object. */
    void end() throws RejectedException {
        require(next() == JsonToken.END_OBJECT && next() == null, "payload", "has more claims than this kind");
    }

    private void enter(String name) throws RejectedException {
        boolean found = next() == JsonToken.FIELD_NAME && name.equals(currentName());
        require(found, name, "is missing or not in its place");
        next();
    }

    private String string(String name) throws RejectedException {
        require(parser.currentToken() == JsonToken.VALUE_STRING, name, "must be text");
        try {
            String value = parser.getText();
            require(Text.isNfc(value), name, "must be well-formed Unicode in normalisation form C");
            return value;
        } catch (IOException malformed) {
            throw malformed();
        }
    }

    private JsonToken next() throws RejectedException {
        try {
            return parser.nextToken();
        } catch (IOException malformed) {
            throw malformed();
        }
    }

    private String currentName() throws RejectedException {
        try {
            return parser.currentName();
        } catch (IOException malformed) {
            throw malformed();
        }
    }

    private static JsonParser open(Bytes payload) throws RejectedException {
        try {
            return Json.FACTORY.createParser(payload.toByteArray());
        } catch (IOException malformed) {
            throw malformed();
        }
    }

    private static RejectedException malformed() {
        return new RejectedException("payload", "is not well-formed JSON within bounds");
    }

    private static void require(boolean holds, String name, String rule) throws RejectedException {
        if (!holds) {
            throw new RejectedException(name, rule);
        }
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
