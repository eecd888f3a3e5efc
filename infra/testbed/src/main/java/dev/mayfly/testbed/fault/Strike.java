package dev.mayfly.testbed.fault;

import java.util.Optional;

/** What happens to one attempt of a call: usually nothing. */
public record Strike(Optional<Fault> before, Optional<Fault> after) {
    static final Strike NONE = new Strike(Optional.empty(), Optional.empty());
}
