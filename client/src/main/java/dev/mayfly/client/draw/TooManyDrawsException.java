package dev.mayfly.client.draw;

import java.time.Instant;

/**
 * As many containers were opened with one peer within an hour as the network file allows, and this party stops. When most of
 * them were never answered, that is more than a failure: a coordinator that answers only the draws it likes looks like this.
 */
public final class TooManyDrawsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int unanswered;
    private final transient Instant again;

    TooManyDrawsException(int drawn, int unanswered, Instant again) {
        super("%d containers were opened with this peer within an hour, %d of them without an answer; no more until %s"
                .formatted(drawn, unanswered, again));
        this.unanswered = unanswered;
        this.again = again;
    }

    /** How many of them the coordinator never told the draw of. */
    public int unanswered() {
        return unanswered;
    }

    /** When there may be another one. */
    public Instant again() {
        return again;
    }
}
