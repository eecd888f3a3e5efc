package dev.mayfly.client.draw;

import dev.mayfly.client.party.Session;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.transport.Deadline;
import dev.mayfly.transport.UnreachableException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Asks for one container until the coordinator answers: for the same one each time, with the same statement, because another
 * one would be another draw. Gives up after half a minute, so that there is time left to agree on what was drawn.
 */
public final class AskForDraw {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final int DOUBLINGS = 4;

    private final Session session;

    /** Asks as the party of a session. */
    public AskForDraw(Session session) {
        this.session = session;
    }

    /**
     * The answer, which is not verified yet.
     *
     * @throws Refusal when the coordinator says no, or for longer than there is time
     * @throws UnreachableException when it does not answer
     */
    public CoordinatorApi.Opened ask(CoordinatorApi.Open request, Deadline deadline) {
        Deadline giveUp = Deadline.in(deadline.left(PATIENCE));
        Session within = session.until(giveUp);
        for (int attempt = 0; ; attempt++) {
            try {
                return within.coordinator().open(request);
            } catch (UnreachableException | Refusal failed) {
                Duration pause = pauseAfter(failed, attempt).orElseThrow(() -> failed);
                if (giveUp.left(pause).compareTo(pause) < 0) {
                    throw failed;
                }
                pause(pause);
            }
        }
    }

    /** How long to wait before the same again; empty when that would not help. */
    private Optional<Duration> pauseAfter(RuntimeException failed, int attempt) {
        long longest = FIRST_PAUSE_MILLIS << Math.min(attempt, DOUBLINGS);
        Duration jitter = Duration.ofMillis(session.random().nextLong(longest + 1));
        if (failed instanceof Refusal refusal) {
            boolean passing = refusal.retryAfter().isPresent() || refusal.code() == ErrorCode.INTERNAL;
            return passing ? Optional.of(jitter.plus(refusal.retryAfter().orElse(Duration.ZERO))) : Optional.empty();
        }
        return Optional.of(jitter);
    }

    private static void pause(Duration pause) {
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS))
                .join();
    }
}
