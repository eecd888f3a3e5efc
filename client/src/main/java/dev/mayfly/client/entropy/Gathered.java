package dev.mayfly.client.entropy;

import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
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
    private static final Duration OVERALL = Duration.ofSeconds(20);
    private static final Duration HEDGE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final int enough;
    private final Consumer<T> discard;
    private final BiFunction<Integer, NodeRecord, CompletableFuture<T>> ask;
    private final Deque<Map.Entry<Integer, NodeRecord>> standbys = new ArrayDeque<>();
    private final SortedMap<Integer, T> answers = new TreeMap<>();
    private final Map<String, Throwable> failures = new TreeMap<>();
    private final CompletableFuture<Void> settled = new CompletableFuture<>();
    private int asked;

    private Gathered(int enough, Consumer<T> discard, BiFunction<Integer, NodeRecord, CompletableFuture<T>> ask) {
        this.enough = enough;
        this.discard = discard;
        this.ask = ask;
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
        Gathered<T> gathered = new Gathered<>(enough, discard, ask);
        gathered.askAll(nodes);
        return gathered.await();
    }

    /**
     * As {@link #from}, with others standing by: one of them is asked in place of each node that fails, and after a second in
     * place of each that has not answered. Once {@code acceptable} answers are there, nobody waits longer than eight seconds.
     *
     * @param standbys who may be asked instead, in the order of their ranks
     */
    static <T> Gathered<T> hedged(
            SortedMap<Integer, NodeRecord> nodes,
            SortedMap<Integer, NodeRecord> standbys,
            int enough,
            int acceptable,
            Consumer<T> discard,
            BiFunction<Integer, NodeRecord, CompletableFuture<T>> ask) {
        Gathered<T> gathered = new Gathered<>(enough, discard, ask);
        gathered.standbys.addAll(standbys.entrySet());
        gathered.askAll(nodes);
        after(HEDGE, gathered::askForTheMissing);
        after(PATIENCE, () -> gathered.settleWith(acceptable));
        return gathered.await();
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

    private Gathered<T> await() {
        settled.completeOnTimeout(null, OVERALL.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        return this;
    }

    private static void after(Duration pause, Runnable step) {
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS)
                .execute(step);
    }

    private synchronized void askAll(SortedMap<Integer, NodeRecord> nodes) {
        // Counted first: an answer that comes at once must not look like the last one.
        asked = nodes.size();
        nodes.forEach(this::askOne);
    }

    private void askOne(int rank, NodeRecord node) {
        ask.apply(rank, node).whenComplete((answer, failure) -> add(rank, node, answer, failure));
    }

    private synchronized void askForTheMissing() {
        int missing = asked - failures.size() - answers.size();
        for (int i = 0; i < missing && !settled.isDone(); i++) {
            askStandby();
        }
    }

    private void askStandby() {
        Map.Entry<Integer, NodeRecord> standby = standbys.poll();
        if (standby != null) {
            asked++;
            askOne(standby.getKey(), standby.getValue());
        }
    }

    private synchronized void settleWith(int acceptable) {
        if (answers.size() >= acceptable) {
            settled.complete(null);
        }
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
            askStandby();
        }
        if (answers.size() >= enough || answers.size() + failures.size() == asked) {
            settled.complete(null);
        }
    }
}
