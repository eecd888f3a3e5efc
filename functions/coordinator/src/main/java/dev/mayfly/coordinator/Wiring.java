package dev.mayfly.coordinator;

import dev.mayfly.coordinator.meter.CoordinatorMeters;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.domain.container.ContainerStore;
import dev.mayfly.domain.container.DrawnContainers;
import dev.mayfly.domain.directory.KeyDirectory;
import dev.mayfly.domain.message.Mailbox;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.quota.Quotas;
import dev.mayfly.domain.registry.Registries;
import dev.mayfly.domain.registry.RegistryStore;
import dev.mayfly.domain.share.ErasureRecords;
import dev.mayfly.dynamo.DynamoClients;
import dev.mayfly.dynamo.DynamoTimeouts;
import dev.mayfly.dynamo.container.DynamoContainerStore;
import dev.mayfly.dynamo.container.MailboxTable;
import dev.mayfly.dynamo.directory.KeyTable;
import dev.mayfly.dynamo.directory.RegistryTable;
import dev.mayfly.dynamo.ledger.LedgerWriter;
import dev.mayfly.dynamo.schema.Tables;
import dev.mayfly.edge.ReadableFunctions;
import dev.mayfly.edge.key.KeySource;
import dev.mayfly.role.setting.DatabaseTimeouts;
import dev.mayfly.role.setting.Range;
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
import java.security.SecureRandom;
import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Makes a coordinator out of its settings. The files are read at start: one that cannot read them does not start. */
@Dependent
class Wiring {
    private static final int MOST = 1_000_000_000;
    private static final long MOST_BYTES = 1L << 40;

    private final CoordinatorConfig config;

    Wiring(CoordinatorConfig config) {
        this.config = config;
    }

    /** Before anything else starts: a number that makes no sense is said, not tried. */
    void check(@Observes @Priority(10) StartupEvent start) {
        DatabaseTimeouts.check("mayfly.coordinator.dynamodb", config.dynamodb());
        Range.of(Duration.ofHours(1), Duration.ofDays(3650)).check("mayfly.coordinator.retention", config.retention());
        CoordinatorConfig.Limits limits = config.quotas();
        Range.of(1, MOST)
                .check("mayfly.coordinator.quotas.opens-per-hour", limits.opensPerHour())
                .check("mayfly.coordinator.quotas.open-containers", limits.openContainers());
        Range.of(1L, MOST_BYTES).check("mayfly.coordinator.quotas.waiting-bytes", limits.waitingBytes());
    }

    @Produces
    @Singleton
    @Startup
    Network network() throws IOException, RejectedException {
        return Network.parse(Files.readAllBytes(config.networkFile()));
    }

    /** The VRF key, which must be the network file's: a draw under another one would convince nobody. */
    @Produces
    @Singleton
    VrfPrivateKey vrfKey(Network network) throws IOException, RejectedException {
        KeySource source = KeySource.of("mayfly.coordinator.vrf-key", config.vrfKeyFile(), config.vrfKeyParameter());
        try (SecretBytes scalar = source.read()) {
            VrfPrivateKey key = VrfPrivateKey.parse(scalar);
            if (!key.publicKey().equals(network.vrf())) {
                throw new IllegalStateException("the VRF key is not that of the network file");
            }
            return key;
        }
    }

    /** On Lambda a snapshot is taken after start, and must not hold the key: from a parameter it is read when first used. */
    void readKeyFile(@Observes StartupEvent start, Instance<VrfPrivateKey> key) {
        if (config.vrfKeyFile().isPresent()) {
            key.get();
        }
    }

    void close(@Disposes VrfPrivateKey key) {
        key.close();
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
    LedgerWriter ledger(DynamoDbClient client, Network network, SecureRandom random, CoordinatorMeters meters) {
        return new LedgerWriter(client, tables(), network.name(), random, meters);
    }

    @Produces
    @Singleton
    ContainerStore containers(DynamoDbClient client, LedgerWriter ledger, Network network) {
        CoordinatorConfig.Limits limits = config.quotas();
        Quotas quotas = new Quotas(
                limits.opensPerHour(), network.freshNonces(), limits.openContainers(), limits.waitingBytes());
        return new DynamoContainerStore(client, tables(), ledger, config.retention(), quotas);
    }

    @Produces
    @Singleton
    Mailbox mailbox(DynamoDbClient client) {
        return new MailboxTable(client, tables());
    }

    @Produces
    @Singleton
    KeyDirectory keys(DynamoDbClient client, LedgerWriter ledger) {
        return new KeyTable(client, tables(), ledger);
    }

    @Produces
    @Singleton
    RegistryStore registries(DynamoDbClient client, LedgerWriter ledger, Network network) {
        return new RegistryTable(client, tables(), ledger, network.name());
    }

    @Produces
    @Singleton
    Registries versions(Network network, RegistryStore store) {
        return new Registries(network, store);
    }

    @Produces
    @Singleton
    DrawnContainers drawnContainers(Network network, Registries registries) {
        return new DrawnContainers(network, registries);
    }

    @Produces
    @Singleton
    ErasureRecords erasureRecords(ContainerStore containers) {
        return new ErasureRecords(containers);
    }

    @Produces
    @Singleton
    ReadableFunctions readable() {
        return ReadableFunctions.of("v1/registry");
    }

    private Tables tables() {
        return new Tables(config.tablePrefix().orElse(""));
    }
}
