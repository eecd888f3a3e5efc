/**
 * Keys from secrets: {@link dev.mayfly.crypto.kdf.Hkdf}, HKDF with SHA-256 (RFC 5869). What goes in, and in which order,
 * is the protocol's business ({@code docs/protocol.md} section 6) and not decided here.
 */
package dev.mayfly.crypto.kdf;
