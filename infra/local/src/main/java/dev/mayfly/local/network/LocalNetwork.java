package dev.mayfly.local.network;

import dev.mayfly.client.MayflyClient;
import dev.mayfly.client.contact.Pins;
import dev.mayfly.client.contact.RememberedPins;
import dev.mayfly.client.evidence.EvidenceFolder;
import dev.mayfly.client.party.Budgets;
import dev.mayfly.client.party.Keyring;
import dev.mayfly.client.party.Surroundings;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.ledger.AuditLog;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.dynamo.schema.Tables;
import dev.mayfly.local.fault.FaultProxy;
import dev.mayfly.local.process.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A running network: a database, token issuer, coordinator, expiry sweep, audit, and nodes of as many operators. It ends
 * when it is closed, and at the latest with this process.
 */
public final class LocalNetwork implements AutoCloseable {
    private static final int USUAL_SIZE = 7;

    private final Path root;
    private final Optional<URI> elsewhere;
    private final Map<String, String> settings;
    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();
    private final Running running = new Running();
    private final List<LocalNode> nodes = new ArrayList<>();
    private NetworkFolder folder;
    private LocalDatabase database;
    private TokenIssuer issuer;
    private LocalAdmin admin;
    private LocalProcesses processes;
    private Network network;

    /** Where a network finds or makes its files. */
    private interface Place {
        NetworkFolder open() throws IOException;
    }

    private LocalNetwork(Path root, Optional<URI> elsewhere, Map<String, String> settings) {
        this.root = root;
        this.elsewhere = elsewhere;
        this.settings = settings;
    }

    /**
     * Starts a network with an empty ledger and no registry, of which nothing is left when it is closed.
     *
     * @param root the project's root, with its functions packaged
     * @param size how many nodes, each of an operator of its own
     * @throws IllegalStateException when something did not start; nothing is left running then
     */
    public static LocalNetwork start(Path root, int size) {
        return start(root, size, Map.of());
    }

    /** The same, each of whose functions is told these settings beside its own: how to log, for one. */
    public static LocalNetwork start(Path root, int size, Map<String, String> told) {
        return start(new LocalNetwork(root, Optional.empty(), told), NetworkFolder::temporary, OptionalInt.of(size));
    }

    /**
     * The same on a database that somebody else runs, with tables that somebody else has made: those of the coordinator, whose
     * names begin with {@code coordinator-}, and those of each node, {@code node-1-} for the first.
     */
    public static LocalNetwork start(Path root, int size, URI database) {
        LocalNetwork fresh = new LocalNetwork(root, Optional.of(database), Map.of());
        return start(fresh, NetworkFolder::temporary, OptionalInt.of(size));
    }

    /**
     * Starts the network of a folder, or a new one there, with its registry published. Closing it keeps the folder.
     *
     * @param size how many nodes; by default as many as it has, seven for a new one
     * @throws IllegalStateException when something did not start, a port of the network is taken, it has another size, or
     *     another process runs it; nothing is left running then
     */
    public static LocalNetwork start(Path root, Path folder, OptionalInt size) {
        LocalNetwork known = new LocalNetwork(root, Optional.empty(), Map.of());
        LocalNetwork network = start(known, () -> NetworkFolder.kept(folder), size);
        try {
            network.admin.publishFirst(network.network, network.nodes);
            return network;
        } catch (IOException | RuntimeException failed) {
            network.close();
            throw unstarted(failed);
        }
    }

    private static LocalNetwork start(LocalNetwork starting, Place place, OptionalInt size) {
        try {
            starting.folder = starting.running.start(place::open);
            starting.make(size);
            starting.run();
            return starting;
        } catch (IOException | RuntimeException failed) {
            starting.close();
            throw unstarted(failed);
        }
    }

    private static RuntimeException unstarted(Exception failed) {
        return failed instanceof IOException io
                ? new UncheckedIOException("the network's files cannot be used: " + io.getMessage(), io)
                : (RuntimeException) failed;
    }

    /** What to trust: the content of the network file. */
    public Network network() {
        return network;
    }

    /** The file that says it. */
    public Path networkFile() {
        return folder.networkFile();
    }

    /** Where the audit is. It starts while others work already, so this may have to wait for it. */
    public URI audit() {
        return processes.audit();
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
        return database.client();
    }

    /** The names of the coordinator's tables. */
    public Tables coordinatorTables() {
        return new Tables(LocalCoordinator.TABLE_PREFIX);
    }

