/**
 * The only room that imports {@code org.bouncycastle}: points and scalars of P-256, what is built directly on them, and
 * AES-GCM of the platform. For the other packages of this module; nobody else imports it.
 *
 * <p>{@link dev.mayfly.crypto.internal.Point} and {@link dev.mayfly.crypto.internal.Scalar} are the whole group,
 * {@link dev.mayfly.crypto.internal.Comb} multiplies a point that is multiplied more than once, G above all. A secret
 * scalar goes through a method that is named {@code timesSecret} and never through the faster ones beside it.
 */
package dev.mayfly.crypto.internal;
