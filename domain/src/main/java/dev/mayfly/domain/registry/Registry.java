package dev.mayfly.domain.registry;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.encoding.Encoder;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.statement.Issued;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The nodes of a network at one version.
 *
 * @param network name of the network
 * @param version 1 for the first, then one more each time
 * @param nodes sorted by id, ids unique
 */
public record Registry(String network, long version, List<NodeRecord> nodes) {
    /** Sorts the nodes by id, so that a registry and its digest do not depend on the order somebody listed them in. */
    public Registry {
        nodes = nodes.stream().sorted(Comparator.comparing(NodeRecord::id)).toList();
        if (version < 1) {
            throw new IllegalArgumentException("the first version is 1");
        }
        if (nodes.stream().map(NodeRecord::id).distinct().count() != nodes.size()) {
            throw new IllegalArgumentException("two nodes have the same id");
        }
    }

    /**
     * The registry that a network's admin signed.
     *
     * @throws RejectedException when the statement is not the admin's, or not one of a registry of this network
     */
    public static Registry verify(String compact, Network network) throws RejectedException {
        Statement<RegistryStatement> statement = RegistryStatement.TYPE.verify(compact, network.admin());
        RegistryStatement claims = statement.claims();
        claims.issued().requireFor(network.name(), Issued.PUBLIC);
        List<NodeRecord> nodes = new ArrayList<>();
        for (Bytes node : claims.nodes()) {
            nodes.add(NodeRecord.decode(node));
        }
        try {
            Registry registry = new Registry(network.name(), claims.version(), nodes);
            if (!registry.nodes.equals(nodes)) {
                throw new RejectedException("nodes", "the nodes are not sorted by id");
            }
            return registry;
        } catch (IllegalArgumentException wrong) {
            throw new RejectedException("nodes", wrong.getMessage());
        }
    }

    /** {@code SHA-256(encode("mayfly/v1/registry", network, version, nodes))}. */
    public Bytes digest() {
        return Encoder.of("mayfly/v1/registry")
                .text(network)
                .integer(version)
                .list(nodes.stream().map(NodeRecord::encoded).toList())
                .sha256();
    }
}
