/**
 * How fast the VRF proves and verifies, beside the textbook form on plain Bouncy Castle in the same run.
 *
 * <p>{@link dev.mayfly.bench.vrf.TextbookVrf} is a yardstick and nothing else: it multiplies secret scalars in a time
 * that depends on them. RFC 9381, {@code docs/protocol.md} section 4.
 */
package dev.mayfly.bench.vrf;
