/**
 * A verifiable random function: a number that nobody but the key's holder can foresee, and everybody can check.
 * ECVRF on P-256 of RFC 9381, with the RFC's names and symbols: TAI, which the protocol uses, and SSWU.
 *
 * <p>{@link dev.mayfly.crypto.vrf.VrfPrivateKey#prove} gives pi, {@link dev.mayfly.crypto.vrf.VrfPublicKey#verify} turns
 * it into beta. Use only the beta that verify returned. In {@code docs/protocol.md} section 4 it draws a container's
 * nodes, in section 3 it hides whose keys an entry of the ledger is about.
 *
 * <p>encode_to_curve of TAI tries and increments, so its time depends on alpha: alpha must be no secret.
 */
package dev.mayfly.crypto.vrf;
