package dev.mayfly.local.docs;

import static dev.mayfly.local.docs.Repository.all;
import static dev.mayfly.local.docs.Repository.block;
import static dev.mayfly.local.docs.Repository.files;
import static dev.mayfly.local.docs.Repository.section;
import static dev.mayfly.local.docs.Repository.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.client.file.ContactFile;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.encoding.Encoder;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.network.Network;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/protocol.md} lists is what the code has. */
class ProtocolPageTest {

    private static final String PAGE = "docs/protocol.md";
    private static final Set<String> FIRST_CLAIMS = Set.of("network", "aud", "iat", "jti");
    /** What runs in a network: a benchmark signs a statement of its own. */
    private static final List<Path> MAIN_SOURCES = files("(?!bench/).*/src/main/java/.*\\.java");

    @Test
    void workedExample_isWhatTheEncoderWrites() {
        String bytes = section(PAGE, "### The encoding");
        Encoder example = Encoder.of("mayfly/v1/example")
                .text("é")
                .integer(258)
                .bytes(Bytes.of(new byte[] {(byte) 0xff}))
                .list(List.of(Bytes.of(new byte[] {(byte) 0xaa}), Bytes.of(new byte[0])));
        assertThat(block("hex", bytes).replaceAll("\\s", "")).isEqualTo(hex(example.toBytes()));
        assertThat(bytes).contains(hex(example.sha256()));
    }

    @Test
    void labels_areThoseOfTheCode() {
        Set<String> inPage = all("[\"`](mayfly/v1/[a-z/-]+)[\"`]", text(PAGE));
        inPage.remove("mayfly/v1/example");
        assertThat(inPage).isEqualTo(all("\"(mayfly/v1/[a-z/-]+)\"", MAIN_SOURCES));
    }

    @Test
    void statements_areThoseOfTheCode() {
        Set<String> inPage = all("^\\| `([a-z-]+)` \\|", section(PAGE, "### Statements"));
        inPage.removeAll(FIRST_CLAIMS);
        assertThat(inPage)
                .isEqualTo(all(
                        "(?:new StatementType<>\\(|StatementType<\\w+> \\w+ = type\\()\\s*\"([a-z-]+)\"",
                        MAIN_SOURCES));
    }

    @Test
    void claims_haveTheNamesOfTheCode() {
        Set<String> inCode = all(
                "\\.(?:text|integer|bytes|texts|bytesList)\\(\"([a-zA-Z]+)\", ",
                files("domain/src/main/java/.*\\.java"));
        inCode.removeAll(FIRST_CLAIMS);
        assertThat(all("`([a-zA-Z]+)` (?:\\d|integer|text|bytes|list|the |as )", section(PAGE, "### Statements")))
                .isEqualTo(inCode);
    }

    @Test
    void entries_areThoseOfTheCode() {
        Set<String> inCode = records(EntryBody.class)
                .map(body -> body.getSimpleName()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                        .toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        assertThat(all("^\\| `([A-Z_]+)` \\|", section(PAGE, "## 8. The ledger")))
                .isEqualTo(inCode);
    }

    @Test
    void contactFile_isRead() throws RejectedException {
        byte[] file = block("json", section(PAGE, "### A user's files")).getBytes(StandardCharsets.UTF_8);
        assertThat(ContactFile.parse(file, "example", 0).user().subject()).isEqualTo("alice");
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(ProtocolPageTest::records)
                : Stream.of(type);
    }

    @Test
    void transitions_areThoseOfTheCode() {
        String end = section(PAGE, "## 7. The end");
        for (ContainerState from : ContainerState.values()) {
            for (ContainerState to : ContainerState.values()) {
                assertThat(end.contains("| `%s` | `%s` |".formatted(from.label(), to.label())))
                        .as("%s to %s", from, to)
                        .isEqualTo(from.mayBecome(to));
            }
        }
    }

    @Test
    void networkFile_isRead() throws RejectedException {
        String json = block("json", section(PAGE, "### Network file"));
        Network network = Network.parse(json.getBytes(StandardCharsets.UTF_8));
        assertThat(Network.parse(network.toJson())).isEqualTo(network);
        assertThat(all("^\\| `(\\w+)` \\|", section(PAGE, "### Network file"))).isEqualTo(all("^  \"(\\w+)\"", json));
    }

    @Test
    void functions_areThoseOfTheCode() {
        Set<String> inPage = all("^\\| `([a-z-]+)`(?: \\(GET\\))? \\|", section(PAGE, "## 10. Functions over HTTP"));
        assertThat(inPage).isEqualTo(all("@Funq\\(\"v1/([a-z-]+)\"\\)", MAIN_SOURCES));
    }

    private static String hex(Bytes bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
