package dev.mayfly.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the command prints, and what it exits with. */
class ConformanceCommandTest {
    private static final String HMAC = """
            {"algorithm": "HMACSHA256", "added": {"later": true}, "testGroups": [{
              "type": "MacTest", "keySize": 160, "tagSize": 256, "tests": [
                {"tcId": 1, "key": "%s", "msg": "4869205468657265", "result": "%s",
                 "tag": "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"}]}]}
            """;
    /** RFC 4231 section 4.2. */
    private static final String RFC_4231_KEY = "0b".repeat(20);

    @TempDir
    private Path folder;

    /** What one run printed and exited with. */
    private record Run(int exit, String out, String err) {
        String lastLine() {
            return out.strip().lines().reduce((before, line) -> line).orElse("");
        }
    }

    @Test
    void run_passesWhatIsRight() throws IOException {
        Run run = run(file("a.json", HMAC.formatted(RFC_4231_KEY, "valid")));

        assertThat(run.out)
                .isEqualTo(folder.resolve("a.json") + ": 1 passed, 0 failed, 0 skipped\n"
                        + "1 passed, 0 failed, 0 skipped\n");
        assertThat(run.exit).isZero();
        assertThat(run.err).isEmpty();
    }

    @Test
    void run_failsWhenAWrongAnswerIsExpected() throws IOException {
        failed(run(file("a.json", HMAC.formatted("0c".repeat(20), "valid"))), "refused");
    }

    @Test
    void run_failsWhenARefusalIsExpectedAndNoneCame() throws IOException {
        failed(run(file("a.json", HMAC.formatted(RFC_4231_KEY, "invalid"))), "accepted");
    }

