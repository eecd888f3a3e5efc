package dev.mayfly.testbed.leak;

import dev.mayfly.client.party.Budgets;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.container.ContainerFields;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.domain.registry.RegistryStatement;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.dynamo.node.EpochKeyTable;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamo.schema.Tables;
import dev.mayfly.testbed.Plan;
import dev.mayfly.testbed.Testbed;
import dev.mayfly.testbed.role.Party;
import dev.mayfly.testbed.role.Person;
import dev.mayfly.testbed.role.TestNode;
import dev.mayfly.testbed.secret.Secrets;
import dev.mayfly.transport.CoordinatorClient;
import dev.mayfly.transport.HttpJson;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A testbed with a tap in front of the coordinator, of every node and of the database. */
final class TappedNetwork implements AutoCloseable {
    private final LogTap logs = new LogTap();
    private final Draws draws = new Draws();
    private final Secrets secrets = new Secrets();
    private final List<Bytes> containers = new ArrayList<>();
    private final List<Tap> nodes = new ArrayList<>();
    private final Tap database;
    private final Testbed testbed;
    private final Tap coordinator;

    TappedNetwork(URI dynamoDb) {
        database = new Tap(dynamoDb);
        testbed = Testbed.start(database.url(), Plan.SMALL);
        noteKeys();
        coordinator = new Tap(testbed.coordinator().url());
        List<NodeRecord> records = testbed.nodes().stream().map(this::tapped).toList();
        Registry registry = new Registry(testbed.network().name(), 2, records);
        CoordinatorClient.anonymous(new HttpJson(testbed.plan().timeouts()), coordinator.url())
                .publishRegistry(new CoordinatorApi.SignedRegistry(RegistryStatement.sign(
                                registry, testbed.admin(), testbed.clocks().of("admin"), draws)
                        .compact()));
    }

    /** A user who is registered, whose calls go through the taps and whose secrets are known. */
    Person person(String name) throws Exception {
        Party party = new Party(name, testbed.clocks().of(name), draws);
        UserKeys keys = UserKeys.generate(new UserId(Testbed.ISSUER, name), draws);
        Person person = new Person(party, keys, network(), (evidence, proven) -> {}, Budgets.USUAL);
        person.client().register();
        secrets.add(keys.user());
        return person;
    }

    /** What its people trust. */
    Network network() {
        Network all = testbed.network();
        return new Network(
                all.name(),
                all.admin(),
                coordinator.url(),
                all.vrf(),
                all.issuers(),
                all.thresholds(),
                all.standbys(),
                all.freshNonces(),
                all.lifetimes(),
                all.epoch());
    }

    /** Notes the keys that the roles keep for good. */
    private void noteKeys() {
        noteOfRole("admin's key", testbed.admin().scalar());
        noteOfRole("VRF key", testbed.coordinator().vrfKey().scalar());
        testbed.nodes().forEach(node -> noteOfRole("node's key", node.key().scalar()));
    }

    /** Notes what nodes keep for a container: the keys of the epoch in which it ends. */
    void noteEpochKeys(ContainerFields fields) {
        long epochEnd = testbed.network().epochEnd(fields.expiresAt());
        for (TestNode node : testbed.nodes()) {
            try (HpkePrivateKey key = new EpochKeyTable(testbed.dynamoDb(), node.tables())
                    .find(epochEnd)
                    .orElseThrow()) {
                noteOfRole("epoch key", key.scalar());
            }
        }
    }

    private void noteOfRole(String name, SecretBytes secret) {
        try (secret) {
            secrets.addOfRole(name, secret);
        }
    }

    /** Has every item of every table pass the tap of the database. */
    void scanTables() {
        TableSchema.ofCoordinator().forEach(schema -> scan(testbed.coordinator().tables(), schema));
        testbed.nodes().forEach(node -> TableSchema.ofNode().forEach(schema -> scan(node.tables(), schema)));
    }

    Testbed testbed() {
        return testbed;
    }

    Draws draws() {
        return draws;
    }

    Secrets secrets() {
        return secrets;
    }

    /** The ids of the containers that lived. */
    List<Bytes> containers() {
        return containers;
    }

    Tap coordinator() {
        return coordinator;
    }

    Tap database() {
        return database;
    }

    /** What anybody logged. */
    List<byte[]> logs() {
        return logs.said();
    }

    /** All items of all tables but the ones for epoch keys, as they print themselves: bytes in hex. */
    List<byte[]> tablesWithoutEpochKeys() {
        Stream<String> coordinators = TableSchema.ofCoordinator().stream()
                .map(schema -> testbed.coordinator().tables().name(schema));
        Stream<String> nodes = testbed.nodes().stream()
                .flatMap(node -> TableSchema.ofNode().stream()
                        .filter(schema -> schema != TableSchema.EPOCH_KEYS)
                        .map(schema -> node.tables().name(schema)));
        return Stream.concat(coordinators, nodes)
                .flatMap(table ->
                        testbed
                                .dynamoDb()
                                .scanPaginator(scan -> scan.tableName(table).consistentRead(true))
                                .items()
                                .stream())
                .map(item -> item.toString().getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** What went to and from all nodes. */
    List<byte[]> nodes() {
        return nodes.stream().flatMap(tap -> tap.heard().stream()).toList();
    }

    @Override
    public void close() throws IOException {
        testbed.close();
        for (Tap node : nodes) {
            node.close();
        }
        coordinator.close();
        database.close();
        logs.close();
    }

    private NodeRecord tapped(TestNode node) {
        Tap tap = new Tap(node.server().url());
        nodes.add(tap);
        NodeRecord there = node.record();
        return new NodeRecord(there.id(), there.operator(), tap.url(), there.signingKey(), there.witnessKey());
    }

    private void scan(Tables tables, TableSchema schema) {
        testbed
                .dynamoDb()
                .scanPaginator(scan -> scan.tableName(tables.name(schema)).consistentRead(true))
                .items()
                .stream()
                .count();
    }
}
