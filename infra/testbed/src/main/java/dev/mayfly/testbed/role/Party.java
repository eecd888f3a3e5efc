package dev.mayfly.testbed.role;

import dev.mayfly.testbed.SettableClock;
import java.security.SecureRandom;

/**
 * What each participant has of its own.
 *
 * @param name whose it is
 */
public record Party(String name, SettableClock clock, SecureRandom random) {}
