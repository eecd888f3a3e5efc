package dev.mayfly.sweep;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.container.DrawnContainers;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.registry.Registries;
import dev.mayfly.domain.share.ErasureRecords;
import dev.mayfly.dynamo.DynamoClients;
import dev.mayfly.dynamo.DynamoTimeouts;
import dev.mayfly.dynamo.container.DynamoContainerStore;
import dev.mayfly.dynamo.directory.RegistryTable;
import dev.mayfly.dynamo.ledger.LedgerWriter;
import dev.mayfly.dynamo.schema.Tables;
import dev.mayfly.role.log.LoggedRequest;
import dev.mayfly.role.setting.DatabaseTimeouts;
import dev.mayfly.role.setting.Range;
import dev.mayfly.transport.HttpJson;
import dev.mayfly.transport.NodeClient;
import dev.mayfly.transport.Timeouts;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
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
    private final SweepConfig config;

    Wiring(SweepConfig config) {
        this.config = config;
    }

    /** Before anything else starts: a number that makes no sense is said, not tried. */
    void check(@Observes @Priority(10) StartupEvent start) {
        DatabaseTimeouts.check("mayfly.sweep.dynamodb", config.dynamodb());
        Range.of(Duration.ofHours(1), Duration.ofDays(3650)).check("mayfly.sweep.retention", config.retention());
        Range.of(Duration.ofMillis(100), Duration.ofMinutes(1))
                .check("mayfly.sweep.nodes.connect", config.nodes().connect())
                .check("mayfly.sweep.nodes.attempt", config.nodes().attempt());
        Range.of(Duration.ofSeconds(1), Duration.ofDays(1)).check("mayfly.sweep.retry", config.retry());
        Range.of(1, 256).check("mayfly.sweep.parallel", config.parallel());
        Range.of(Duration.ofSeconds(1), Duration.ofHours(1)).check("mayfly.sweep.budget", config.budget());
        Range.of(Duration.ZERO, Duration.ofMinutes(10)).check("mayfly.sweep.stop-within", config.stopWithin());
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

    /** Made when it is first asked for, at run time: a native image must not freeze its seed. */
    @Produces
    @Singleton
    SecureRandom secureRandom() {
        return new SecureRandom();
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
    SweepDue sweep(DynamoDbClient client, SweepMeters meters, SecureRandom random)
            throws IOException, RejectedException {
        Network network = Network.parse(Files.readAllBytes(config.networkFile()));
        Clock clock = Clock.systemUTC();
        Tables tables = new Tables(config.tablePrefix().orElse(""));
        LedgerWriter ledger = new LedgerWriter(client, tables, network.name(), random, meters);
        DynamoContainerStore containers = new DynamoContainerStore(client, tables, ledger, config.retention());
        Registries registries = new Registries(network, new RegistryTable(client, tables, ledger, network.name()));
        Timeouts once = new Timeouts(config.nodes().connect(), config.nodes().attempt(), 1);
        SweepContainer sweepContainer = new SweepContainer(
                containers,
                containers,
                new DrawnContainers(network, registries),
                new AskNodes(new NodeClient(new HttpJson(once, LoggedRequest::current))),
                new ErasureRecords(containers),
                new Patience(config.retry(), config.retention()),
                clock);
        Pace pace = new Pace(config.parallel(), config.budget());
        return new SweepDue(containers, containers, sweepContainer, pace, clock);
    }
}
