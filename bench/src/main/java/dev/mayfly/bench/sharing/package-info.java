/**
 * What verifiable secret sharing costs at the network's three profiles, and how it grows: {@code docs/protocol.md}
 * section 5.
 */
package dev.mayfly.bench.sharing;
