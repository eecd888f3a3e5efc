/**
 * What sealing and opening a message costs with the key material at hand, beside its floor (the same derivations and
 * AES-256-GCM of the platform, nothing else) and beside libraries that people would otherwise take.
 *
 * <p>{@link dev.mayfly.bench.message.MessageBenchmark} measures; the other classes set one peer up each, in the form its
 * manual recommends. {@code docs/protocol.md} section 6.
 */
package dev.mayfly.bench.message;
