package dev.mayfly.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.ledger.ChainHead;
import dev.mayfly.domain.wire.WireJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an auditor is told of a chain that an audit serves. */
class VerifyCommandTest {
    @TempDir
    private Path folder;

    private final TestChain chain = new TestChain().live(2);
    private final TestAudit audit = new TestAudit(chain);
    private Path networkFile;

    @BeforeEach
    void keepNetworkFile() throws IOException {
        networkFile = Files.write(folder.resolve("network.json"), chain.network.toJson());
    }

    @AfterEach
    void close() {
        audit.close();
    }

    @Test
    void verify_holdsAndSaysWhatItSaw() {
        Run run = verify();

        assertThat(run.out())
                .contains("network testnet: 11 entries, head " + chain.head().digest())
                .contains("0 opening, 0 active, 2 delivered, 0 revoked, 0 expired")
                .contains("erasures: 6 of 6 due are recorded")
                .endsWith("The chain holds.\n");
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
    }

    @Test
    void verify_saysTheSameAsJson() throws IOException {
        Run run = verify("--json");

        JsonNode told = WireJson.mapper().readTree(run.out());
        assertThat(told.get("holds").asBoolean()).isTrue();
        assertThat(told.get("entries").asLong()).isEqualTo(11);
        assertThat(told.get("head").asText()).isEqualTo(chain.head().digest().toBase64Url());
        assertThat(told.at("/containers/delivered").asLong()).isEqualTo(2);
        assertThat(told.at("/erasures/due").asLong()).isEqualTo(6);
        assertThat(told.get("findings")).isEmpty();
        assertThat(run.exit()).isZero();
    }

    @Test
    void verify_holdsThroughMoreThanOnePage() {
        audit.tell(chain.live(20));

        assertThat(verify().out()).contains("111 entries").endsWith("The chain holds.\n");
    }

    @Test
    void verify_showsErasuresThatAreMissing() {
        TestLife life = TestLife.in(chain);
        life.deliver().forEach(chain::add);
        chain.add(life.erased(2));
        audit.tell(chain);

        Run run = verify();

        assertThat(run.out())
                .contains("erasures: 7 of 9 due are recorded")
                .contains("  " + life.id() + ": 2 of 3 missing, over since 2027-01-15T08:00:00Z")
                .endsWith("The chain holds.\n");
        assertThat(run.exit()).as("nobody lied: a node may be dead").isZero();
    }

    @Test
    void verify_showsEndsThatNobodyRecorded() {
        TestLife life = TestLife.in(chain);
        life.deliver().subList(0, 2).forEach(chain::add);
        audit.tell(chain);

        assertThat(verify().out()).contains("1 active").contains("ends: 0 containers");
        Run late = Run.auditAt(TestChain.NOW + 3600, "verify", audit.url(), "--network", networkFile);
        assertThat(late.out())
                .contains("ends: 1 containers are over and no entry says so yet")
                .contains(life.id() + ": 3 of 3 missing, over since 2027-01-15T09:00:00Z");
        assertThat(late.exit()).isZero();
    }

    @Test
    void verify_givesEvidenceOfAnEntryThatWasChanged() throws IOException {
        List<Bytes> altered = new ArrayList<>(chain.entries);
        altered.set(3, flipped(altered.get(3)));
        audit.entries = altered;

        Run run = verify();
        JsonNode told = WireJson.mapper().readTree(verify("--json").out());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .containsPattern("(?s)entry [34]: .*\n  expected: .*\n  found:    ")
                .containsPattern("The chain does not hold: \\d+ findings\\.\n$");
        assertThat(told.get("holds").asBoolean()).isFalse();
        assertThat(told.at("/findings/0/seq").asInt()).isBetween(3, 4);
        assertThat(told.at("/findings/0/expected").asText()).isNotEmpty();
    }

    @Test
    void verify_findsThatAnAuditTellsAnotherHeadThanItsEntriesHave() {
        audit.head = new ChainHead(12, chain.head().digest());

        Run run = verify();

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("the chain goes on from the head that its source tells");
    }

    @Test
    void verify_believesTheNetworkFileAndNothingElse() throws IOException {
        Files.write(networkFile, new TestChain().network.toJson());

        assertThat(verify().exit()).isEqualTo(1);
    }

    @Test
    void head_isRememberedAndTheChainMustGoOnFromIt() throws IOException {
        Path head = folder.resolve("head.json");

        assertThat(verify("--head", head).exit()).isZero();
        assertThat(Files.readString(head)).contains("11", chain.head().digest().toBase64Url());

        audit.tell(chain.live(1));
        assertThat(verify("--head", head).exit()).isZero();
        assertThat(Files.readString(head)).contains("16");
    }

    @Test
    void head_findsAChainThatWasCutOffAndStaysAsItWas() throws IOException {
        Path head = folder.resolve("head.json");
        verify("--head", head);
        String remembered = Files.readString(head);
        ChainHead shorter = new ChainHead(10, chain.entries.get(9).sha256());
        audit.entries = chain.entries.subList(0, 10);
        audit.head = shorter;

        Run run = verify("--head", head);

        assertThat(verify().exit()).as("without the head it is a chain").isZero();
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains("entry 10: the chain goes on from the head in " + head)
                .contains("11 entries with the digest " + chain.head().digest())
                .contains("10 entries with the digest " + shorter.digest());
        assertThat(Files.readString(head)).isEqualTo(remembered);
    }

    @Test
    void verify_cannotTellWhenNobodyAnswers() {
        audit.close();

        Run run = verify();

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("does not answer").doesNotContain("Exception in");
    }

    @Test
    void verify_cannotTellWithoutWhatItNeeds() throws IOException {
        assertThat(Run.audit("verify", audit.url()).exit())
                .as("no network file")
                .isEqualTo(2);
        assertThat(Run.audit("verify", audit.url(), "--network", folder.resolve("none"))
                        .err())
                .contains("none cannot be read");
        assertThat(Run.audit("verify", folder, "--network", networkFile).err()).contains("holds no copy of a chain");
        assertThat(Run.audit("verify", "ftp://x", "--network", networkFile).exit())
                .isEqualTo(2);
        assertThat(Run.audit("verify", "http:///x", "--network", networkFile).exit())
                .isEqualTo(2);
        Path head = Files.writeString(folder.resolve("head.json"), "null");
        assertThat(verify("--head", head).err()).contains("holds no head");
        assertThat(verify("--head", head).exit()).isEqualTo(2);
        Files.writeString(networkFile, "{}");
        assertThat(verify().exit()).isEqualTo(2);
    }

    private Run verify(Object... options) {
        List<Object> arguments = new ArrayList<>(List.of("verify", audit.url(), "--network", networkFile));
        arguments.addAll(List.of(options));
        return Run.audit(arguments.toArray());
    }

    private static Bytes flipped(Bytes entry) {
        byte[] bytes = entry.toByteArray();
        bytes[bytes.length / 2] ^= 1;
        return Bytes.of(bytes);
    }
}
