package dev.mayfly.client.entropy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.client.TestCommittee;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.transport.Deadline;
import java.net.URI;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Three nodes and two that stand by, of which each answers, fails or keeps silent. */
@Timeout(30)
class GatheredTest {
    private final List<EntropyObserver.Cause> hedges = new CopyOnWriteArrayList<>();

    private enum Answer {
        GOOD,
        FAILURE,
        SILENCE
    }

    @Test
    void standingBy_asksNobodyWhenAllAnswer() {
        Gathered<String> gathered = gather(3, Answer.GOOD, Answer.GOOD, Answer.GOOD, Answer.GOOD, Answer.GOOD);

        assertThat(gathered.atLeast(3, "answered")).containsOnlyKeys(1, 2, 3);
        assertThat(hedges).isEmpty();
        assertThat(gathered.unfailed()).isEqualTo(3);
    }

    @Test
    void standingBy_tellsOfEachThatIsAskedForOneThatFailed() {
        Gathered<String> gathered = gather(3, Answer.GOOD, Answer.FAILURE, Answer.GOOD, Answer.FAILURE, Answer.GOOD);

        assertThat(gathered.atLeast(3, "answered")).containsOnlyKeys(1, 3, 5);
        assertThat(hedges).containsExactly(EntropyObserver.Cause.FAILED, EntropyObserver.Cause.FAILED);
    }

    @Test
    void standingBy_tellsOfEachThatIsAskedForOneThatIsSlow() {
        Gathered<String> gathered = gather(3, Answer.GOOD, Answer.GOOD, Answer.SILENCE, Answer.GOOD, Answer.GOOD);

        assertThat(gathered.atLeast(3, "answered")).containsOnlyKeys(1, 2, 4);
        assertThat(hedges).containsExactly(EntropyObserver.Cause.SLOW);
    }

    @Test
    void unfailed_countsThoseWhoMayStillAnswer() {
        Gathered<String> gathered = gather(1, Answer.FAILURE, Answer.GOOD, Answer.SILENCE, Answer.FAILURE);

        assertThat(gathered.atLeast(1, "answered")).containsOnlyKeys(2);
        assertThat(gathered.unfailed()).isEqualTo(2);
    }

    private Gathered<String> gather(int most, Answer... answers) {
        SortedMap<Integer, NodeRecord> nodes = new TreeMap<>();
        for (int rank = 1; rank <= answers.length; rank++) {
            nodes.put(rank, node(rank));
        }
        return new Gathered<>((rank, node) -> answer(answers[rank - 1]), late -> {}, Deadline.NONE)
                .standingBy(new TreeMap<>(nodes.tailMap(4)), observer())
                .from(new TreeMap<>(nodes.headMap(4)), most, most);
    }

    private static CompletableFuture<String> answer(Answer answer) {
        return switch (answer) {
            case GOOD -> CompletableFuture.completedFuture("good");
            case FAILURE -> CompletableFuture.failedFuture(new IllegalStateException("no"));
            case SILENCE -> new CompletableFuture<>();
        };
    }

    private EntropyObserver observer() {
        return new EntropyObserver() {
            @Override
            public void hedged(Cause cause) {
                hedges.add(cause);
            }

            @Override
            public void activated(int margin) {}

            @Override
            public void released(int margin) {}
        };
    }

    private static NodeRecord node(int number) {
        return new NodeRecord(
                "node-" + number,
                "operator " + number,
                URI.create("http://127.0.0.1:1/"),
                SigningPrivateKey.generate(TestCommittee.RANDOM).publicKey(),
                Bytes.of(new byte[32]));
    }
}
