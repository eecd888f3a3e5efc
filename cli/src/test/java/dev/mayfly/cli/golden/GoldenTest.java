package dev.mayfly.cli.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mayfly.cli.vector.MalformedVectorException;
import dev.mayfly.cli.vector.Vector;
import dev.mayfly.cli.vector.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The formats are what they were: the file in the documents is still what this program computes. */
class GoldenTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeAll
    static void rebuild() throws IOException {
        RebuildGolden.ifAsked();
    }

    /** If this fails and no format was meant to change, the change is wrong; see docs/conformance.md. */
    @Test
    void file_isWhatTheProgramComputes() throws IOException {
        assertThat(RebuildGolden.text()).isEqualTo(Files.readString(RebuildGolden.FILE));
    }

    @TestFactory
    Stream<DynamicTest> judge_passesEveryVector() throws IOException {
        return tests().map(test -> DynamicTest.dynamicTest(
                Vector.of(test).label(),
                () -> assertThat(Golden.judge(Vector.of(test))).isEqualTo(Verdict.PASSED)));
    }

    /** A judge that looks at nothing would pass them too. */
    @TestFactory
    Stream<DynamicTest> judge_failsEveryVectorInWhichOneByteIsChanged() throws IOException {
        return tests().filter(test -> !test.has("result"))
                .flatMap(test -> hexFields(test).stream()
                        .map(name -> DynamicTest.dynamicTest(Vector.of(test).label() + " " + name, () -> {
                            ObjectNode changed = test.deepCopy();
                            String hex = changed.get(name).textValue();
                            char last = hex.charAt(hex.length() - 1);
                            changed.put(name, hex.substring(0, hex.length() - 1) + (last == '0' ? '1' : '0'));
                            assertThat(verdict(changed).kind()).isEqualTo(Verdict.Kind.FAILED);
                        })));
    }

    private static Verdict verdict(JsonNode test) {
        try {
            return Golden.judge(Vector.of(test));
        } catch (MalformedVectorException malformed) {
            return Verdict.failed("malformed");
        }
    }

    private static Stream<ObjectNode> tests() throws IOException {
        List<ObjectNode> tests = new ArrayList<>();
        JSON.readTree(Files.readString(RebuildGolden.FILE)).path("tests").forEach(test -> tests.add((ObjectNode) test));
        assertThat(tests).hasSizeGreaterThan(50);
        return tests.stream();
    }

    private static List<String> hexFields(ObjectNode test) {
        List<String> names = new ArrayList<>();
        test.properties().forEach(field -> {
            String value = field.getValue().asText("");
            if (value.length() >= 32 && value.matches("([0-9a-f]{2})+")) {
                names.add(field.getKey());
            }
        });
        return names;
    }
}
