package dev.mayfly.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.TestNetwork;
import dev.mayfly.domain.audit.TestLife.Step;
import dev.mayfly.domain.ledger.ChainHead;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a chain alone does not show, and an auditor who kept a head finds. */
class KnownHeadsTest {
    private static final List<Bytes> CHAIN = TestLife.chain(TestLife.steps());

    @Test
    void verify_holdsThroughEveryHeadThatTheChainHad() {
        for (int entries = 0; entries <= CHAIN.size(); entries++) {
            assertThat(verify(CHAIN, head(CHAIN, entries)).findings()).isEmpty();
        }
    }

    @Test
    void verify_findsTheLastEntryRewritten() {
        List<Bytes> rewritten = rewrittenAt(TestLife.ERASED);
        assertThat(TestLife.verify(rewritten).holds())
                .as("alone it shows nothing")
                .isTrue();

        LedgerReport report = verify(rewritten, head(CHAIN, CHAIN.size()));

        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.seq()).isEqualTo(TestLife.ERASED);
            assertThat(finding.rule()).isEqualTo("the chain goes on from the head of yesterday");
            assertThat(finding.expected())
                    .contains("8 entries", CHAIN.get(7).sha256().toString());
            assertThat(finding.found())
                    .contains("8 entries", rewritten.get(7).sha256().toString());
        });
    }

    @Test
    void verify_findsTheChainRewrittenFromAnyEntryOn() {
        for (int seq : new int[] {TestLife.REGISTRY, TestLife.ALICE, TestLife.SENT}) {
            LedgerReport report = verify(rewrittenAt(seq), head(CHAIN, CHAIN.size() - 1));

            assertThat(report.findings()).extracting(Finding::seq).containsExactly(CHAIN.size() - 2L);
        }
    }

    @Test
    void verify_findsTheEndCutOff() {
        for (int entries = 0; entries < CHAIN.size(); entries++) {
            LedgerReport report = verify(CHAIN.subList(0, entries), head(CHAIN, CHAIN.size()));

            long position = entries;
            assertThat(report.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.seq()).isEqualTo(position);
                assertThat(finding.expected()).contains("8 entries");
                assertThat(finding.found()).contains(position + " entries");
            });
        }
    }

    @Test
    void verify_findsTheHeadOfAnotherNetworkBeforeTheFirstEntry() {
        assertThat(verify(CHAIN, ChainHead.ofEmpty("another")).findings())
                .extracting(Finding::seq)
                .containsExactly(0L);
    }

    private static LedgerReport verify(List<Bytes> chain, ChainHead known) {
        return new LedgerVerifier(TestLife.NETWORK.network())
                .verify(chain.iterator(), Map.of("the head of yesterday", known));
    }

    private static ChainHead head(List<Bytes> chain, int entries) {
        return entries == 0
                ? ChainHead.ofEmpty(TestNetwork.NAME)
                : new ChainHead(entries, chain.get(entries - 1).sha256());
    }

    /** A sound chain of the same network whose entry at a position has another time. */
    private static List<Bytes> rewrittenAt(int seq) {
        List<Step> steps = TestLife.steps();
        Step step = steps.get(seq);
        steps.set(seq, new Step(step.time() + 1, step.body()));
        return TestLife.chain(steps);
    }
}
