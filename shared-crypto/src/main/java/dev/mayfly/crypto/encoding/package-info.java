/**
 * The one encoding of Mayfly: what every hash, key derivation, VRF, HPKE info and commitment is computed over
 * ({@code docs/protocol.md} section 2).
 *
 * <p>{@link dev.mayfly.crypto.encoding.Encoder} writes a label and fields, each behind its length, so that no two
 * sequences of fields share their bytes. {@link dev.mayfly.crypto.encoding.Decoder} reads them back and accepts only
 * what the encoder writes. Check text from outside with {@link dev.mayfly.crypto.encoding.Text} first. Do not join
 * fields by hand.
 */
package dev.mayfly.crypto.encoding;
