package dev.mayfly.domain.audit;

import static dev.mayfly.domain.audit.TestLife.ACTIVATED;
import static dev.mayfly.domain.audit.TestLife.CONTAINER;
import static dev.mayfly.domain.audit.TestLife.DELIVERED;
import static dev.mayfly.domain.audit.TestLife.ERASED;
import static dev.mayfly.domain.audit.TestLife.ID;
import static dev.mayfly.domain.audit.TestLife.NOW;
import static dev.mayfly.domain.audit.TestLife.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.domain.TestContainer;
import dev.mayfly.domain.TestDealing;
import dev.mayfly.domain.TestNetwork;
import dev.mayfly.domain.audit.TestLife.Step;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.share.Erasure;
import dev.mayfly.domain.statement.Issued;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nodes sign after a container's end, and what is said of it. */
class ErasureRulesTest {

    private static final long END = NOW + TestContainer.LIFETIME;

    private final List<Step> life = TestLife.steps();

    @Test
    void erasure_foundBeforeTheEnd() {
        Collections.swap(life, DELIVERED, ERASED);
        found(DELIVERED, "before the container's end");
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true"})
    void erasure_allowedFromTheEndWithoutAnyDelivery(long seconds, boolean holds) {
        life.remove(DELIVERED);
        life.set(DELIVERED, new Step(END + seconds, TestLife.erased(1, 2, 3, 4, 5)));
        LedgerReport report = report();
        assertThat(report.holds()).isEqualTo(holds);
        assertThat(report.containers().get(0).erased()).isEqualTo(holds ? 5 : 0);
    }

    @Test
    void erasure_foundOfARankErasedBefore() {
        life.set(ERASED, at(ERASED, TestLife.erased(1, 2)));
        life.add(at(ERASED, TestLife.erased(2, 3)));
        found(ERASED + 1, "rank 2 was erased before");
    }

    @Test
    void erasure_foundWhenEveryShareWasErasedBefore() {
        life.add(at(ERASED, TestLife.erased(2)));
        found(ERASED + 1, "every share was erased before");
    }

    @Test
    void erasure_foundOfANodeThatWasIssuedNoShare() {
        TestDealing four = TestDealing.of(CONTAINER, 4);
        life.set(ACTIVATED, at(ACTIVATED, activated(four, four.holdings())));
        Erasure erasure = new Erasure(TestNetwork.issued(Issued.PUBLIC), ID, 5, TestNetwork.digest());
        String compact = Erasure.TYPE.sign(erasure, CONTAINER.nodeKey(5)).compact();
        life.set(ERASED, at(ERASED, new EntryBody.SharesErased(ID, List.of(compact))));
        found(ERASED, "no share was issued to rank 5");
    }

    @Test
    void trail_tellsTheStateThatWasRecorded() {
        life.subList(SENT, life.size()).clear();
        assertThat(report().containers())
                .containsExactly(new LedgerReport.Trail(ID, ContainerState.ACTIVE, END, 3, 5, 0));
    }

    @Test
    void trail_missesErasuresOnlyOnceTheContainerIsOver() {
        life.set(ERASED, at(ERASED, TestLife.erased(1, 2)));
        LedgerReport.Trail delivered = report().containers().get(0);

        assertThat(delivered.missing(NOW + 2)).isZero();
        assertThat(delivered.missing(NOW + 3)).isEqualTo(3);
        assertThat(delivered.isUnrecordedEnd(END)).isFalse();
    }

    @Test
    void trail_showsAnEndThatNobodyRecorded() {
        life.subList(DELIVERED, life.size()).clear();
        LedgerReport.Trail active = report().containers().get(0);

        assertThat(active.isUnrecordedEnd(END - 1)).isFalse();
        assertThat(active.isUnrecordedEnd(END)).isTrue();
        assertThat(active.missing(END - 1)).isZero();
        assertThat(active.missing(END)).isEqualTo(5);
    }

    /** Never claims more than the signatures prove. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0 | erased 0 of 0 issued",
                "5 | 0 | erased 0 of 5 issued",
                "5 | 1 | erased 1 of 5 issued",
                "5 | 2 | erased 2 of 5 issued",
                "5 | 3 | erased 3 of 5 issued: gone if the signers are honest",
                "5 | 4 | erased 4 of 5 issued: gone if the signers are honest",
                "5 | 5 | erased 5 of 5 issued: gone, even if 2 of the signers lie",
                "4 | 4 | erased 4 of 4 issued: gone, even if 2 of the signers lie"
            })
    void erasure_isWordedByWhatTheSignaturesProve(int issued, int erased, String words) {
        assertThat(new LedgerReport.Trail(ID, ContainerState.DELIVERED, END, 3, issued, erased).erasure())
                .isEqualTo(words);
    }

    private Step at(int step, EntryBody body) {
        return new Step(life.get(step).time(), body);
    }

    private static EntryBody.ContainerActivated activated(TestDealing dealing, List<String> holdings) {
        return new EntryBody.ContainerActivated(ID, dealing.statement().compact(), holdings, TestNetwork.digest());
    }

    private LedgerReport report() {
        return TestLife.verify(TestLife.chain(life));
    }

    private void found(int seq, String words) {
        TestLife.found(life, seq, words);
    }
}
