package dev.mayfly.sweep;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.container.DrawnContainers;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.registry.Registries;
import dev.mayfly.domain.share.ErasureRecords;
import dev.mayfly.dynamo.DynamoClients;
import dev.mayfly.dynamo.container.DynamoContainerStore;
import dev.mayfly.dynamo.directory.RegistryTable;
import dev.mayfly.dynamo.ledger.LedgerWriter;
import dev.mayfly.dynamo.schema.Tables;
import dev.mayfly.transport.HttpJson;
import dev.mayfly.transport.NodeClient;
import dev.mayfly.transport.Timeouts;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Makes a sweep out of its settings. */
@Dependent
class Wiring {
    /** One attempt: the next run asks again. */
    private static final Timeouts IMPATIENT = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(3), 1);

    private final SweepConfig config;

    Wiring(SweepConfig config) {
        this.config = config;
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
    MetricsFile metricsFile() {
        return new MetricsFile(config.metricsFile(), new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    }

    @Produces
    @Singleton
    SweepMeters meters(MetricsFile file) {
        return new SweepMeters(file.meters());
    }

    @Produces
    @Singleton
    SweepDue sweep(DynamoDbClient client, SweepMeters meters) throws IOException, RejectedException {
        Network network = Network.parse(Files.readAllBytes(config.networkFile()));
        Clock clock = Clock.systemUTC();
        Tables tables = new Tables(config.tablePrefix().orElse(""));
        LedgerWriter ledger = new LedgerWriter(client, tables, network.name(), new SecureRandom(), meters);
        DynamoContainerStore containers = new DynamoContainerStore(client, tables, ledger, config.retention());
        Registries registries = new Registries(network, new RegistryTable(client, tables, ledger, network.name()));
        SweepContainer sweepContainer = new SweepContainer(
                containers,
                containers,
                new DrawnContainers(network, registries),
                new AskNodes(new NodeClient(new HttpJson(IMPATIENT))),
                new ErasureRecords(containers),
                new Patience(config.retry(), config.retention()),
                clock);
        Pace pace = new Pace(config.parallel(), config.budget());
        return new SweepDue(containers, containers, sweepContainer, pace, clock);
    }
}
