package dev.mayfly.testbed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** One party's clock. It stands still until somebody sets it. */
public final class SettableClock extends Clock {
    private final AtomicReference<Instant> now;

    SettableClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    /** Moves it, back too. */
    public void forward(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }

    /** Sets it to a second since the epoch. */
    public void set(long seconds) {
        now.set(Instant.ofEpochSecond(seconds));
    }

    /** Seconds since the epoch. */
    public long seconds() {
        return instant().getEpochSecond();
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
