package dev.mayfly.cli.conformance;

import com.fasterxml.jackson.core.JsonParser;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** One file of vectors: read whole, its format found by what is in it, and every vector judged. */
final class VectorFile {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
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
        try {
            JsonNode root = JSON.readTree(Files.readAllBytes(path));
            if (root == null || root.isMissingNode()) {
                count("file", Verdict.failed("is empty"));
            } else {
                judge(root);
            }
        } catch (IOException unreadable) {
            count(
                    "file",
                    Verdict.failed(
                            "cannot be read as JSON: " + unreadable.getClass().getSimpleName()));
        }
    }

    private void judge(JsonNode root) {
        if (root.path("format").asText().equals(Golden.FORMAT)) {
            all(root.path("tests"), Golden::judge);
        } else if (root.path("testGroups").isArray()) {
            groups(root);
        } else if (root.has("ciphersuite") && root.path("vectors").isArray()) {
            vectors(root.path("vectors"), root, HashToCurveVectors::judge);
        } else if (Loose.isKnown(root)) {
            count(root, Loose::judge);
        } else {
            all(tests(root), Loose::judge);
        }
    }

    /** The list of vectors of a file that is little more than that. */
    private static JsonNode tests(JsonNode root) {
        return root.isArray() ? root : root.path("tests").isArray() ? root.path("tests") : root.path("vectors");
    }

    private void groups(JsonNode root) {
        String algorithm = root.path("algorithm").asText("");
        for (JsonNode group : root.path("testGroups")) {
            Judge judge = Wycheproof.judge(group.path("type").asText(""), algorithm);
            vectors(group.path("tests"), group, judge);
        }
    }

    private void all(JsonNode tests, Judge judge) {
        if (!tests.isArray()) {
            count("file", Verdict.failed("is of an unknown format"));
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

    /** The files that a path names: itself, or every {@code .json} in a folder and those within, in order. */
    static List<Path> at(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (var found = Files.walk(path)) {
            List<Path> files =
                    new ArrayList<>(found.filter(file -> file.toString().endsWith(".json"))
                            .filter(Files::isRegularFile)
                            .sorted()
                            .toList());
            // An empty folder is judged like an empty file: as a failure, by its own name.
            return files.isEmpty() ? List.of(path) : files;
        } catch (IOException unreadable) {
            return List.of(path);
        }
    }
}
