package dev.mayfly.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Files with known answers: the RFCs' own beside the tests, larger sets wherever they are kept. */
public final class KnownAnswers {

    private KnownAnswers() {}

    /** A file of {@code known-answers/} among the test resources. */
    public static Case ofRfc(String name) {
        try (InputStream in = KnownAnswers.class.getResourceAsStream("/known-answers/" + name)) {
            return parse(in);
        } catch (IOException unreadable) {
            throw new AssertionError("cannot read " + name, unreadable);
        }
    }

    /**
     * Tests made from a file of the folder that the system property {@code mayfly.vectors} names, by default the one
     * beside the repository. Without such a folder it is one test that is skipped; a folder that lacks the file, or a
     * file from which no test comes, fails.
     */
    public static Stream<DynamicTest> fromSharedFile(String name, Function<Case, Stream<DynamicTest>> tests)
            throws IOException {
        if (!Files.isDirectory(folder())) {
            return Stream.of(DynamicTest.dynamicTest(
                    name, () -> abort("no vectors here: set -Dmayfly.vectors to their folder")));
        }
        try (InputStream in = Files.newInputStream(folder().resolve(name))) {
            List<DynamicTest> made = tests.apply(parse(in)).toList();
            assertThat(made).as("tests from " + name).isNotEmpty();
            return made.stream();
        }
    }

    private static Path folder() {
        String named = System.getProperty("mayfly.vectors");
        return named != null
                ? Path.of(named)
                : Path.of(System.getProperty("basedir", "")).resolve("../../shared/vectors");
    }

    private static Case parse(InputStream in) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(in)) {
            assertThat(parser.nextToken()).as("a JSON object").isEqualTo(JsonToken.START_OBJECT);
            return object(parser);
        }
    }

    private static Case object(JsonParser parser) throws IOException {
        Map<String, Object> fields = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, value(parser));
        }
        return new Case(fields);
    }

    private static List<Object> array(JsonParser parser) throws IOException {
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return items;
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_NUMBER_INT -> parser.getLongValue();
            default -> parser.getText();
        };
    }
}
