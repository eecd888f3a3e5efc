/**
 * What a party signs, and how a message is wrapped: JSON Web Signatures and Encryption in the narrow form of
 * {@code docs/protocol.md} sections 2 and 6.
 *
 * <p>Define a {@link dev.mayfly.crypto.jose.StatementType} for each kind of statement, once; it signs and verifies.
 * {@link dev.mayfly.crypto.jose.Jwe} seals a message under a key that somebody else derived. This is no general JOSE
 * library, on purpose: algorithm, header and order of claims are fixed, so there is nothing to negotiate and nothing to
 * confuse. Do not read a statement's parts by hand; whatever did not pass {@code verify} is only text.
 */
package dev.mayfly.crypto.jose;
