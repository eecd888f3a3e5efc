package dev.mayfly.node;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.registry.SeenRegistry;
import dev.mayfly.domain.share.EpochKeyStore;
import dev.mayfly.domain.share.ShareStore;
import dev.mayfly.dynamo.DynamoClients;
import dev.mayfly.dynamo.node.EpochKeyTable;
import dev.mayfly.dynamo.node.SeenRegistryTable;
import dev.mayfly.dynamo.node.ShareTable;
import dev.mayfly.dynamo.schema.Tables;
import dev.mayfly.edge.key.KeySource;
import dev.mayfly.node.identity.NodeIdentity;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Makes a node out of its settings. The files are read at start: a node that cannot read them does not start. */
@Dependent
class Wiring {
    private final NodeConfig config;

    Wiring(NodeConfig config) {
        this.config = config;
    }

    @Produces
    @Singleton
    @Startup
    Network network() throws IOException, RejectedException {
        return Network.parse(Files.readAllBytes(config.networkFile()));
    }

    @Produces
    @Singleton
    NodeIdentity identity() throws IOException, RejectedException {
        KeySource source =
                KeySource.of("mayfly.node.signing-key", config.signingKeyFile(), config.signingKeyParameter());
        try (SecretBytes scalar = source.read()) {
            return new NodeIdentity(config.id(), SigningPrivateKey.parse(scalar));
        }
    }

    /** On Lambda a snapshot is taken after start, and must not hold the key: from a parameter it is read when first used. */
    void readKeyFile(@Observes StartupEvent start, Instance<NodeIdentity> identity) {
        if (config.signingKeyFile().isPresent()) {
            identity.get();
        }
    }

    void close(@Disposes NodeIdentity identity) {
        identity.key().close();
    }

    @Produces
    @Singleton
    DynamoDbClient dynamoDb() {
        return DynamoClients.at(config.dynamodbEndpoint());
    }

    void close(@Disposes DynamoDbClient client) {
        client.close();
    }

    @Produces
    @Singleton
    ShareStore shares(DynamoDbClient client) {
        return new ShareTable(client, tables(), config.retention());
    }

    @Produces
    @Singleton
    EpochKeyStore epochKeys(DynamoDbClient client) {
        return new EpochKeyTable(client, tables());
    }

    @Produces
    @Singleton
    SeenRegistry seenRegistry(DynamoDbClient client, Network network) {
        return new SeenRegistryTable(client, tables(), network.name());
    }

    private Tables tables() {
        return new Tables(config.tablePrefix().orElse(""));
    }
}
