package dev.mayfly.testbed;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Everybody's clocks. They stand still at the second at which the testbed was started, until a test moves them; only forward
 * from there, because DynamoDB's own time to live runs by the time of day.
 */
public final class Clocks {
    private final SettableClock newcomers = new SettableClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    private final Map<String, SettableClock> parties = new ConcurrentHashMap<>();

    Clocks() {}

    /** The clock of a party: {@code coordinator}, {@code sweep}, {@code admin}, a node's id, or a person's name. */
    public SettableClock of(String party) {
        return parties.computeIfAbsent(party, name -> new SettableClock(newcomers.instant()));
    }

    /** Seconds since the epoch, for whoever nobody gave another time. */
    public long seconds() {
        return newcomers.seconds();
    }

    /** Lets the same time pass for everybody. */
    public void forward(Duration duration) {
        newcomers.forward(duration);
        parties.values().forEach(clock -> clock.forward(duration));
    }

    /** Sets everybody's clock to a second since the epoch. */
    public void set(long seconds) {
        newcomers.set(seconds);
        parties.values().forEach(clock -> clock.set(seconds));
    }
}
