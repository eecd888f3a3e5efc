package dev.mayfly.domain.audit;

import static dev.mayfly.domain.audit.TestLife.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.TestBytes;
import dev.mayfly.domain.TestNetwork;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.ledger.AuditLog;
import dev.mayfly.domain.ledger.ChainHead;
import dev.mayfly.domain.ledger.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the bytes of a chain give away. What its entries may say is for {@link LedgerRulesTest}. */
class LedgerVerifierTest {

    private static final List<Bytes> CHAIN = TestLife.chain(TestLife.steps());
    private static final int LAST = CHAIN.size() - 1;

    @Test
    void verify_holdsForAWholeLife() {
        LedgerReport report = TestLife.verify(CHAIN);

        assertThat(report.findings()).isEmpty();
        assertThat(report.holds()).isTrue();
        assertThat(report.entries()).isEqualTo(8);
        assertThat(report.head()).isEqualTo(CHAIN.get(LAST).sha256());
        assertThat(report.containers())
                .containsExactly(new LedgerReport.Trail(ID, ContainerState.DELIVERED, TestLife.NOW + 3, 3, 5, 5));
    }

    @Test
    void verify_holdsForAnEmptyChain() {
        LedgerReport report = TestLife.verify(List.of());
        assertThat(report.holds()).isTrue();
        assertThat(report.head()).isEqualTo(Entry.genesis(TestNetwork.NAME, 0));
    }

    /** Every byte of every entry, once: what still is an entry is not the one that the next entry holds the digest of. */
    @Test
    void entry_refusedOrUnlinkedForEveryByteFlipped() {
        for (int seq = 0; seq < LAST; seq++) {
            for (int i = 0; i < CHAIN.get(seq).size(); i++) {
                assertThat(linked(TestBytes.flip(CHAIN.get(seq), i), CHAIN.get(seq + 1)))
                        .as("byte %d of entry %d", i, seq)
                        .isFalse();
            }
        }
    }

    /**
     * The verifier itself, every byte of short entries and a hundred of long ones. A change shows in the entry or in the
     * link of the next one; the last entry has no next one, and its change shows in the head.
     */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void verify_findsAByteFlippedAndSaysWhere(int seq) {
        Bytes entry = CHAIN.get(seq);
        List<Bytes> altered = new ArrayList<>(CHAIN.subList(0, Math.min(seq + 2, CHAIN.size())));
        for (int i = 0; i < entry.size(); i += 1 + entry.size() / 100) {
            altered.set(seq, TestBytes.flip(entry, i));
            LedgerReport report = TestLife.verify(altered);
            assertThat(report.findings())
                    .as("byte " + i)
                    .allMatch(finding -> finding.seq() == seq || finding.seq() == seq + 1);
            assertThat(!report.holds() || !report.head().equals(CHAIN.get(LAST).sha256()))
                    .as("byte " + i)
                    .isTrue();
            assertThat(report.holds() && seq < LAST).as("byte " + i).isFalse();
        }
    }

    @Test
    void verify_saysWhichEntryOneFlippedByteIsInOfTheWholeChain() {
        for (int seq = 0; seq < LAST; seq++) {
            List<Bytes> altered = new ArrayList<>(CHAIN);
            altered.set(seq, TestBytes.flip(CHAIN.get(seq), CHAIN.get(seq).size() - 1));
            List<Finding> findings = TestLife.verify(altered).findings();
            assertThat(findings).isNotEmpty();
            assertThat(findings.get(0).seq()).isBetween((long) seq, seq + 1L);
            assertThat(findings.get(0).toString())
                    .contains("entry " + findings.get(0).seq());
        }
    }

    @Test
    void verify_findsEachEntryRemoved() {
        for (int seq = 0; seq < LAST; seq++) {
            List<Bytes> without = new ArrayList<>(CHAIN);
            without.remove(seq);
            found(without, seq);
        }
    }

