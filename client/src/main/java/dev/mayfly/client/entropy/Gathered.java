package dev.mayfly.client.entropy;

import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.transport.Deadline;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Answers of several nodes asked at once: those that verified, by rank, and why the others do not count. Used once.
 *
 * @param <T> a verified answer
 */
final class Gathered<T> {
    private static final Duration OVERALL = Duration.ofSeconds(20);
    private static final Duration HEDGE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final BiFunction<Integer, NodeRecord, CompletableFuture<T>> ask;
    private final Consumer<T> discard;
    private final Deadline deadline;
    private final Deque<Map.Entry<Integer, NodeRecord>> standbys = new ArrayDeque<>();
    private final Set<String> waitingFor = new TreeSet<>();
    private final SortedMap<Integer, T> answers = new TreeMap<>();
    private final Map<String, Throwable> failures = new TreeMap<>();
    private final CompletableFuture<Void> settled = new CompletableFuture<>();
    private EntropyObserver observer = EntropyObserver.NONE;
    private int enough;

    /**
     * Nothing asked yet.
     *
     * @param ask asks one node, and verifies its answer
     * @param discard what to do with an answer that nobody needs any more: secrets are wiped
     * @param deadline when the operation that this belongs to is over; twenty seconds are the most in any case
     */
    Gathered(BiFunction<Integer, NodeRecord, CompletableFuture<T>> ask, Consumer<T> discard, Deadline deadline) {
        this.ask = ask;
        this.discard = discard;
        this.deadline = deadline;
    }

    /**
     * Has others stand by: one of them is asked in place of each node that fails, and after a second in place of each that has
     * not answered.
     *
     * @param others who may be asked, in the order of their ranks
     * @param told is told of each that is asked
     */
    Gathered<T> standingBy(SortedMap<Integer, NodeRecord> others, EntropyObserver told) {
        standbys.addAll(others.entrySet());
        observer = told;
        return this;
    }

    /**
     * Asks nodes and waits until enough of them gave an answer that verifies, or all have answered, or time is up.
     *
     * @param nodes whom to ask, by rank
     * @param most answers after which nobody waits for the rest
     * @param acceptable answers with which nobody waits longer than eight seconds
     */
    Gathered<T> from(SortedMap<Integer, NodeRecord> nodes, int most, int acceptable) {
        enough = most;
        askAll(nodes);
        after(HEDGE, this::askForTheMissing);
        after(PATIENCE, () -> settleWith(acceptable));
        settled.completeOnTimeout(null, deadline.left(OVERALL).toNanos(), TimeUnit.NANOSECONDS)
                .join();
        return this;
    }

    /** The answers, at least {@code need} of them, or the exception that says which nodes failed how. */
    synchronized SortedMap<Integer, T> atLeast(int need, String what) {
        if (answers.size() >= need) {
            return new TreeMap<>(answers);
        }
        answers.values().forEach(discard);
        long ended = ended();
        if (asked() - ended < need) {
            throw Refusal.of(ErrorCode.CONTAINER_ENDED, "%d of %d nodes say it has ended.".formatted(ended, asked()));
        }
        Map<String, String> reasons = new TreeMap<>();
        failures.forEach((node, failure) -> reasons.put(node, failure.getMessage()));
        waitingFor.forEach(node -> reasons.put(node, "no answer in time"));
        throw new TooFewNodesException(what, answers.size(), need, asked(), reasons);
    }

    /** How many have given an answer that verifies or may still do so. */
    synchronized int unfailed() {
        return answers.size() + waitingFor.size();
    }

    private int asked() {
        return answers.size() + failures.size() + waitingFor.size();
    }

    private long ended() {
        return failures.values().stream()
                .filter(failure -> failure instanceof Refusal refusal && refusal.code() == ErrorCode.CONTAINER_ENDED)
                .count();
    }

    private static void after(Duration pause, Runnable step) {
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS)
                .execute(step);
    }

    private synchronized void askAll(SortedMap<Integer, NodeRecord> nodes) {
        // Noted first: an answer that comes at once must not look like the last one.
        nodes.values().forEach(node -> waitingFor.add(node.id()));
        nodes.forEach(this::askOne);
    }

    private void askOne(int rank, NodeRecord node) {
        ask.apply(rank, node).whenComplete((answer, failure) -> add(rank, node, answer, failure));
    }

    private synchronized void askForTheMissing() {
        int missing = waitingFor.size();
        for (int i = 0; i < missing && !settled.isDone(); i++) {
            askStandby(EntropyObserver.Cause.SLOW);
        }
    }

    private void askStandby(EntropyObserver.Cause cause) {
        Map.Entry<Integer, NodeRecord> standby = standbys.poll();
        if (standby != null) {
            waitingFor.add(standby.getValue().id());
            observer.hedged(cause);
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
        waitingFor.remove(node.id());
        if (failure == null) {
            answers.put(rank, answer);
        } else {
            failures.put(node.id(), failure instanceof CompletionException ? failure.getCause() : failure);
            askStandby(EntropyObserver.Cause.FAILED);
        }
        if (answers.size() >= enough || waitingFor.isEmpty()) {
            settled.complete(null);
        }
    }
}