    @Test
    void run_failsOnAResultThatItDoesNotKnow() throws IOException {
        failed(run(file("a.json", HMAC.formatted(RFC_4231_KEY, "maybe"))), "malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "null",
                "[]",
                "{}",
                "42",
                "{\"tests\": []}",
                "{\"tests\": {}}",
                "{\"testGroups\": []}",
                "{\"testGroups\": [{\"type\": \"MacTest\", \"tests\": []}]}",
                "{\"testGroups\": [{\"type\": \"MacTest\"}]}",
                "{\"testGroups\": [7]}",
                "{\"vectors\": [{\"pk\": \"03",
                "\uFEFF",
                "{\"format\": \"mayfly-v1\", \"tests\": []}",
                "{\"tests\": [], \"tests\": []}",
                "{\"tests\": []} {}"
            })
    void run_failsOnAFileWithoutVectors(String content) throws IOException {
        failed(run(file("a.json", content)), "file");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"tests": [{"colour": "red"}]}                                         | unknown format, with the fields [colour]
            {"colour": "red"}                                                      | unknown format, with the fields [colour]
            {"tests": [{"suite": "ECVRF-P256-SHA256-TIA"}]}                        | unknown suite, ECVRF-P256-SHA256-TIA
            {"tests": [{"suite_octet": 5}]}                                        | unknown suite, 5
            {"algorithm": "ECDSA", "testGroups": [{"type": "New", "tests": [{}]}]} | unknown type, "New" of ECDSA
            {"algorithm": "ECDSA", "testGroups": [{"tests": [{}]}]}                | unknown type, "" of ECDSA
            {"testGroups": [{"tests": [{}]}]}                                      | unknown type, "" of
            {"format": "mayfly-v1", "tests": [{"kind": "new"}]}                    | unknown kind, new
            {"tests": [{"suite": 1}]}                                              | suite must be text
            {"tests": [null]}                                                      | unknown format
            """)
    void run_namesWhatItDoesNotKnow(String content, String name) throws IOException {
        failed(run(file("a.json", content)), name);
    }

    @Test
    void run_failsOnAMissingFileAndAnEmptyFolder() {
        failed(run(folder.resolve("nowhere.json")), "cannot be read");
        failed(run(folder), "cannot be read");
    }

    @Test
    void run_failsOnALinkThatLeadsNowhereOrInACircle() throws IOException {
        Files.createSymbolicLink(folder.resolve("a.json"), folder.resolve("nowhere.json"));
        failed(run(folder), "cannot be read");
        Files.createSymbolicLink(folder.resolve("b"), folder);
        failed(run(folder), "cannot be read");
    }

    @Test
    void run_followsALinkToAFolder() throws IOException {
        Path vectors = Files.createDirectory(folder.resolve("vectors"));
        file("vectors/a.json", HMAC.formatted(RFC_4231_KEY, "valid"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), vectors);
        assertThat(run(link).lastLine()).isEqualTo("1 passed, 0 failed, 0 skipped");
    }

    @Test
    void run_failsOnAFileThatIsTooLarge() throws IOException {
        Path large = file("a.json", "[");
        try (var writer = Files.newBufferedWriter(large)) {
            writer.write('[');
            for (int i = 0; i < VectorFile.MAX_SIZE / 64 + 1; i++) {
                writer.write(" ".repeat(64));
            }
            writer.write(']');
        }
        failed(run(large), "cannot be read");
    }

    @Test
    void run_countsAFileAsOftenAsItIsNamed() throws IOException {
        Path file = file("a.json", HMAC.formatted(RFC_4231_KEY, "valid"));
        assertThat(run(file, file).lastLine()).isEqualTo("2 passed, 0 failed, 0 skipped");
    }

    @Test
    void run_readsAFileThatBeginsWithAByteOrderMark() throws IOException {
        Run run = run(file("a.json", "\uFEFF" + HMAC.formatted(RFC_4231_KEY, "valid")));
        assertThat(run.lastLine()).isEqualTo("1 passed, 0 failed, 0 skipped");
    }

    @Test
    void run_countsWhatIsBehindAVectorThatFails() throws IOException {
        String right = HMAC.formatted(RFC_4231_KEY, "valid");
        String both = right.replace("\"tests\": [", "\"tests\": [7, null, {\"tcId\": 9, \"key\": 3}, ");
        Run run = run(file("a.json", both));
        assertThat(run.lastLine()).isEqualTo("1 passed, 3 failed, 0 skipped");
        assertThat(run.err).doesNotContain("crashed");
    }

    @Test
    void run_skipsByNameWhatIsNotShipped() throws IOException {
        Run run = run(file("a.json", "{\"tests\": [{\"suite\": \"ECVRF-EDWARDS25519-SHA512-TAI\"}]}"));
        assertThat(run.exit).isZero();
        assertThat(run.out).contains("0 passed, 0 failed, 1 skipped (ECVRF-EDWARDS25519-SHA512-TAI 1)");
        assertThat(run.lastLine()).isEqualTo("0 passed, 0 failed, 1 skipped");
    }

    @Test
    void run_addsUpTheFilesOfFolders() throws IOException {
        Files.createDirectory(folder.resolve("within"));
        file("b.json", HMAC.formatted(RFC_4231_KEY, "valid"));
        file("within/a.json", HMAC.formatted(RFC_4231_KEY, "invalid"));
        file("notes.md", "not a vector");
        Run run = run(folder);
        assertThat(run.out.lines()).hasSize(3);
        assertThat(run.lastLine()).isEqualTo("1 passed, 1 failed, 0 skipped");
        assertThat(run.exit).isEqualTo(1);
    }

    @Test
    void run_refusesToRunOnNothing() {
        assertThat(run().exit).isEqualTo(2);
    }

    /** Every family that is shipped has vectors beside the repository, where there are any. */
    @Test
    void run_passesEverythingThatIsKeptBesideTheRepository() {
        Path shared = Path.of(System.getProperty(
                "mayfly.vectors",
                Path.of(System.getProperty("basedir", ""))
                        .resolve("../../shared/vectors")
                        .toString()));
        Assumptions.assumeTrue(Files.isDirectory(shared), "no vectors here: set -Dmayfly.vectors to their folder");

        Run run = run(shared);
        assertThat(run.err).isEmpty();
        assertThat(run.lastLine()).matches("[1-9][0-9]{2,} passed, 0 failed, \\d+ skipped");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static void failed(Run run, String why) {
        assertThat(run.exit).isEqualTo(1);
        assertThat(run.lastLine()).isEqualTo("0 passed, 1 failed, 0 skipped");
        assertThat(run.err).contains(why);
    }

    private static Run run(Path... paths) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = new CommandLine(new ConformanceCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err));
        String[] arguments = Stream.of(paths).map(Path::toString).toArray(String[]::new);
        int exit = command.execute(arguments);
        return new Run(exit, out.toString(), err.toString());
    }
}
