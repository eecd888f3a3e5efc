package dev.mayfly.transport;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * When a whole operation has to be over, however many calls it is made of. It limits waiting, so it goes by this machine's
 * monotonic clock: whoever sets the time of day moves no deadline.
 */
public final class Deadline {
    /** Nothing but each call's own time-out. */
    public static final Deadline NONE = new Deadline(OptionalLong.empty());

    private final OptionalLong nanoTime;

    private Deadline(OptionalLong nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The deadline that is {@code budget} from now. */
    public static Deadline in(Duration budget) {
        return new Deadline(OptionalLong.of(System.nanoTime() + budget.toNanos()));
    }

    /** How long something may still take that may take {@code atMost} by itself; zero once it is over. */
    public Duration left(Duration atMost) {
        if (nanoTime.isEmpty()) {
            return atMost;
        }
        Duration left = Duration.ofNanos(Math.max(0, nanoTime.getAsLong() - System.nanoTime()));
        return left.compareTo(atMost) < 0 ? left : atMost;
    }

    /** Whether nothing may be waited for any more. */
    public boolean isOver() {
        return nanoTime.isPresent() && nanoTime.getAsLong() - System.nanoTime() <= 0;
    }
}
