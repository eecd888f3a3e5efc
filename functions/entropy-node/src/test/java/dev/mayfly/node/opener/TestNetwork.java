package dev.mayfly.node.opener;

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
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A network of seven nodes of seven operators whose every private key the tests know. The node under test is one of them. */
public final class TestNetwork {
    public static final String NAME = "testnet";
    public static final String OWN_ID = "node-4";
    public static final int NODES = 7;
    public static final Threshold THRESHOLD = new Threshold(3, 5);

    private static final int OWN = 4;
    private static final int ADMIN = 100;
    private static final int VRF = 101;

    private TestNetwork() {}

    /** The network file of a network whose coordinator is there. */
    public static Network at(URI coordinator) {
        return new Network(
                NAME,
                admin().publicKey(),
                coordinator,
                vrf().publicKey(),
                List.of("https://issuer.test"),
                List.of(THRESHOLD),
                1,
                1000,
                new Lifetimes(Duration.ofSeconds(5), Duration.ofDays(7), Duration.ofHours(24)),
                Duration.ofMinutes(1));
    }

    /** All seven nodes, as a version of the registry. */
    public static Registry registry(long version) {
        List<NodeRecord> nodes =
                IntStream.rangeClosed(1, NODES).mapToObj(TestNetwork::record).toList();
        return new Registry(NAME, version, nodes);
    }

    /** A registry in the admin's words. */
    public static String signed(Registry registry, Clock clock) {
        return RegistryStatement.sign(registry, admin(), clock, new SecureRandom())
                .compact();
    }

    /** The signing key of the node under test. */
    public static SigningPrivateKey ownKey() {
        return nodeKey(OWN);
    }

    /** The signing key of any node. */
    public static SigningPrivateKey nodeKey(String id) {
        return nodeKey(Integer.parseInt(id.substring("node-".length())));
    }

    /** The admin's key. */
    public static SigningPrivateKey admin() {
        return nodeKey(ADMIN);
    }

    /** The coordinator's key for draws. */
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
                "operator-" + number,
                URI.create("http://127.0.0.1:" + (9000 + number)),
                nodeKey(number).publicKey(),
                Bytes.of(new byte[32]));
    }

    private static SigningPrivateKey nodeKey(int number) {
        try (SecretBytes scalar = scalar(number)) {
            return SigningPrivateKey.parse(scalar);
        } catch (RejectedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static SecretBytes scalar(int number) {
        byte[] scalar = new byte[32];
        Arrays.fill(scalar, (byte) number);
        return SecretBytes.adopt(scalar);
    }
}
