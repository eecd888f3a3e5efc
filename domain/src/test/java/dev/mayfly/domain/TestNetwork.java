package dev.mayfly.domain;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.domain.network.Lifetimes;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.domain.registry.RegistryStatement;
import dev.mayfly.domain.statement.Issued;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A network whose every private key the tests know, at a moment that stands still. */
public record TestNetwork(
        Network network,
        Registry registry,
        SigningPrivateKey admin,
        VrfPrivateKey vrf,
        Map<String, SigningPrivateKey> nodeKeys) {

    public static final String NAME = "testnet";
    public static final Threshold THRESHOLD = new Threshold(3, 5);
    public static final int STANDBYS = 1;
    public static final long NOW = 1_800_000_000L;
    public static final SecureRandom RANDOM = new SecureRandom();

    /** Nodes node-01, node-02, … of an operator each, and the first version of their registry. */
    public static TestNetwork of(int nodes) {
        Map<String, SigningPrivateKey> keys = new TreeMap<>();
        for (int number = 1; number <= nodes; number++) {
            keys.put("node-%02d".formatted(number), SigningPrivateKey.generate(RANDOM));
        }
        SigningPrivateKey admin = SigningPrivateKey.generate(RANDOM);
        VrfPrivateKey vrf = VrfPrivateKey.generate(RANDOM);
        List<NodeRecord> records = keys.entrySet().stream()
                .map(node -> record(node.getKey(), "operator of " + node.getKey(), node.getValue()))
                .toList();
        return new TestNetwork(network(admin, vrf), new Registry(NAME, 1, records), admin, vrf, keys);
    }

    /** A node's record; its URL is never called. */
    public static NodeRecord record(String id, String operator, SigningPrivateKey key) {
        return new NodeRecord(
                id, operator, URI.create("https://" + id + ".test/"), key.publicKey(), Bytes.of(new byte[32]));
    }

    /** A registry in the admin's words. */
    public String signed(Registry signed) {
        return RegistryStatement.sign(signed, admin, clock(), RANDOM).compact();
    }

    /** The key of a node. */
    public SigningPrivateKey key(NodeRecord node) {
        return nodeKeys.get(node.id());
    }

    /** The claims that a statement of this network begins with. */
    public static Issued issued(String audience) {
        return Issued.now(NAME, audience, clock(), RANDOM);
    }

    /** A clock that stands at {@link #NOW}. */
    public static Clock clock() {
        return clockAt(NOW);
    }

    /** A clock that stands at some second. */
    public static Clock clockAt(long seconds) {
        return Clock.fixed(Instant.ofEpochSecond(seconds), ZoneOffset.UTC);
    }

    /** Any 32 bytes. */
    public static Bytes digest() {
        return Bytes.random(RANDOM, 32);
    }

    private static Network network(SigningPrivateKey admin, VrfPrivateKey vrf) {
        return new Network(
                NAME,
                admin.publicKey(),
                URI.create("https://coordinator.test/"),
                vrf.publicKey(),
                List.of("https://issuer.test"),
                List.of(THRESHOLD, new Threshold(5, 7)),
                STANDBYS,
                60,
                new Lifetimes(Duration.ofMinutes(5), Duration.ofDays(7), Duration.ofHours(24)),
                Duration.ofHours(1));
    }
}
