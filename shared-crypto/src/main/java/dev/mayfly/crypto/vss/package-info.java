/**
 * Verifiable secret sharing after Pedersen on P-256 ({@code docs/protocol.md} section 5): a secret that k of n shares
 * give back, whose commitments let everybody check each share and tell nobody anything.
 *
 * <p>In the order of use: {@link dev.mayfly.crypto.vss.Opening#random} and its
 * {@link dev.mayfly.crypto.vss.Opening#commit} at each contributor, {@link dev.mayfly.crypto.vss.Dealer#deal} at the
 * opener, {@link dev.mayfly.crypto.vss.Share#verifies} at each holder,
 * {@link dev.mayfly.crypto.vss.Combiner#combine} at whoever may read. Do not publish anything else that is computed from
 * a share: commitments hide perfectly, hashes do not.
 */
package dev.mayfly.crypto.vss;
