package dev.mayfly.local.network;

import dev.mayfly.client.MayflyClient;
import dev.mayfly.client.party.Budgets;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.domain.ledger.AuditLog;
import dev.mayfly.domain.network.Lifetimes;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.domain.registry.RegistryStatement;
import dev.mayfly.domain.share.HeldShare;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.dynamo.DynamoClients;
import dev.mayfly.dynamo.ledger.AuditTable;
import dev.mayfly.dynamo.node.ShareTable;
import dev.mayfly.dynamo.schema.TableCreation;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamo.schema.Tables;
import dev.mayfly.dynamodblocal.DynamoDbLocal;
import dev.mayfly.transport.CoordinatorClient;
import dev.mayfly.transport.HttpJson;
import dev.mayfly.transport.Timeouts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A running network: DynamoDB Local, token issuer, coordinator, expiry sweep, and nodes of as many operators. */
public final class LocalNetwork implements AutoCloseable {
    private static final String NAME = "mayfly-local";

    private final Path root;
    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final List<LocalNode> nodes = new ArrayList<>();
    private Path networkFile;
    private DynamoDbLocal engine;
    private DynamoDbClient dynamoDb;
    private TokenIssuer issuer;
    private SigningPrivateKey admin;
    private LocalCoordinator coordinator;
    private LocalSweep sweep;
    private Network network;

    private LocalNetwork(Path root) {
        this.root = root;
    }

    /**
     * Starts a network with an empty ledger and no registry.
     *
     * @param root the project's root, with its functions packaged
     * @param size how many nodes, each of an operator of its own
     * @throws IllegalStateException when something did not start; nothing is left running then
     */
    public static LocalNetwork start(Path root, int size) {
        LocalNetwork starting = new LocalNetwork(root);
        try {
            starting.make(size);
            starting.run();
            return starting;
        } catch (IOException failed) {
            starting.close();
            throw new UncheckedIOException("the network's files cannot be written", failed);
        } catch (RuntimeException failed) {
            starting.close();
            throw failed;
        }
    }

    /** What to trust: the content of the network file. */
    public Network network() {
        return network;
    }

    /** The nodes, by number. */
    public List<LocalNode> nodes() {
        return List.copyOf(nodes);
    }

    /** The node of an id. */
    public LocalNode node(String id) {
        return nodes.stream().filter(node -> node.id().equals(id)).findFirst().orElseThrow();
    }

    /** The development token issuer. */
    public TokenIssuer issuer() {
        return issuer;
    }

    /** The database of every role, for whoever looks into tables. It closes with the network. */
    public DynamoDbClient database() {
        return dynamoDb;
    }

    /** The chain as the database keeps it. */
    public AuditLog auditLog() {
        return new AuditTable(dynamoDb, new Tables(LocalCoordinator.TABLE_PREFIX));
    }

    /** How many nodes still keep their share of a container, sealed, by what stands in their tables. */
    public long sharesHeld(Bytes containerId) {
        return nodes.stream()
                .map(node -> new ShareTable(dynamoDb, new Tables(node.tablePrefix()), Duration.ZERO))
                .map(shares -> shares.find(containerId))
                .filter(share -> share.flatMap(HeldShare::sealed).isPresent())
                .count();
    }

    /** Publishes the admin's registry of all nodes as this version. */
    public void publishRegistry(long version) {
        Registry registry = new Registry(
                NAME, version, nodes.stream().map(LocalNode::record).toList());
        String statement =
                RegistryStatement.sign(registry, admin, clock, random).compact();
        CoordinatorClient.anonymous(new HttpJson(Timeouts.USUAL), network.coordinator())
                .publishRegistry(new CoordinatorApi.SignedRegistry(statement));
    }

    /** A client for a user of the development issuer. */
    public MayflyClient connect(UserKeys keys) {
        return connect(keys, clock);
    }

    /** The same with another clock. */
    public MayflyClient connect(UserKeys keys, Clock usersClock) {
        return MayflyClient.connect(
                network, keys, () -> issuer.token(keys.user(), NAME), Budgets.USUAL, usersClock, random);
    }

    /** Starts nodes that were killed, with the keys and tables they had, and waits until they answer. */
    public void restart(List<LocalNode> killed) {
        killed.forEach(this::startNode);
        killed.forEach(LocalNode::awaitStarted);
    }

    /** Kills the coordinator's process; its tables stay as they are. */
    public void killCoordinator() {
        coordinator.kill();
    }

    /** Starts the coordinator, with the key, tables and port it had, and waits until it answers. */
    public void restartCoordinator() {
        startCoordinator();
        coordinator.awaitStarted();
    }

    /** Kills everything and deletes every file. */
    @Override
    public void close() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception failed) {
                System.err.println("closing the network: " + failed.getMessage());
            }
        }
    }

    private void make(int size) throws IOException {
        Path folder = Files.createTempDirectory("mayfly-");
        running.push(() -> delete(folder));
        engine = closing(DynamoDbLocal.start());
        dynamoDb = closing(DynamoClients.local(engine.endpoint()).build());
        issuer = closing(TokenIssuer.start(clock));
        admin = closing(SigningPrivateKey.generate(random));
        coordinator = LocalCoordinator.make(folder, random);
        sweep = new LocalSweep(folder);
        for (int i = 1; i <= size; i++) {
            nodes.add(LocalNode.make("node-" + i, "operator-" + i, folder.resolve("node-" + i), random));
        }
        network = describe();
        networkFile = Files.write(folder.resolve("network.json"), network.toJson());
    }

    private Network describe() {
        return new Network(
                NAME,
                admin.publicKey(),
                coordinator.url(),
                coordinator.vrfKey(),
                List.of(issuer.issuer()),
                List.of(new Threshold(3, 5), new Threshold(5, 7)),
                2,
                new Lifetimes(Duration.ofSeconds(2), Duration.ofDays(7), Duration.ofDays(1)),
                Duration.ofMinutes(1));
    }

    private void run() {
        makeTables();
        running.push(coordinator::kill);
        startCoordinator();
        for (LocalNode node : nodes) {
            running.push(node::kill);
            startNode(node);
        }
        running.push(sweep::kill);
        sweep.start(PackagedFunction.of(root, "expiry-sweep"), networkFile, engine.endpoint());
        coordinator.awaitStarted();
        nodes.forEach(LocalNode::awaitStarted);
        sweep.awaitStarted();
    }

    private void makeTables() {
        Tables ofCoordinator = new Tables(LocalCoordinator.TABLE_PREFIX);
        TableCreation.createTables(dynamoDb, ofCoordinator, TableSchema.ofCoordinator());
        for (LocalNode node : nodes) {
            TableCreation.createTables(dynamoDb, new Tables(node.tablePrefix()), TableSchema.ofNode());
        }
    }

    private void startCoordinator() {
        coordinator.start(
                PackagedFunction.of(root, "coordinator"), networkFile, engine.endpoint(), issuer.issuer(), NAME);
    }

    private void startNode(LocalNode node) {
        node.start(PackagedFunction.of(root, "entropy-node"), networkFile, engine.endpoint());
    }

    private <T extends AutoCloseable> T closing(T started) {
        running.push(started);
        return started;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
