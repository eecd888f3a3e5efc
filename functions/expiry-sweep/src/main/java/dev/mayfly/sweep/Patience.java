package dev.mayfly.sweep;

import java.time.Duration;

/**
 * How long the sweep keeps after nodes that do not answer.
 *
 * @param retry until they are asked again
 * @param retention from the container's end until they are not asked any more
 */
record Patience(Duration retry, Duration retention) {}
