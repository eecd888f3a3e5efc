package dev.mayfly.coordinator.party;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.domain.network.Lifetimes;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.domain.registry.RegistryStatement;
import dev.mayfly.domain.statement.Issued;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A network of nine nodes of eight operators, one of whom runs two, and whose every private key the tests know. */
public final class TestNetwork {
    public static final String NAME = "testnet";
    public static final String ISSUER = "https://issuer.test";
    public static final Threshold THRESHOLD = new Threshold(3, 5);

    /** Allowed, but of more nodes than there are operators. */
    public static final Threshold TOO_MANY = new Threshold(14, 21);

    /** How many containers one may open for the same other in an hour. */
    public static final int FRESH_NONCES = 12;

    private static final int NODES = 9;
    private static final int OPERATORS = 8;
    private static final int ADMIN = 100;
    private static final int VRF = 101;

    private TestNetwork() {}

    /** What the coordinator and all others trust. */
    public static Network network() {
        return new Network(
                NAME,
                admin().publicKey(),
                URI.create("http://127.0.0.1:9000"),
                vrf().publicKey(),
                List.of(ISSUER),
                List.of(THRESHOLD, TOO_MANY),
                2,
                FRESH_NONCES,
                new Lifetimes(Duration.ofSeconds(5), Duration.ofDays(7), Duration.ofHours(24)),
                Duration.ofMinutes(1));
    }

    /** All nodes, as a version of the registry. */
    public static Registry registry(long version) {
        return new Registry(NAME, version, nodes());
    }

    /** All nodes, sorted by id. */
    public static List<NodeRecord> nodes() {
        return IntStream.rangeClosed(1, NODES).mapToObj(TestNetwork::record).toList();
    }

    /** A registry in the admin's words, the same ones each time. */
    public static String signed(Registry registry) {
        List<Bytes> nodes = registry.nodes().stream().map(NodeRecord::encoded).toList();
        return signed(NAME, registry.version(), nodes, admin());
    }

    /** A registry that may be wrong. */
    public static String signed(String network, long version, List<Bytes> nodes, SigningPrivateKey by) {
        Issued issued = new Issued(network, Issued.PUBLIC, 0, Bytes.of(new byte[64]));
        return RegistryStatement.TYPE
                .sign(new RegistryStatement(issued, version, nodes), by)
                .compact();
    }

    public static SigningPrivateKey nodeKey(String id) {
        return key(Integer.parseInt(id.substring("node-".length())));
    }

    public static SigningPrivateKey admin() {
        return key(ADMIN);
    }

    /** The coordinator's key for draws and key indexes. */
    public static VrfPrivateKey vrf() {
        try (SecretBytes scalar = scalar(VRF)) {
            return VrfPrivateKey.parse(scalar);
        } catch (RejectedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static NodeRecord record(int number) {
        return new NodeRecord(
                "node-" + number,
                "operator-" + (number - 1) % OPERATORS,
                URI.create("http://127.0.0.1:" + (9000 + number)),
                key(number).publicKey(),
                Bytes.of(new byte[32]));
    }

    private static SigningPrivateKey key(int number) {
        try (SecretBytes scalar = scalar(number)) {
            return SigningPrivateKey.parse(scalar);
        } catch (RejectedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    // Made from a number and not at random: Quarkus loads this class twice, around the coordinator and beside it.
    private static SecretBytes scalar(int number) {
        byte[] scalar = new byte[32];
        Arrays.fill(scalar, (byte) number);
        return SecretBytes.adopt(scalar);
    }
}
