/**
 * The primitives of Mayfly, each given its keys: nothing in this module decides who may do what, or when.
 *
 * <p>Start with {@link dev.mayfly.crypto.Bytes} for what everybody may see and
 * {@link dev.mayfly.crypto.secret.SecretBytes} for what nobody else may. Whatever comes from outside enters through a
 * static {@code parse}, and whatever is malformed or not authentic leaves as a
 * {@link dev.mayfly.crypto.RejectedException}; an unchecked exception from here is a mistake of the caller.
 *
 * <p>Do not use {@code dev.mayfly.crypto.internal} from outside this module. The bytes are those of
 * {@code docs/protocol.md}, sections 2, 5 and 6.
 */
package dev.mayfly.crypto;
