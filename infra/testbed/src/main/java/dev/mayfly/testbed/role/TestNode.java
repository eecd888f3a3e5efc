package dev.mayfly.testbed.role;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.wire.NodeApi;
import dev.mayfly.dynamo.node.EpochKeyTable;
import dev.mayfly.dynamo.node.SeenRegistryTable;
import dev.mayfly.dynamo.node.ShareTable;
import dev.mayfly.dynamo.schema.Tables;
import dev.mayfly.node.dealing.DealingUseCases;
import dev.mayfly.node.identity.NodeIdentity;
import dev.mayfly.node.meter.NodeMeters;
import dev.mayfly.node.registry.CoordinatorRegistry;
import dev.mayfly.node.registry.KnownRegistry;
import dev.mayfly.node.share.EpochKeys;
import dev.mayfly.node.share.EraseExpired;
import dev.mayfly.node.share.ShareUseCases;
import dev.mayfly.testbed.fault.Faults;
import dev.mayfly.testbed.http.RoleServer;
import dev.mayfly.testbed.http.Routes;
import dev.mayfly.transport.Timeouts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** An entropy node. Its own erasing run happens when a test says so. */
public final class TestNode implements AutoCloseable {
    private static final Bytes NO_WITNESS_KEY = Bytes.of(new byte[32]);

    private static final Timeouts PATIENCE = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(2), 1);

    private final Party party;
    private final SigningPrivateKey key;
    private final Tables tables;
    private final RoleServer server;
    private EraseExpired eraseExpired;

    /** Makes its key and takes a port. */
    public TestNode(Party party, Tables tables, Faults faults) {
        this.party = party;
        this.key = SigningPrivateKey.generate(party.random());
        this.tables = tables;
        this.server = new RoleServer(party.name(), faults);
    }

    /** Its name in the registry. */
    public String id() {
        return party.name();
    }

    /** Its record in the registry. */
    public NodeRecord record() {
        return new NodeRecord(id(), "operator of " + id(), server.url(), key.publicKey(), NO_WITNESS_KEY);
    }

    /** The key that signs its answers, for tests in which it cheats. */
    public SigningPrivateKey key() {
        return key;
    }

    /** Its clock, randomness and name. */
    public Party party() {
        return party;
    }

    /** Its tables. */
    public Tables tables() {
        return tables;
    }

    /** Its server, to stop and restart it. */
    public RoleServer server() {
        return server;
    }

    /** What its schedule does. */
    public EraseExpired.Run eraseExpired() {
        return eraseExpired.run();
    }

    /**
     * Begins to serve, as a process that was just started.
     *
     * @param eraser the client of the erasing run, which on Lambda is a function of its own
     */
    public void start(Network network, DynamoDbClient client, DynamoDbClient eraser, Duration retention) {
        Clock clock = party.clock();
        NodeIdentity identity = new NodeIdentity(id(), key);
        ShareTable shares = new ShareTable(client, tables, retention);
        NodeMeters meters = new NodeMeters(new SimpleMeterRegistry());
        EpochKeys epochKeys = epochKeys(network, client, meters);
        KnownRegistry registry = new KnownRegistry(
                network,
                new SeenRegistryTable(client, tables, network.name()),
                new CoordinatorRegistry(network, PATIENCE, Optional::empty),
                clock);
        DealingUseCases dealing =
                DealingUseCases.of(network, identity, registry, shares, epochKeys, meters, clock, party.random());
        ShareUseCases share = ShareUseCases.of(network, identity, shares, epochKeys, meters, clock, party.random());
        eraseExpired = ShareUseCases.of(
                        network,
                        identity,
                        new ShareTable(eraser, tables, retention),
                        epochKeys(network, eraser, meters),
                        meters,
                        clock,
                        party.random())
                .eraseExpired();
        server.serve(new Routes()
                .post("contribute", NodeApi.Contribute.class, dealing.contribute()::contribute)
                .post("deposit", NodeApi.Deposit.class, dealing.deposit()::deposit)
                .post("release", NodeApi.Release.class, share.releaseShare()::release)
                .post("end", NodeApi.End.class, share.endContainer()::end)
                .post("erasure", NodeApi.AskErasure.class, share.tellErasure()::tell));
    }

    private EpochKeys epochKeys(Network network, DynamoDbClient client, NodeMeters meters) {
        return new EpochKeys(new EpochKeyTable(client, tables), network, meters, party.clock(), party.random());
    }

    @Override
    public void close() {
        server.close();
        key.close();
    }
}
