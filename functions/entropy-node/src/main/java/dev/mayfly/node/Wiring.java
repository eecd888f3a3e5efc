package dev.mayfly.node;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.registry.SeenRegistry;
import dev.mayfly.domain.share.EpochKeyStore;
import dev.mayfly.domain.share.ShareStore;
import dev.mayfly.dynamo.DynamoClients;
import dev.mayfly.dynamo.DynamoTimeouts;
import dev.mayfly.dynamo.node.EpochKeyTable;
import dev.mayfly.dynamo.node.SeenRegistryTable;
import dev.mayfly.dynamo.node.ShareTable;
import dev.mayfly.dynamo.schema.Tables;
import dev.mayfly.edge.key.KeySource;
import dev.mayfly.node.identity.NodeIdentity;
import dev.mayfly.node.registry.CoordinatorRegistry;
import dev.mayfly.node.registry.RegistrySource;
import dev.mayfly.role.log.LoggedRequest;
import dev.mayfly.role.setting.DatabaseTimeouts;
import dev.mayfly.role.setting.Range;
import dev.mayfly.transport.Timeouts;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Makes a node out of its settings. The files are read at start: a node that cannot read them does not start. */
@Dependent
class Wiring {
    private final NodeConfig config;

    Wiring(NodeConfig config) {
        this.config = config;
    }

    /** Before anything else starts: a number that makes no sense is said, not tried. */
    void check(@Observes @Priority(10) StartupEvent start) {
        DatabaseTimeouts.check("mayfly.node.dynamodb", config.dynamodb());
        Range.of(Duration.ofHours(1), Duration.ofDays(3650)).check("mayfly.node.retention", config.retention());
        Range.of(Duration.ofMillis(100), Duration.ofMinutes(1))
                .check("mayfly.node.registry.connect", config.registry().connect())
                .check("mayfly.node.registry.attempt", config.registry().attempt());
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
        return DynamoClients.at(
                config.dynamodbEndpoint(),
                new DynamoTimeouts(
                        config.dynamodb().connect(),
                        config.dynamodb().attempt(),
                        config.dynamodb().call()));
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

    @Produces
    @Singleton
    RegistrySource registrySource(Network network) {
        Timeouts once =
                new Timeouts(config.registry().connect(), config.registry().attempt(), 1);
        return new CoordinatorRegistry(network, once, LoggedRequest::current);
    }

    private Tables tables() {
        return new Tables(config.tablePrefix().orElse(""));
    }
}
