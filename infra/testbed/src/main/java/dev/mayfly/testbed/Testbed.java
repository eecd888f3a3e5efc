package dev.mayfly.testbed;

import dev.mayfly.client.evidence.EvidenceStore;
import dev.mayfly.client.party.Budgets;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.domain.audit.LedgerReport;
import dev.mayfly.domain.evidence.Misbehaviour;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.ledger.AuditLog;
import dev.mayfly.domain.network.Lifetimes;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.registry.Registries;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.domain.registry.RegistryStatement;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.dynamo.container.DynamoContainerStore;
import dev.mayfly.dynamo.directory.RegistryTable;
import dev.mayfly.dynamo.ledger.AuditTable;
import dev.mayfly.dynamo.ledger.LedgerWriter;
import dev.mayfly.dynamo.schema.TableCreation;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamo.schema.Tables;
import dev.mayfly.sweep.SweepDue;
import dev.mayfly.sweep.Sweeps;
import dev.mayfly.testbed.access.AccessLog;
import dev.mayfly.testbed.fault.Faults;
import dev.mayfly.testbed.invariant.Invariants;
import dev.mayfly.testbed.role.Party;
import dev.mayfly.testbed.role.Person;
import dev.mayfly.testbed.role.TestCoordinator;
import dev.mayfly.testbed.role.TestNode;
import dev.mayfly.transport.CoordinatorClient;
import dev.mayfly.transport.HttpJson;
import dev.mayfly.transport.NodeClient;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A running network with fresh tables, whose registry is published. */
public final class Testbed implements AutoCloseable {
    /** The issuer of every user. */
    public static final String ISSUER = "https://id.test";

    /** How long a sweep waits before nodes that did not answer are asked again. */
    public static final Duration RETRY = Duration.ofMinutes(1);

    /** What the database calls of a node's erasing run are known by, before the node's id. */
    public static final String ERASING_RUN = "erasing run of ";

    private static final String NAME = "testbed";
    private static final String SWEEP = "sweep";

    private final Plan plan;
    private final Seeds seeds;
    private final Clocks clocks = new Clocks();
    private final String prefix;
    private final Faults faults = new Faults();
    private final AccessLog accessLog = new AccessLog();
    private final Databases databases;
    private final DynamoDbClient client;
    private final SigningPrivateKey admin;
    private final TestCoordinator coordinator;
    private final List<TestNode> nodes;
    private final Network network;
    private final List<Misbehaviour> misbehaviours = new CopyOnWriteArrayList<>();

    private Testbed(URI dynamoDb, Plan plan) {
        this.plan = plan;
        this.seeds = new Seeds(plan.seed());
        this.prefix = "t" + Bytes.random(new SecureRandom(), 8).toBase64Url() + "-";
        this.databases = new Databases(dynamoDb, faults, accessLog);
        this.client = databases.sound();
        this.admin = SigningPrivateKey.generate(seeds.of("admin"));
        this.coordinator = new TestCoordinator(party("coordinator"), new Tables(prefix), faults);
        this.nodes = IntStream.rangeClosed(1, plan.nodes())
                .mapToObj(number -> "node-" + number)
                .map(id -> new TestNode(party(id), new Tables(prefix + id + "-"), faults))
                .toList();
        this.network = describe();
    }

    /**
     * Starts a network.
     *
     * @param dynamoDb where DynamoDB Local is
     */
    public static Testbed start(URI dynamoDb, Plan plan) {
        Testbed testbed = new Testbed(dynamoDb, plan);
        TableCreation.createTables(testbed.client, testbed.coordinator.tables(), TableSchema.ofCoordinator());
        testbed.coordinator.start(
                testbed.network, testbed.databases.of("coordinator", testbed.coordinator.tables()), plan.retention());
        for (TestNode node : testbed.nodes) {
            TableCreation.createTables(testbed.client, node.tables(), TableSchema.ofNode());
            node.start(
                    testbed.network,
                    testbed.databases.of(node.id(), node.tables()),
                    testbed.databases.of(ERASING_RUN + node.id(), node.tables()),
                    plan.retention());
        }
        testbed.publishRegistry(1);
        return testbed;
    }

    /** What everybody trusts. */
    public Network network() {
        return network;
    }

    /** The key that signs the registry. */
    public SigningPrivateKey admin() {
        return admin;
    }

    /** What it is like. */
    public Plan plan() {
        return plan;
    }

    /** The coordinator. */
    public TestCoordinator coordinator() {
        return coordinator;
    }

