package dev.mayfly.coordinator;

import io.quarkus.arc.Arc;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The clock of the coordinator and of everybody in the tests, which stands still until a test sets it. Starts at the time of
 * day, because DynamoDB's own time to live runs by that; tests only go forward from there.
 */
@Singleton
public class TestClock extends Clock {
    /** Tag of tests that need a clock that stands until they move it: a packaged program cannot be tried with them. */
    public static final String STANDING = "standing-clock";

    private volatile Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    /** The clock of the coordinator under test; that of a packaged one is the machine's, and no test can move it. */
    static TestClock ofTheCoordinator() {
        return Arc.container() == null
                ? new OfTheMachine()
                : Arc.container().instance(TestClock.class).get();
    }

    void beginTest() {
        forward(Duration.ofMinutes(10));
    }

    public void forward(Duration duration) {
        now = now.plus(duration);
    }

    public void set(long seconds) {
        now = Instant.ofEpochSecond(seconds);
    }

    public long seconds() {
        return now.getEpochSecond();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    /** Goes on by itself. */
    private static final class OfTheMachine extends TestClock {
        @Override
        void beginTest() {}

        @Override
        public void forward(Duration duration) {
            throw new UnsupportedOperationException("a packaged program goes by the machine's clock: see STANDING");
        }

        @Override
        public void set(long seconds) {
            forward(Duration.ZERO);
        }

        @Override
        public long seconds() {
            return instant().getEpochSecond();
        }

        @Override
        public Instant instant() {
            return Instant.now();
        }
    }
}
