/**
 * Bytes sealed to somebody's public key: HPKE (RFC 9180) in base mode with DHKEM(P-256, HKDF-SHA256), HKDF-SHA256 and
 * AES-256-GCM, one message per context.
 *
 * <p>Call {@link dev.mayfly.crypto.hpke.Hpke#seal} and {@link dev.mayfly.crypto.hpke.Hpke#open} with an {@code info} that
 * says what the message is for ({@code docs/protocol.md} section 2); it must never be empty in the protocol, for without
 * it a message could be replayed in another place. Base mode does not authenticate the sender: a signature does that.
 */
package dev.mayfly.crypto.hpke;
