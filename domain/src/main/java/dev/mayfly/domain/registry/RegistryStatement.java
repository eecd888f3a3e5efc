package dev.mayfly.domain.registry;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.crypto.jose.StatementType;
import dev.mayfly.domain.statement.Issued;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

/** The admin's statement of one version of the registry; {@code nodes} are encoded {@link NodeRecord}s. */
public record RegistryStatement(Issued issued, long version, List<Bytes> nodes) {
    /** {@code mayfly-registry+jwt}. */
    public static final StatementType<RegistryStatement> TYPE = new StatementType<>(
            "registry",
            (out, registry) -> registry.issued
                    .write(out)
                    .integer("version", registry.version)
                    .bytesList("nodes", registry.nodes),
            in -> new RegistryStatement(Issued.read(in), in.integer("version"), in.bytesList("nodes")));

    /** Signs a registry as its admin. */
    public static Statement<RegistryStatement> sign(
            Registry registry, SigningPrivateKey admin, Clock clock, SecureRandom random) {
        Issued issued = Issued.now(registry.network(), Issued.PUBLIC, clock, random);
        List<Bytes> nodes = registry.nodes().stream().map(NodeRecord::encoded).toList();
        return TYPE.sign(new RegistryStatement(issued, registry.version(), nodes), admin);
    }
}
