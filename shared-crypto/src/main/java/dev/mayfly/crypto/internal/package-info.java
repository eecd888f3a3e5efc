/**
 * The only room that imports {@code org.bouncycastle}: points and scalars of P-256, what is built directly on them, and
 * AES-GCM of the platform. For the other packages of this module; nobody else imports it.
 *
 * <p>{@link dev.mayfly.crypto.internal.Point} and {@link dev.mayfly.crypto.internal.Scalar} are the whole group: tables
 * and faster multiplication belong behind them. A secret scalar is multiplied with
 * {@link dev.mayfly.crypto.internal.Point#timesSecret} and never with the faster methods beside it.
 */
package dev.mayfly.crypto.internal;
