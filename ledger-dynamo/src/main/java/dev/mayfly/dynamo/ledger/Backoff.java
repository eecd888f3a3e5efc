package dev.mayfly.dynamo.ledger;

import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Pauses between attempts: full jitter below a bound that doubles, so that writers who collided once fall apart. */
final class Backoff {
    private static final long FIRST_MILLIS = 10;
    private static final long LONGEST_MILLIS = 400;

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** Waits after a failed attempt, counted from 0. */
    void pauseAfter(int attempt) {
        long bound = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(attempt, 10));
        try {
            Thread.sleep(random.nextLong(bound + 1));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    /** What a caller is told whose turn did not come. */
    static Refusal busy() {
        return Refusal.retryable(ErrorCode.BUSY, "the ledger has too many writers", Duration.ofSeconds(1));
    }
}
