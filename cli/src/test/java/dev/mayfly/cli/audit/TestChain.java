package dev.mayfly.cli.audit;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.domain.ledger.ChainHead;
import dev.mayfly.domain.ledger.Entry;
import dev.mayfly.domain.ledger.EntryBody;
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
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A network whose every key a test knows, and its chain, which holds: a registry, and lives that a test adds. */
final class TestChain {
    static final SecureRandom RANDOM = new SecureRandom();

    /** When all of it happens, seconds since the epoch. */
    static final long NOW = 1_800_000_000L;

    static final Threshold THRESHOLD = new Threshold(2, 3);
    static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC);

    private static final int NODES = 4;

    final VrfPrivateKey vrf = VrfPrivateKey.generate(RANDOM);
    final Map<String, SigningPrivateKey> nodeKeys = new TreeMap<>();
    final List<Bytes> entries = new ArrayList<>();
    final Network network;
    final Registry registry;

    TestChain() {
        SigningPrivateKey admin = SigningPrivateKey.generate(RANDOM);
        this.network = network(admin, vrf);
        this.registry = new Registry(
                network.name(),
                1,
                IntStream.rangeClosed(1, NODES).mapToObj(this::node).toList());
        add(new EntryBody.RegistryPublished(
                RegistryStatement.sign(registry, admin, CLOCK, RANDOM).compact()));
    }

    /** Adds whole lives of containers, five entries each. */
    TestChain live(int lives) {
        for (int i = 0; i < lives; i++) {
            TestLife life = TestLife.in(this);
            life.deliver().forEach(this::add);
            add(life.erased(1, 2, 3));
        }
        return this;
    }

    void add(EntryBody body) {
        ChainHead head = head();
        entries.add(Entry.following(head.digest(), head.entries(), NOW, body).encoded());
    }

    ChainHead head() {
        return entries.isEmpty()
                ? ChainHead.ofEmpty(network.name())
                : new ChainHead(entries.size(), entries.get(entries.size() - 1).sha256());
    }

    private NodeRecord node(int number) {
        String id = "node-" + number;
        nodeKeys.put(id, SigningPrivateKey.generate(RANDOM));
        return new NodeRecord(
                id,
                "operator-" + number,
                URI.create("https://" + id + ".test"),
                nodeKeys.get(id).publicKey(),
                Bytes.of(new byte[32]));
    }

    private static Network network(SigningPrivateKey admin, VrfPrivateKey vrf) {
        return new Network(
                "testnet",
                admin.publicKey(),
                URI.create("https://coordinator.test"),
                vrf.publicKey(),
                List.of("https://issuer.test"),
                List.of(THRESHOLD),
                0,
                1,
                new Lifetimes(Duration.ofMinutes(5), Duration.ofDays(7), Duration.ofDays(1)),
                Duration.ofHours(1));
    }
}
