/**
 * Where secret bytes live while they are needed, and from where they vanish afterwards.
 *
 * <p>Open a {@link dev.mayfly.crypto.secret.SecretBytes} in a try-with-resources statement; hand it on instead of its
 * content. Never turn a secret into a {@code String}, never log it, never put it into an exception. A private key on disk is
 * a {@link dev.mayfly.crypto.secret.KeyFile}.
 * {@code docs/protocol.md} section 7: no key survives a call.
 */
package dev.mayfly.crypto.secret;
