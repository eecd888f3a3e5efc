/**
 * Whoever is no party of a container learns nothing from how it is refused: not by a letter of the answer, and not by a call to
 * a store more or less, which would be told by the time it takes. {@link dev.mayfly.testbed.stranger.Exchange} is one refusal
 * with all that it caused.
 */
package dev.mayfly.testbed.stranger;
