package dev.mayfly.audit;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.ledger.AuditLog;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.registry.Registries;
import dev.mayfly.dynamo.DynamoClients;
import dev.mayfly.dynamo.DynamoTimeouts;
import dev.mayfly.dynamo.directory.PublishedRegistryTable;
import dev.mayfly.dynamo.ledger.AuditTable;
import dev.mayfly.dynamo.schema.Tables;
import dev.mayfly.edge.ReadableFunctions;
import dev.mayfly.role.setting.DatabaseTimeouts;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Makes an audit out of its settings: two tables to read, and nothing else. */
@Dependent
class Wiring {
    private final AuditConfig config;

    Wiring(AuditConfig config) {
        this.config = config;
    }

    /** Before anything else starts: a number that makes no sense is said, not tried. */
    void check(@Observes @Priority(10) StartupEvent start) {
        DatabaseTimeouts.check("mayfly.audit.dynamodb", config.dynamodb());
    }

    @Produces
    @Singleton
    @Startup
    Network network() throws IOException, RejectedException {
        return Network.parse(Files.readAllBytes(config.networkFile()));
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
    AuditLog chain(DynamoDbClient client) {
        return new AuditTable(client, tables());
    }

    @Produces
    @Singleton
    Registries registries(DynamoDbClient client, Network network) {
        return new Registries(network, new PublishedRegistryTable(client, tables(), network.name()));
    }

    @Produces
    @Singleton
    ReadableFunctions readable() {
        return ReadableFunctions.of("v1/head", "v1/registry", "v1/network")
                .with("v1/entries", "from", "limit")
                .with("v1/trail", "subject", "from");
    }

    private Tables tables() {
        return new Tables(config.tablePrefix().orElse(""));
    }
}
