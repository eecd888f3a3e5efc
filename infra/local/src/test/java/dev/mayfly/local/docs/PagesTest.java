package dev.mayfly.local.docs;

import static dev.mayfly.local.docs.Repository.all;
import static dev.mayfly.local.docs.Repository.block;
import static dev.mayfly.local.docs.Repository.files;
import static dev.mayfly.local.docs.Repository.section;
import static dev.mayfly.local.docs.Repository.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.WireJson;
import dev.mayfly.dynamo.schema.TableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the other pages list is what there is. */
class PagesTest {

    private static final List<Path> PAGES = files(".*\\.md");

    @Test
    void links_leadSomewhere() {
        for (Path page : PAGES) {
            for (String link : all("(?<!!)\\[[^\\]]*\\]\\((?!https?:)([^)\\s]+)\\)", withoutCode(page))) {
                String[] parts = link.split("#", 2);
                Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
                assertThat(Files.exists(target)).as("%s in %s", link, page).isTrue();
                if (parts.length == 2) {
                    assertThat(anchors(target)).as("%s in %s", link, page).contains(parts[1]);
                }
            }
        }
    }

    @Test
    void errors_areThoseOfTheCode() {
        Set<String> inCode = Arrays.stream(ErrorCode.values())
                .map(code -> "| `%s` | %d | %s |".formatted(code.slug(), code.status(), code.title()))
                .collect(Collectors.toSet());
        assertThat(all("^(\\| `[a-z-]+` \\| \\d+ \\| [^|]+ \\|)", text("docs/errors.md")))
                .isEqualTo(inCode);
    }

    @Test
    void problem_isOneOfTheCode() throws IOException {
        JsonNode problem = WireJson.mapper().readTree(block("json", section("docs/protocol.md", "### Errors")));
        ErrorCode code = ErrorCode.ofType(problem.get("type").asText()).orElseThrow();
        assertThat(problem.get("status").asInt()).isEqualTo(code.status());
        assertThat(problem.get("title").asText()).isEqualTo(code.title());
    }

    @Test
    void errorsNamedOnThePages_exist() {
        Set<String> slugs =
                Arrays.stream(ErrorCode.values()).map(ErrorCode::slug).collect(Collectors.toSet());
        assertThat(slugs).containsAll(all("`(container-[a-z-]+|[a-z]+-(?:conflict|unknown|outdated))`", PAGES));
    }

    @Test
    void tables_areThoseOfTheCode() {
        Set<String> inCode = Arrays.stream(TableSchema.values())
                .map(table -> "| `%s` | %s |"
                        .formatted(table.baseName(), TableSchema.ofNode().contains(table) ? "node" : "coordinator"))
                .collect(Collectors.toSet());
        assertThat(all("^(\\| `[a-z-]+` \\| \\w+ \\|)", section("docs/architecture.md", "## Tables")))
                .isEqualTo(inCode);
    }

    @Test
    void quickStart_hasTheLinesThatUpPrints() {
        String lines = text("infra/local/src/main/resources/dev/mayfly/local/up/lines.sh");
        assertThat(text("docs/quickstart.md")).contains("```sh\n" + lines + "```");
    }

    @Test
    void testsNamedAsAnswers_exist() {
        List<Path> tests = files(".*/src/test/java/.*\\.java");
        for (String named : all("`(\\w+#\\w+)`", text("docs/threats.md"))) {
            String[] parts = named.split("#");
            assertThat(tests)
                    .as(named)
                    .anyMatch(file -> file.getFileName().toString().equals(parts[0] + ".java")
                            && text(file).contains(" " + parts[1] + "("));
        }
    }

    private static String withoutCode(Path page) {
        return text(page).replaceAll("(?s)```.*?```", "");
    }

    /** The anchors that GitHub makes of a page's headings. */
    private static Set<String> anchors(Path page) {
        return all("^#+ (.+)$", withoutCode(page)).stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}
