/**
 * The same primitives in the general forms of their standards, and bare: AES-256-GCM, ECDSA and Diffie-Hellman on bytes,
 * RFC 9380 points, compact JWS and JWE under any header that their RFCs allow, JSON Web Keys.
 *
 * <p>It is for whoever checks this module against published vectors ({@code docs/conformance.md}); every class has static
 * methods only. Nothing of the protocol may use it: here a signature has two spellings, a ciphertext has no key
 * commitment and a header has no one form. {@code jose}, {@code hpke} and {@code vrf} are the rooms for that.
 */
package dev.mayfly.crypto.interop;
