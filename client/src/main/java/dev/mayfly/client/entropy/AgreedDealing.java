package dev.mayfly.client.entropy;

import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.dealing.QuorumCertificate;
import java.util.List;

/**
 * A dealing that a quorum holds. Close it to wipe E.
 *
 * @param certificate the dealing and its verified holdings
 * @param holdings the holding statements, by rank
 * @param entropy E, 32 bytes: the secret the nodes share
 */
public record AgreedDealing(QuorumCertificate certificate, List<String> holdings, SecretBytes entropy)
        implements AutoCloseable {
    @Override
    public void close() {
        entropy.close();
    }

    @Override
    public String toString() {
        return "AgreedDealing[" + holdings.size() + " holdings]";
    }
}
