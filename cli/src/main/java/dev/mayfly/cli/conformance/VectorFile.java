package dev.mayfly.cli.conformance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mayfly.cli.golden.Golden;
import dev.mayfly.cli.standard.HashToCurveVectors;
import dev.mayfly.cli.standard.Wycheproof;
import dev.mayfly.cli.vector.Judge;
import dev.mayfly.cli.vector.MalformedVectorException;
import dev.mayfly.cli.vector.Vector;
import dev.mayfly.cli.vector.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** One file of vectors: read whole, its format found by what is in it, and every vector judged. */
final class VectorFile {
    /** The largest file that is looked at, in bytes; its tree has to fit into the program's memory. */
    static final int MAX_SIZE = 32 * 1024 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(MAX_SIZE)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Path path;
    private final BiConsumer<String, String> failures;
    private final Tally tally = new Tally();

    private VectorFile(Path path, BiConsumer<String, String> failures) {
        this.path = path;
        this.failures = failures;
    }

    /**
     * Judges every vector of a file. A file that cannot be read, holds no vector or has no known format is one failure.
     *
     * @param failures is told which vector failed, and why
     */
    static Tally judge(Path path, BiConsumer<String, String> failures) {
        VectorFile file = new VectorFile(path, failures);
        file.judge();
        if (file.tally.isEmpty()) {
            file.count("file", Verdict.failed("holds no vectors"));
        }
        return file.tally;
    }

    private void judge() {
        try (InputStream content = Files.newInputStream(path)) {
            JsonNode root = JSON.readTree(content);
            if (root == null || root.isMissingNode()) {
                count("file", Verdict.failed("is empty"));
            } else {
                judge(root);
            }
        } catch (IOException unreadable) {
            count("file", Verdict.failed("cannot be read as JSON: " + reason(unreadable)));
        }
    }

    /** A parser says what is wrong with the text; a file system's message is little more than the path. */
    private static String reason(IOException unreadable) {
        return unreadable instanceof JsonProcessingException malformed
                ? malformed.getOriginalMessage()
                : unreadable.getClass().getSimpleName();
    }

    private void judge(JsonNode root) {
        if (root.path("format").asText().equals(Golden.FORMAT)) {
            all(root, root.path("tests"), Golden::judge);
        } else if (root.path("testGroups").isArray()) {
            groups(root);
        } else if (root.has("ciphersuite") && root.path("vectors").isArray()) {
            vectors(root.path("vectors"), root, HashToCurveVectors::judge);
        } else if (Loose.isKnown(root)) {
            count(root, Loose::judge);
        } else {
            all(root, tests(root), Loose::judge);
        }
    }

    /** The list of vectors of a file that is little more than that. */
    private static JsonNode tests(JsonNode root) {
        return root.isArray() ? root : root.path("tests").isArray() ? root.path("tests") : root.path("vectors");
    }

    private void groups(JsonNode root) {
        String algorithm = root.path("algorithm").asText("");
        for (JsonNode group : root.path("testGroups")) {
            if (!group.path("tests").isArray()) {
                count("file", Verdict.failed("has a group without a list of tests"));
            }
            Judge judge = Wycheproof.judge(group.path("type").asText(""), algorithm);
            vectors(group.path("tests"), group, judge);
        }
    }

    private void all(JsonNode root, JsonNode tests, Judge judge) {
        if (!tests.isArray()) {
            count("file", Loose.unknown(root));
        }
        tests.forEach(test -> count(Vector.of(test), judge));
    }

    private void vectors(JsonNode tests, JsonNode group, Judge judge) {
        tests.forEach(test -> count(new Vector(test, group), judge));
    }

    private void count(JsonNode test, Judge judge) {
        count(Vector.of(test), judge);
    }

    private void count(Vector vector, Judge judge) {
        Verdict verdict;
        try {
            verdict = judge.judge(vector);
        } catch (MalformedVectorException malformed) {
            verdict = Verdict.failed("malformed: " + malformed.getMessage());
        } catch (RuntimeException crash) {
            // Whatever a vector holds, the answer must be yes or no.
            verdict = Verdict.failed("crashed: " + crash);
        }
        count(vector.label(), verdict);
    }

    private void count(String what, Verdict verdict) {
        tally.count(verdict);
        if (verdict.kind() == Verdict.Kind.FAILED) {
            failures.accept(what, verdict.why());
        }
    }

    /**
     * The files that a path names: itself, or every {@code .json} in a folder and those within, in order. What cannot be
     * walked, and a folder without any, stands for itself, to be judged like a file that cannot be read.
     */
    static List<Path> at(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> found = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
            // A link that leads nowhere is a file that cannot be read, and no file that is not there.
            List<Path> files = found.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !Files.isDirectory(file))
                    .sorted()
                    .toList();
            return files.isEmpty() ? List.of(path) : files;
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of(path);
        }
    }
}
