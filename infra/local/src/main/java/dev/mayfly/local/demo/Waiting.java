package dev.mayfly.local.demo;

import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Lets time pass: the one thing an expiry needs. */
final class Waiting {
    private Waiting() {}

    /** Returns once this machine's clock shows {@code instant} or later. */
    static void until(Instant instant) {
        while (Instant.now().isBefore(instant)) {
            LockSupport.parkUntil(instant.toEpochMilli());
        }
    }
}