    /** The chain as the database keeps it. */
    public AuditLog auditLog() {
        return database.auditLog();
    }

    /** How many nodes still keep their share of a container, sealed, by what stands in their tables. */
    public long sharesHeld(Bytes containerId) {
        return database.sharesHeld(nodes, containerId);
    }

    /** Publishes the admin's registry of all nodes as this version. */
    public void publishRegistry(long version) {
        admin.publish(network, version, nodes);
    }

    /**
     * Puts a proxy before a node, honest at first, from the next registry on. It ends with the network.
     *
     * @return the proxy, to make it misbehave
     */
    public FaultProxy proxy(LocalNode node) {
        return running.start(node::proxied);
    }

    /** The folder in which its users keep what proves that a node lied. */
    public Path evidence() {
        return folder.resolve("evidence");
    }

    /** A client for a user of the development issuer that meets everybody for the first time. */
    public MayflyClient connect(UserKeys keys) {
        return connect(keys, clock);
    }

    /** The same with another clock. */
    public MayflyClient connect(UserKeys keys, Clock usersClock) {
        return connect(Keyring.of(keys), new RememberedPins(), usersClock);
    }

    /** A client for a user with earlier keys, and contacts that it has met. */
    public MayflyClient connect(Keyring keys, Pins pins) {
        return connect(keys, pins, clock);
    }

    private MayflyClient connect(Keyring keys, Pins pins, Clock usersClock) {
        UserId user = keys.current().user();
        return MayflyClient.connect(
                network,
                keys,
                pins,
                () -> issuer.token(user, LocalAdmin.NETWORK_NAME),
                new EvidenceFolder(evidence()),
                Surroundings.of(Budgets.USUAL, usersClock, random));
    }

    /** Starts nodes that were killed, with the keys and tables they had, and waits until they answer. */
    public void restart(List<LocalNode> killed) {
        processes.restart(killed);
    }

    /** The coordinator's process id, for whoever looks into it. */
    public long coordinatorPid() {
        return processes.coordinatorPid();
    }

    /** Kills the coordinator's process; its tables stay as they are. */
    public void killCoordinator() {
        processes.killCoordinator();
    }

    /** Starts the coordinator, with the key, tables and port it had, and waits until it answers. */
    public void restartCoordinator() {
        processes.restartCoordinator();
    }

    /**
     * Starts message handlers of users, with keys and tokens of their own, and waits until they answer. Their tokens are renewed
     * for as long as the network runs.
     */
    public List<LocalHandler> startHandlers(List<String> owners) {
        try {
            List<LocalHandler> handlers = new ArrayList<>();
            for (String owner : owners) {
                handlers.add(LocalHandler.of(owner, folder, issuer, random));
            }
            processes.startHandlers(handlers);
            return handlers;
        } catch (IOException failed) {
            throw unstarted(failed);
        }
    }

    /** Kills the sweep's process. */
    public void killSweep() {
        processes.killSweep();
    }

    /** Starts the sweep again, and waits until it has started. */
    public void restartSweep() {
        processes.restartSweep();
    }

    /** Kills everything; deletes every file, unless the network was started in a folder. */
    @Override
    public void close() {
        running.close();
    }

    private void make(OptionalInt size) throws IOException {
        database = running.start(() -> elsewhere.map(LocalDatabase::at).orElseGet(() -> LocalDatabase.start(folder)));
        issuer = running.start(() -> TokenIssuer.start(folder, clock));
        admin = running.start(() -> LocalAdmin.of(folder, clock, random));
        LocalCoordinator coordinator = LocalCoordinator.of(folder, random);
        processes = new LocalProcesses(root, settings, running, folder, database.endpoint(), issuer, coordinator);
        network = admin.describe(coordinator, issuer);
        makeNodes(folder.nodes(network), size);
    }

    private void makeNodes(List<NodeRecord> known, OptionalInt size) throws IOException {
        if (!known.isEmpty() && size.isPresent() && size.getAsInt() != known.size()) {
            throw new IllegalStateException("the network in this folder has " + known.size() + " nodes");
        }
        for (NodeRecord record : known) {
            nodes.add(LocalNode.of(record, folder));
        }
        while (nodes.size() < size.orElse(known.isEmpty() ? USUAL_SIZE : known.size())) {
            nodes.add(LocalNode.make(nodes.size() + 1, folder, random));
        }
    }

    private void run() {
        database.makeTables(nodes);
        processes.start(nodes);
    }
}
