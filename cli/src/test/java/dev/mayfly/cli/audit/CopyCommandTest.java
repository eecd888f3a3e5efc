package dev.mayfly.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A chain in a folder: verified with nothing else, and with whatever somebody did to it. */
class CopyCommandTest {
    private static final String FIRST = "entries-000000000000.txt";
    private static final String SECOND = "entries-000000000100.txt";

    @TempDir
    private Path folder;

    private final TestChain chain = new TestChain().live(1);
    private final TestAudit audit = new TestAudit(chain);
    private Path networkFile;
    private Path copy;

    @BeforeEach
    void keepNetworkFile() throws IOException {
        networkFile = Files.write(folder.resolve("network.json"), chain.network.toJson());
        copy = folder.resolve("copy");
    }

    @AfterEach
    void close() {
        audit.close();
    }

    @Test
    void copy_isLinesOfBase64UrlAndAHead() throws IOException {
        Run run = copy();

        assertThat(run.out()).isEqualTo("6 entries copied, 6 in all.\n");
        assertThat(run.exit()).isZero();
        assertThat(Files.readString(copy.resolve(FIRST)))
                .isEqualTo(String.join(
                                "\n",
                                chain.entries.stream().map(Bytes::toBase64Url).toList())
                        + "\n");
        assertThat(Files.readString(copy.resolve("head.json")))
                .isEqualTo("{\"entries\":6,\"digest\":\"%s\"}"
                        .formatted(chain.head().digest()));
        assertThat(files()).containsExactlyInAnyOrder(FIRST, "head.json");
    }

    @Test
    void copy_isVerifiedWithNobodyToAsk() {
        copy();
        audit.close();

        Run run = verify();

        assertThat(run.out())
                .contains("6 entries, head " + chain.head().digest())
                .endsWith("The chain holds.\n");
        assertThat(run.exit()).isZero();
    }

    @Test
    void copy_goesOnWhereItEnded() throws IOException {
        for (int lives : new int[] {0, 1, 18, 1, 1, 20}) {
            audit.tell(chain.live(lives));
            assertThat(copy().out()).endsWith("%d in all.\n".formatted(chain.entries.size()));
            assertThat(new ChainFolder(copy).head()).contains(chain.head());
        }
        List<Bytes> copied = new ArrayList<>();
        new ChainFolder(copy).all().forEachRemaining(copied::add);
        assertThat(copied).isEqualTo(chain.entries).hasSize(211);
        assertThat(verify().exit()).isZero();
    }

    @Test
    void copy_keepsTheEvidenceWhenTheChainWasWrittenAnew() throws IOException {
        copy();
        List<String> before = Files.readAllLines(copy.resolve(FIRST));
        TestChain another = new TestChain().live(3);
        audit.tell(another);

        Run run = copy();

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains("entry 5: the chain goes on from what was copied")
                .contains("expected: digest " + chain.head().digest())
                .contains("found:    digest " + another.entries.get(5).sha256());
        assertThat(Files.readAllLines(copy.resolve(FIRST))).isEqualTo(before);
    }

    @Test
    void copy_keepsTheEvidenceWhenTheEndWasCutOff() {
        copy();
        audit.entries = chain.entries.subList(0, 4);

        Run run = copy();

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("found:    no entry");
        assertThat(verify().exit()).isZero();
    }

    /** Every line and the line breaks, at the beginning, in the middle and at the end. */
    @Test
    void verify_findsEveryByteOfAPageThatWasFlipped() throws IOException {
        copy();
        byte[] page = Files.readAllBytes(copy.resolve(FIRST));
        for (int at : positions(page)) {
            byte[] altered = page.clone();
            altered[at] ^= 1;
            Files.write(copy.resolve(FIRST), altered);
            Run run = verify();
            assertThat(run.exit()).as("byte %d", at).isEqualTo(1);
            assertThat(run.out()).as("byte %d", at).contains("expected:");
        }
        Files.write(copy.resolve(FIRST), page);
        assertThat(verify().exit()).isZero();
    }

    @Test
    void verify_neverHoldsWithAnotherHead() throws IOException {
        copy();
        byte[] head = Files.readAllBytes(copy.resolve("head.json"));
        for (int at = 0; at < head.length; at++) {
            byte[] altered = head.clone();
            altered[at] ^= 1;
            Files.write(copy.resolve("head.json"), altered);
            assertThat(verify().exit()).as("byte %d", at).isIn(1, 2);
        }
    }

    @Test
    void verify_findsAPageThatIsMissingOrShort() throws IOException {
        audit.tell(chain.live(40));
        copy();
        List<String> second = Files.readAllLines(copy.resolve(SECOND));

        Files.write(copy.resolve(SECOND), second.subList(0, 99));
        assertThat(verify().out()).contains("entry 199: the chain goes on from the head that its source tells");
        Files.delete(copy.resolve(SECOND));
        assertThat(verify().out()).contains("entry 100: the chain goes on from the head that its source tells");
        assertThat(verify().exit()).isEqualTo(1);
    }

    @Test
    void verify_refusesAPageThatIsNone() throws IOException {
        copy();
        Files.write(copy.resolve(FIRST), Collections.nCopies(101, "AAAA"));

        Run run = verify();

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(FIRST + " holds more than a page");
    }

    @Test
    void show_tellsOneContainersTrail() {
        TestLife life = TestLife.in(chain);
        life.deliver().forEach(chain::add);
        chain.add(life.erased(3, 1));
        audit.tell(chain);
        copy();

        Run online = Run.audit("show", audit.url(), life.id());
        Run offline = Run.audit("show", copy, life.id());

        assertThat(online.exit()).isZero();
        assertThat(online.out().lines().map(String::strip))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith(
                                        "6  2027-01-15T08:00:00Z  CONTAINER_CREATED    opened by the sender, 2 of 3")
                                .contains("until 2027-01-15T09:00:00Z; drawn: node-"),
                        line -> assertThat(line).contains("CONTAINER_ACTIVATED  3 nodes hold a share"),
                        line -> assertThat(line).contains("MESSAGE_SENT         by a sent statement"),
                        line -> assertThat(line).contains("CONTAINER_DELIVERED  by a receipt statement"),
                        line -> assertThat(line).contains("SHARES_ERASED        by the nodes of ranks [3, 1]"),
                        line -> assertThat(line).contains("audit verify"));
        assertThat(offline).isEqualTo(online);
    }

    @Test
    void show_saysWhenNothingIsKnown() {
        Run run = Run.audit("show", audit.url(), Bytes.of(new byte[32]));

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("No entry is about");
        assertThat(Run.audit("show", audit.url(), "AAAA").exit()).isEqualTo(2);
    }

    private static List<Integer> positions(byte[] page) {
        List<Integer> positions = new ArrayList<>(List.of(0, 1, page.length / 2, page.length - 2));
        for (int at = 0; at < page.length - 1; at++) {
            if (page[at] == '\n') {
                positions.addAll(List.of(at - 1, at, at + 1, at + 40));
            }
        }
        return positions.stream().filter(at -> at < page.length).distinct().toList();
    }

    private Run copy() {
        return Run.audit("copy", audit.url(), copy);
    }

    private Run verify() {
        return Run.audit("verify", copy, "--network", networkFile);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(copy)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
