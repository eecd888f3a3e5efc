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
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    /** The tables of the protocol page list every kind of statement and of entry. */
    @Test
    void file_hasAnAnswerForEveryStatementAndEntryOfTheProtocol() throws IOException {
        String page = Files.readString(RebuildGolden.FILE.resolveSibling("../protocol.md"));
        Set<String> kinds = rows(page, "### Statements", "[a-z-]+");
        kinds.removeAll(Set.of("network", "aud", "iat", "jti"));
        assertThat(types("statement")).isEqualTo(kinds);
        assertThat(types("entry")).isEqualTo(rows(page, "## 8. The ledger", "[A-Z_]+"));
    }

    /** The names in the first column of a section's tables. */
    private static Set<String> rows(String page, String heading, String name) {
        String section = page.substring(page.indexOf(heading));
        String end = heading.substring(0, heading.indexOf(' ') + 1);
        section = section.substring(0, section.indexOf("\n" + end, 1));
        return Pattern.compile("^\\| `(" + name + ")` \\|", Pattern.MULTILINE)
                .matcher(section)
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> types(String kind) throws IOException {
        return tests().filter(test -> test.path("kind").asText().equals(kind))
                .map(test -> test.path("type").asText())
                .collect(Collectors.toCollection(TreeSet::new));
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