    @Test
    void verify_findsEachEntryDuplicated() {
        for (int seq = 0; seq <= LAST; seq++) {
            List<Bytes> twice = new ArrayList<>(CHAIN);
            twice.add(seq, CHAIN.get(seq));
            found(twice, seq + 1);
        }
    }

    @Test
    void verify_findsEachPairOfNeighboursSwapped() {
        for (int seq = 0; seq < LAST; seq++) {
            List<Bytes> swapped = new ArrayList<>(CHAIN);
            Collections.swap(swapped, seq, seq + 1);
            found(swapped, seq);
        }
    }

    /** A chain cut short is a chain: only its count and head, kept elsewhere, tell that something is missing. */
    @Test
    void verify_holdsForEveryPrefixWithAnotherHead() {
        for (int entries = 0; entries <= LAST; entries++) {
            LedgerReport report = TestLife.verify(CHAIN.subList(0, entries));
            assertThat(report.holds()).isTrue();
            assertThat(report.entries()).isEqualTo(entries);
            assertThat(report.head()).isNotEqualTo(CHAIN.get(LAST).sha256());
        }
    }

    @Test
    void verify_findsTheChainOfAnotherNetwork() {
        LedgerReport report = new LedgerVerifier(TestNetwork.of(7).network()).verify(CHAIN.iterator());
        assertThat(report.findings().get(0).seq()).isZero();
    }

    @Test
    void verify_findsBytesThatAreNoEntryAndReadsOn() {
        List<Bytes> altered = new ArrayList<>(CHAIN);
        altered.set(TestLife.BOB, TestBytes.utf8("not an entry"));
        LedgerReport report = TestLife.verify(altered);
        assertThat(report.findings()).extracting(Finding::seq).containsExactly(2L, 3L);
        assertThat(report.containers()).hasSize(1);
    }

    @Test
    void verify_listsAHundredFindingsAndCountsTheRest() {
        List<Bytes> noise = Collections.nCopies(120, TestBytes.utf8("not an entry"));
        LedgerReport report = TestLife.verify(noise);
        assertThat(report.findings()).hasSize(100);
        assertThat(report.findings()).extracting(Finding::seq).isSorted();
        assertThat(report.unlisted()).isEqualTo(20);
        assertThat(report.holds()).isFalse();
    }

    @Test
    void all_readsEveryPage() {
        List<Bytes> entries = IntStream.range(0, 251)
                .mapToObj(i -> TestBytes.utf8("entry " + i))
                .toList();
        List<Bytes> read = new ArrayList<>();
        log(entries).all().forEachRemaining(read::add);
        assertThat(read).isEqualTo(entries);
        assertThat(log(List.of()).all().hasNext()).isFalse();
    }

    /** A log whose pages are sometimes shorter than asked, as those of large entries are. */
    private static AuditLog log(List<Bytes> entries) {
        return new AuditLog() {
            @Override
            public List<Bytes> entries(long from, int limit) {
                int end = (int) Math.min(entries.size(), from + Math.min(limit, 1 + from % 100));
                return entries.subList((int) from, Math.max((int) from, end));
            }

            @Override
            public List<Bytes> entriesAbout(Bytes subject, long from, int limit) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<ChainHead> head() {
                throw new UnsupportedOperationException();
            }
        };
    }

    private static boolean linked(Bytes encoded, Bytes next) {
        try {
            Entry.decode(encoded);
            return Entry.decode(next).prev().equals(encoded.sha256());
        } catch (RejectedException refused) {
            return false;
        }
    }

    /** The first finding is where the chain departs from the true one, and every finding is of an entry that is there. */
    private static void found(List<Bytes> chain, int seq) {
        List<Finding> findings = TestLife.verify(chain).findings();
        assertThat(findings).as("entry " + seq).isNotEmpty();
        assertThat(findings.get(0).seq()).isEqualTo(seq);
        assertThat(findings).extracting(Finding::seq).isSorted();
        assertThat(findings).allMatch(finding -> finding.seq() < chain.size());
    }
}
