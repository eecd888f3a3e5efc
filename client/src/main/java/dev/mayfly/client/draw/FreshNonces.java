package dev.mayfly.client.draw;

import dev.mayfly.domain.identity.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * How many containers this party opened with each peer within the last hour of its own clock. A coordinator that keeps silent
 * about the draws it does not like gets another one only as often as r of the network file says.
 */
public final class FreshNonces {
    private static final Duration HOUR = Duration.ofHours(1);

    private final int most;
    private final Clock clock;
    private final Map<UserId, Deque<Draw>> draws = new HashMap<>();

    /** At most so many for each peer. */
    public FreshNonces(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /** One draw, which counts whether or not it is ever answered. */
    public static final class Draw {
        private final Instant at;
        private boolean answered;

        private Draw(Instant at) {
            this.at = at;
        }

        /** Remembers that the coordinator told what was drawn. */
        public void answered() {
            answered = true;
        }
    }

    /**
     * Takes one more draw for a peer.
     *
     * @throws TooManyDrawsException when r were taken within the hour
     */
    public synchronized Draw take(UserId peer) {
        Instant now = clock.instant();
        draws.values()
                .forEach(taken -> taken.removeIf(draw -> !draw.at.plus(HOUR).isAfter(now)));
        draws.values().removeIf(Deque::isEmpty);
        Deque<Draw> taken = draws.computeIfAbsent(peer, first -> new ArrayDeque<>());
        if (taken.size() >= most) {
            long unanswered = taken.stream().filter(draw -> !draw.answered).count();
            throw new TooManyDrawsException(
                    most, (int) unanswered, taken.getFirst().at.plus(HOUR));
        }
        Draw draw = new Draw(now);
        taken.add(draw);
        return draw;
    }
}
