/**
 * What public-key operations cost besides the VRF: a share sealed by HPKE (RFC 9180), a statement signed and verified
 * (ES256), each beside a peer on the same curve. {@code docs/protocol.md} section 2.
 */
package dev.mayfly.bench.key;
