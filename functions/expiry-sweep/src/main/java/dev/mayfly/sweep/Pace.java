package dev.mayfly.sweep;

import java.time.Duration;

/**
 * How much a run does.
 *
 * @param parallel containers at once
 * @param budget how long it goes on to the next batch; what is left then is the next run's
 */
record Pace(int parallel, Duration budget) {
    Pace {
        if (parallel < 1) {
            throw new IllegalArgumentException("a sweep works on one container at least");
        }
    }
}
