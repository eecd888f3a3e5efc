package dev.mayfly.crypto.jose;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.encoding.Text;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes the claims of a statement, one after the other, as one JSON object without white space.
 *
 * <p>Strings are escaped as in RFC 8785 section 3.2.2.2. A claim that {@link ClaimsReader} would refuse cannot be
 * written: it is an {@link IllegalArgumentException}.
 */
public final class ClaimsWriter {

    private final StringWriter json = new StringWriter();
    private final JsonGenerator generator;

    ClaimsWriter() {
        generator = open(json);
    }

    /** Appends text, in normalisation form C. */
    public ClaimsWriter text(String name, String value) {
        return claim(name, () -> writeText(value));
    }

    /** Appends an integer, 0 … 2^53−1. */
    public ClaimsWriter integer(String name, long value) {
        if (value < 0 || value > Json.MAX_INTEGER) {
            throw new IllegalArgumentException("an integer claim is 0 … 2^53-1");
        }
        return claim(name, () -> generator.writeNumber(value));
    }

    /** Appends bytes, as base64url without padding. */
    public ClaimsWriter bytes(String name, Bytes value) {
        return text(name, value.toBase64Url());
    }

    /** Appends a list of texts. */
    public ClaimsWriter texts(String name, List<String> values) {
        return claim(name, () -> {
            generator.writeStartArray();
            for (String value : values) {
                writeText(value);
            }
            generator.writeEndArray();
        });
    }

    /** Appends a list of bytes, each as base64url without padding. */
    public ClaimsWriter bytesList(String name, List<Bytes> values) {
        return texts(name, values.stream().map(Bytes::toBase64Url).toList());
    }

    /** The JSON object, UTF-8. */
    Bytes finish() {
        try {
            generator.writeEndObject();
            generator.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Bytes.of(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private ClaimsWriter claim(String name, Step value) {
        try {
            generator.writeFieldName(name);
            value.run();
            return this;
        } catch (IOException misused) {
            throw new IllegalArgumentException("claim " + name + " cannot be written", misused);
        }
    }

    private void writeText(String value) throws IOException {
        if (!Text.isNfc(value)) {
            throw new IllegalArgumentException("text must be well-formed Unicode in normalisation form C");
        }
        generator.writeString(value);
    }

    private static JsonGenerator open(StringWriter json) {
        try {
            JsonGenerator generator = Json.FACTORY.createGenerator(json);
            generator.writeStartObject();
            return generator;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }
}