    /** The nodes, by number. */
    public List<TestNode> nodes() {
        return nodes;
    }

    /** The node of an id. */
    public TestNode node(String id) {
        return nodes.stream().filter(node -> node.id().equals(id)).findFirst().orElseThrow();
    }

    /** The ledger. */
    public AuditLog auditLog() {
        return new AuditTable(client, coordinator.tables());
    }

    /** What the ledger proves. */
    public LedgerReport ledger() {
        return invariants().ledger();
    }

    /** A client of the database, for looking behind everybody's back. */
    public DynamoDbClient dynamoDb() {
        return client;
    }

    /** What fails, and what was called. */
    public Faults faults() {
        return faults;
    }

    /** What every role has done to tables. */
    public AccessLog accessLog() {
        return accessLog;
    }

    /** A role's client of the database, whose calls are in the log. */
    public DynamoDbClient dynamoDbOf(String who) {
        return databases.of(who, coordinator.tables());
    }

    /** A user whose keys are registered; a new one for each name. */
    public Person person(String name) throws RejectedException {
        Person person = newcomer(name);
        person.client().register();
        return person;
    }

    /** A user who has keys and has not registered them. */
    public Person newcomer(String name) {
        Party party = party(name);
        return person(party, UserKeys.generate(new UserId(ISSUER, name), party.random()));
    }

    /** The same user with other keys, as on another device. */
    public Person withOtherKeys(Person person) {
        UserKeys other = UserKeys.generate(person.keys().user(), person.party().random());
        return person(person.party(), other);
    }

    /** What its people can prove against nodes, in the order in which they found it. */
    public List<Misbehaviour> misbehaviours() {
        return misbehaviours;
    }

    /** A sweep as another process would have it, with the clock of all sweeps. */
    public SweepDue sweep() {
        return sweep(clocks.of(SWEEP));
    }

    /** The same with a clock of its own. */
    public SweepDue sweep(Clock own) {
        DynamoDbClient database = databases.of(SWEEP, coordinator.tables());
        LedgerWriter ledger = new LedgerWriter(database, coordinator.tables(), NAME, new SecureRandom());
        Registries registries =
                new Registries(network, new RegistryTable(database, coordinator.tables(), ledger, NAME));
        return Sweeps.over(
                network,
                registries,
                new DynamoContainerStore(database, coordinator.tables(), ledger, plan.retention()),
                new NodeClient(new HttpJson(plan.timeouts())),
                RETRY,
                plan.retention(),
                own);
    }

    /** Everybody's clocks. */
    public Clocks clocks() {
        return clocks;
    }

    /** What does not hold by now, once every node has had its own erasing run. */
    public List<String> violations() {
        nodes.forEach(TestNode::eraseExpired);
        return invariants().violations(clocks.seconds());
    }

    /** What must hold of this network. */
    public Invariants invariants() {
        Map<String, Tables> ofNodes = nodes.stream().collect(Collectors.toMap(TestNode::id, TestNode::tables));
        return new Invariants(network, client, coordinator.tables(), ofNodes, plan.retention());
    }

    /** Publishes the admin's registry of all nodes as this version. */
    public void publishRegistry(long version) {
        Registry registry =
                new Registry(NAME, version, nodes.stream().map(TestNode::record).toList());
        String statement = RegistryStatement.sign(registry, admin, clocks.of("admin"), seeds.of("registry"))
                .compact();
        CoordinatorClient.anonymous(new HttpJson(plan.timeouts()), coordinator.url())
                .publishRegistry(new CoordinatorApi.SignedRegistry(statement));
    }

    @Override
    public void close() {
        nodes.forEach(TestNode::close);
        coordinator.close();
        admin.close();
        databases.close();
    }

    private Person person(Party party, UserKeys keys) {
        EvidenceStore keep = (evidence, proven) -> misbehaviours.add(proven);
        return new Person(party, keys, network, keep, Budgets.USUAL.with(plan.timeouts()));
    }

    private Party party(String name) {
        return new Party(name, clocks.of(name), seeds.of(name));
    }

    private Network describe() {
        return new Network(
                NAME,
                admin.publicKey(),
                coordinator.url(),
                coordinator.vrfKey().publicKey(),
                List.of(ISSUER),
                plan.thresholds(),
                plan.standbys(),
                1_000_000,
                new Lifetimes(Duration.ofSeconds(1), Duration.ofDays(7), Duration.ofDays(1)),
                Duration.ofHours(1));
    }
}
