package dev.mayfly.client.entropy;

import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Answers of several nodes asked at once: those that verified, by rank, and why the others do not count.
 *
 * @param <T> a verified answer
 */
final class Gathered<T> {
    private static final long OVERALL_SECONDS = 20;

    private final int enough;
    private final int asked;
    private final Consumer<T> discard;
    private final SortedMap<Integer, T> answers = new TreeMap<>();
    private final Map<String, Throwable> failures = new TreeMap<>();
    private final CompletableFuture<Void> settled = new CompletableFuture<>();

    private Gathered(int enough, int asked, Consumer<T> discard) {
        this.enough = enough;
        this.asked = asked;
        this.discard = discard;
    }

    /**
     * Asks nodes and waits until enough of them gave an answer that verifies, or all have answered, or time is up.
     *
     * @param nodes whom to ask, by rank
     * @param enough answers after which nobody waits for the rest
     * @param discard what to do with an answer that comes when nobody waits any more: secrets are wiped
     * @param ask asks one node, and verifies its answer
     */
    static <T> Gathered<T> from(
            SortedMap<Integer, NodeRecord> nodes,
            int enough,
            Consumer<T> discard,
            BiFunction<Integer, NodeRecord, CompletableFuture<T>> ask) {
        Gathered<T> gathered = new Gathered<>(enough, nodes.size(), discard);
        nodes.forEach((rank, node) ->
                ask.apply(rank, node).whenComplete((answer, failure) -> gathered.add(rank, node, answer, failure)));
        gathered.settled
                .completeOnTimeout(null, OVERALL_SECONDS, TimeUnit.SECONDS)
                .join();
        return gathered;
    }

    /** The answers, at least {@code need} of them, or the exception that says which nodes failed how. */
    SortedMap<Integer, T> atLeast(int need, String what) {
        synchronized (this) {
            if (answers.size() >= need) {
                return new TreeMap<>(answers);
            }
            answers.values().forEach(discard);
            if (asked - ended() < need) {
                throw Refusal.of(
                        ErrorCode.CONTAINER_ENDED, "%d of %d nodes say it has ended.".formatted(ended(), asked));
            }
            Map<String, String> reasons = new TreeMap<>();
            failures.forEach((node, failure) -> reasons.put(node, failure.getMessage()));
            throw new TooFewNodesException(what, answers.size(), need, asked, reasons);
        }
    }

    private long ended() {
        return failures.values().stream()
                .filter(failure -> failure instanceof Refusal refusal && refusal.code() == ErrorCode.CONTAINER_ENDED)
                .count();
    }

    private synchronized void add(int rank, NodeRecord node, T answer, Throwable failure) {
        if (settled.isDone()) {
            if (answer != null) {
                discard.accept(answer);
            }
            return;
        }
        if (failure == null) {
            answers.put(rank, answer);
        } else {
            failures.put(node.id(), failure instanceof CompletionException ? failure.getCause() : failure);
        }
        if (answers.size() >= enough || answers.size() + failures.size() == asked) {
            settled.complete(null);
        }
    }
}
