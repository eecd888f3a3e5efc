package dev.mayfly.node.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.jose.SigningPrivateKey;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class NodeIdentityTest {
    @Test
    void toString_doesNotPrintTheKey() {
        try (SigningPrivateKey key = SigningPrivateKey.generate(new SecureRandom())) {
            assertThat(new NodeIdentity("node-1", key)).hasToString("NodeIdentity[node-1]");
        }
    }
}
