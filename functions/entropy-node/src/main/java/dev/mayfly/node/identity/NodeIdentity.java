package dev.mayfly.node.identity;

import dev.mayfly.crypto.jose.SigningPrivateKey;

/**
 * Who this node is.
 *
 * @param id its name in the registry
 * @param key signs what it answers; the registry's record of {@code id} holds the public half
 */
public record NodeIdentity(String id, SigningPrivateKey key) {
    /** Without the key. */
    @Override
    public String toString() {
        return "NodeIdentity[" + id + "]";
    }
}
