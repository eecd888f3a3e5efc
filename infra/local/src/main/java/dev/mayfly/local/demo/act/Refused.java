package dev.mayfly.local.demo.act;

import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;

/** What must fail because a container has ended. */
final class Refused {
    private Refused() {}

    interface Attempt {
        void run() throws Exception;
    }

    /**
     * The no that an attempt got, in its own words.
     *
     * @throws IllegalStateException when it worked, or failed for another reason
     */
    static String ended(Attempt attempt) {
        try {
            attempt.run();
        } catch (Refusal refusal) {
            if (refusal.code() == ErrorCode.CONTAINER_ENDED) {
                return refusal.code().slug() + ": " + refusal.detail();
            }
            throw refusal;
        } catch (Exception failed) {
            throw new IllegalStateException("it failed, but not because it has ended", failed);
        }
        throw new IllegalStateException("does not hold: an ended container is refused");
    }
}
