package dev.mayfly.local.network;

import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.domain.network.Lifetimes;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.domain.registry.RegistryStatement;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.transport.CoordinatorClient;
import dev.mayfly.transport.HttpJson;
import dev.mayfly.transport.Timeouts;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The network's admin: says what the network is, and which nodes are its own. */
final class LocalAdmin implements AutoCloseable {
    /** What a local network is called. */
    static final String NETWORK_NAME = "mayfly-local";

    private static final long FIRST_VERSION = 1;

    /** A coordinator that has just started, on a machine that has just started everything else, takes its time. */
    private static final Timeouts PATIENT = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(60), 3);

    private final SigningPrivateKey key;
    private final NetworkFolder folder;
    private final Clock clock;
    private final SecureRandom random;

    private LocalAdmin(SigningPrivateKey key, NetworkFolder folder, Clock clock, SecureRandom random) {
        this.key = key;
        this.folder = folder;
        this.clock = clock;
        this.random = random;
    }

    static LocalAdmin of(NetworkFolder folder, Clock clock, SecureRandom random) throws IOException {
        return new LocalAdmin(LocalKeys.signing(folder.resolve("admin.key"), random), folder, clock, random);
    }

    /** The network as its file has described it since it was made; the file is written now if there is none. */
    Network describe(LocalCoordinator coordinator, TokenIssuer issuer) throws IOException {
        Optional<Network> known = folder.network();
        if (known.isPresent()) {
            return known.get();
        }
        Network network = new Network(
                NETWORK_NAME,
                key.publicKey(),
                coordinator.url(),
                coordinator.vrfKey(),
                List.of(issuer.issuer()),
                List.of(new Threshold(3, 5), new Threshold(5, 7)),
                2,
                10_000,
                new Lifetimes(Duration.ofSeconds(2), Duration.ofDays(7), Duration.ofDays(1)),
                Duration.ofMinutes(1));
        folder.keep(network);
        return network;
    }

    /** Publishes a registry of these nodes as this version. */
    void publish(Network network, long version, List<LocalNode> nodes) {
        publish(network, sign(version, nodes));
    }

    /** Publishes the registry that is in the folder, or the first one. Publishing it again changes nothing. */
    void publishFirst(Network network, List<LocalNode> nodes) throws IOException {
        if (folder.registry().isEmpty()) {
            folder.keepRegistry(sign(FIRST_VERSION, nodes));
        }
        publish(network, folder.registry().orElseThrow());
    }

    private String sign(long version, List<LocalNode> nodes) {
        Registry registry = new Registry(
                NETWORK_NAME, version, nodes.stream().map(LocalNode::record).toList());
        return RegistryStatement.sign(registry, key, clock, random).compact();
    }

    private static void publish(Network network, String statement) {
        CoordinatorClient.anonymous(new HttpJson(PATIENT), network.coordinator())
                .publishRegistry(new CoordinatorApi.SignedRegistry(statement));
    }

    @Override
    public void close() {
        key.close();
    }
}
