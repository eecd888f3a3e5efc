package dev.mayfly.testbed.role;

import dev.mayfly.coordinator.container.ContainerUseCases;
import dev.mayfly.coordinator.directory.DirectoryUseCases;
import dev.mayfly.coordinator.message.MessageUseCases;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.registry.Registries;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.dynamo.container.DynamoContainerStore;
import dev.mayfly.dynamo.container.MailboxTable;
import dev.mayfly.dynamo.directory.KeyTable;
import dev.mayfly.dynamo.directory.RegistryTable;
import dev.mayfly.dynamo.ledger.LedgerWriter;
import dev.mayfly.dynamo.schema.Tables;
import dev.mayfly.testbed.fault.Faults;
import dev.mayfly.testbed.http.RoleServer;
import dev.mayfly.testbed.http.Routes;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The coordinator. */
public final class TestCoordinator implements AutoCloseable {
    private final Party party;
    private final VrfPrivateKey vrfKey;
    private final Tables tables;
    private final RoleServer server;

    /** Makes its key and takes a port. */
    public TestCoordinator(Party party, Tables tables, Faults faults) {
        this.party = party;
        this.vrfKey = VrfPrivateKey.generate(party.random());
        this.tables = tables;
        this.server = new RoleServer(party.name(), faults);
    }

    /** Where its functions are. */
    public URI url() {
        return server.url();
    }

    /** Its VRF key, for tests in which it cheats. */
    public VrfPrivateKey vrfKey() {
        return vrfKey;
    }

    /** Its clock, randomness and name. */
    public Party party() {
        return party;
    }

    /** Its tables, which the sweep uses too. */
    public Tables tables() {
        return tables;
    }

    /** Its server, to stop and restart it. */
    public RoleServer server() {
        return server;
    }

    /** Begins to serve, as a process that was just started. */
    public void start(Network network, DynamoDbClient client, Duration retention) {
        Clock clock = party.clock();
        // One engine serves all testbeds of a test run, and would take a seed's second token for a repetition of its
        // first.
        LedgerWriter ledger = new LedgerWriter(client, tables, network.name(), new SecureRandom());
        RegistryTable registryTable = new RegistryTable(client, tables, ledger, network.name());
        DynamoContainerStore containers = new DynamoContainerStore(client, tables, ledger, retention);
        Registries registries = new Registries(network, registryTable);
        DirectoryUseCases directory =
                DirectoryUseCases.of(network, vrfKey, new KeyTable(client, tables, ledger), registryTable, clock);
        ContainerUseCases container =
                ContainerUseCases.of(network, vrfKey, directory.callers(), registries, containers, clock);
        MessageUseCases message = MessageUseCases.of(
                directory.callers(),
                container.parties(),
                registries,
                containers,
                new MailboxTable(client, tables),
                clock);
        server.serve(routes(registries, directory, container, message));
    }

    private static Routes routes(
            Registries registries, DirectoryUseCases directory, ContainerUseCases container, MessageUseCases message) {
        return new Routes()
                .get("registry", () -> new CoordinatorApi.SignedRegistry(registries.newestStatement()))
                .post(
                        "publish-registry",
                        CoordinatorApi.SignedRegistry.class,
                        request -> directory.publishRegistry().publish(request.registry()))
                .post("register-keys", CoordinatorApi.RegisterKeys.class, directory.registerKeys()::register)
                .post("rotate-keys", CoordinatorApi.RotateKeys.class, directory.rotateKeys()::rotate)
                .post("reset-keys", CoordinatorApi.RegisterKeys.class, directory.resetKeys()::reset)
                .post("cancel-reset", CoordinatorApi.Ask.class, directory.cancelReset()::cancel)
                .post("lookup", CoordinatorApi.Ask.class, directory.lookUpKeys()::lookUp)
                .post("open", CoordinatorApi.Open.class, container.createContainer()::create)
                .post("activate", CoordinatorApi.Activate.class, container.activateContainer()::activate)
                .post("status", CoordinatorApi.AskContainer.class, container.tellState()::tell)
                .post("receipt", CoordinatorApi.Receipt.class, container.confirmDelivery()::confirm)
                .post("revoke", CoordinatorApi.Revoke.class, container.revokeContainer()::revoke)
                .post("erasures", CoordinatorApi.Erasures.class, container.recordErasures()::record)
                .post("send", CoordinatorApi.Send.class, message.storeMessage()::store)
                .post(
                        "inbox",
                        CoordinatorApi.Ask.class,
                        (user, request) -> message.readInbox().read(user, request.statement()))
                .post("fetch", CoordinatorApi.AskContainer.class, message.fetchMessage()::fetch);
    }

    @Override
    public void close() {
        server.close();
        vrfKey.close();
    }
}
