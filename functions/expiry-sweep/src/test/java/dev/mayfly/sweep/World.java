package dev.mayfly.sweep;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.domain.audit.LedgerReport;
import dev.mayfly.domain.audit.LedgerVerifier;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.container.DrawnContainers;
import dev.mayfly.domain.ledger.Entry;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.network.Lifetimes;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.registry.Registries;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.domain.registry.RegistryStatement;
import dev.mayfly.domain.selection.Draw;
import dev.mayfly.domain.share.ErasureRecords;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.dynamo.DynamoClients;
import dev.mayfly.dynamo.container.DynamoContainerStore;
import dev.mayfly.dynamo.directory.RegistryTable;
import dev.mayfly.dynamo.ledger.AuditTable;
import dev.mayfly.dynamo.ledger.LedgerWriter;
import dev.mayfly.dynamo.schema.TableCreation;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamo.schema.Tables;
import dev.mayfly.transport.HttpJson;
import dev.mayfly.transport.NodeClient;
import dev.mayfly.transport.Timeouts;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A network of five nodes over real HTTP, a coordinator's tables, and sweeps over them. */
final class World implements AutoCloseable {
    static final String NAME = "pond";
    static final SecureRandom RANDOM = new SecureRandom();
    static final Pace PACE = new Pace(4, Duration.ofMinutes(1));
    static final Patience PATIENCE = new Patience(Duration.ofMinutes(1), Duration.ofHours(2));

    private static final int NODES = 5;
    private static final int ALL = 100_000;
    private static final Timeouts HURRIED = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(2), 1);

    private final TestClock clock = new TestClock();
    private final SigningPrivateKey admin = SigningPrivateKey.generate(RANDOM);
    private final VrfPrivateKey vrf = VrfPrivateKey.generate(RANDOM);
    private final Network network = network(admin, vrf);
    private final Tables tables = new Tables("t" + bytes(8).toBase64Url() + "-");
    private final List<TestNode> nodes = IntStream.rangeClosed(1, NODES)
            .mapToObj(number -> new TestNode("node-" + number))
            .toList();
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final SweepMeters meters = new SweepMeters(metrics);
    private final URI endpoint;
    private final DynamoDbClient client;
    private final DynamoContainerStore containers;
    private Registry registry;

    World(URI endpoint) {
        this.endpoint = endpoint;
        this.client = DynamoClients.local(endpoint).build();
        this.containers = store(client);
        TableCreation.createTables(client, tables, TableSchema.ofCoordinator());
        publishRegistry(1);
    }

    static Bytes bytes(int size) {
        return Bytes.random(RANDOM, size);
    }

    TestClock clock() {
        return clock;
    }

    Network network() {
        return network;
    }

    Registry registry() {
        return registry;
    }

    DynamoContainerStore containers() {
        return containers;
    }

    List<TestNode> nodes() {
        return nodes;
    }

    TestNode node(String id) {
        return nodes.stream()
                .filter(node -> node.record().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    Issued issued(String audience) {
        return Issued.now(NAME, audience, clock, RANDOM);
    }

    Bytes prove(Bytes containerId) {
        return Draw.prove(containerId, vrf).bytes();
    }

    /** A version of the registry with the same nodes; containers are drawn from it from now on. */
    void publishRegistry(long version) {
        registry =
                new Registry(NAME, version, nodes.stream().map(TestNode::record).toList());
        String signed = RegistryStatement.sign(registry, admin, clock, RANDOM).compact();
        registries(client).publishIfNext(version, new EntryBody.RegistryPublished(signed), clock.seconds());
    }

    /** A sweep as another process would have it. */
    SweepDue sweep() {
        return sweep(client, clock, PATIENCE);
    }

    /** A sweep with a clock of its own. */
    SweepDue sweep(Clock own) {
        return sweep(client, own, PATIENCE);
    }

    /** A sweep with a patience of its own. */
    SweepDue sweep(Patience own) {
        return sweep(client, clock, own);
    }

    /** A sweep whose calls to DynamoDB meet with an accident. */
    SweepDue sweep(Accident accident) {
        DynamoDbClient unlucky = DynamoClients.local(endpoint)
                .overrideConfiguration(DynamoClients.timeouts()
                        .addExecutionInterceptor(accident)
                        .build())
                .build();
        return sweep(unlucky, clock, PATIENCE);
    }

    /** What everybody who writes to its ledger counts. */
    SweepMeters meters() {
        return meters;
    }

    PrometheusMeterRegistry metrics() {
        return metrics;
    }

    ContainerState state(TestContainer container) {
        return containers.find(container.id()).orElseThrow().state();
    }

    /** Whether a sweep would ever look at it again. */
    boolean isDueEver(TestContainer container) {
        return isDue(container, clock.seconds() + Duration.ofDays(365).toSeconds());
    }

    boolean isDue(TestContainer container, long when) {
        return containers.due(when, ALL).contains(container.id());
    }

    /** Types of the entries about a container, oldest first. */
    List<String> entries(TestContainer container) {
        return log().stream()
                .map(World::decoded)
                .filter(entry -> entry.subject().equals(container.id()))
                .map(entry -> entry.body().type())
                .toList();
    }

    /** How many entries the whole ledger has. */
    int entries() {
        return log().size();
    }

    /** What the ledger proves about a container. */
    LedgerReport.Trail trail(TestContainer container) {
        return verified().containers().stream()
                .filter(trail -> trail.containerId().equals(container.id()))
                .findFirst()
                .orElseThrow();
    }

    /** What the whole ledger proves. */
    LedgerReport verified() {
        return new LedgerVerifier(network).verify(log().iterator());
    }

    /** Changes tables behind everybody's back. */
    Tampering tampering() {
        return new Tampering(client, tables);
    }

    @Override
    public void close() {
        nodes.forEach(TestNode::close);
        client.close();
    }

    private SweepDue sweep(DynamoDbClient own, Clock ownClock, Patience ownPatience) {
        DynamoContainerStore store = store(own);
        SweepContainer sweepContainer = new SweepContainer(
                store,
                store,
                new DrawnContainers(network, new Registries(network, registries(own))),
                new AskNodes(new NodeClient(new HttpJson(HURRIED))),
                new ErasureRecords(store),
                ownPatience,
                ownClock);
        return new SweepDue(store, store, sweepContainer, PACE, ownClock);
    }

    private DynamoContainerStore store(DynamoDbClient own) {
        return new DynamoContainerStore(own, tables, writer(own), PATIENCE.retention());
    }

    private RegistryTable registries(DynamoDbClient own) {
        return new RegistryTable(own, tables, writer(own), NAME);
    }

    private LedgerWriter writer(DynamoDbClient own) {
        return new LedgerWriter(own, tables, NAME, RANDOM, meters);
    }

    private List<Bytes> log() {
        return new AuditTable(client, tables).entries(0, ALL);
    }

    private static Entry decoded(Bytes encoded) {
        try {
            return Entry.decode(encoded);
        } catch (RejectedException broken) {
            throw new AssertionError(broken);
        }
    }

    private static Network network(SigningPrivateKey admin, VrfPrivateKey vrf) {
        return new Network(
                NAME,
                admin.publicKey(),
                URI.create("http://127.0.0.1:9000"),
                vrf.publicKey(),
                List.of("https://issuer.test"),
                List.of(Life.THREE_OF_FIVE, Life.TWO_OF_THREE),
                0,
                1000,
                new Lifetimes(Duration.ofSeconds(5), Duration.ofDays(7), Duration.ofHours(24)),
                Duration.ofHours(1));
    }
}
