package dev.mayfly.handler;

import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.domain.directory.KeyIndex;
import dev.mayfly.domain.ledger.KeyEntry;
import dev.mayfly.domain.network.Lifetimes;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.domain.registry.RegistryStatement;
import dev.mayfly.domain.wire.CoordinatorApi;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** The network behind the handler under test: its admin, and what its directory tells of a user. Its nodes are names only. */
public final class TestNetwork {
    /** How many containers may be opened with one peer within an hour. */
    static final int FRESH_NONCES = 10;

    private final SecureRandom random = new SecureRandom();
    private final SigningPrivateKey admin = SigningPrivateKey.generate(random);
    private final VrfPrivateKey vrf = VrfPrivateKey.generate(random);
    private final CoordinatorApi.SignedRegistry registry = sevenNodes();

    Network at(URI coordinator) {
        return new Network(
                HandlerResource.NETWORK,
                admin.publicKey(),
                coordinator,
                vrf.publicKey(),
                List.of(HandlerResource.ISSUER),
                List.of(new Threshold(3, 5)),
                2,
                FRESH_NONCES,
                new Lifetimes(Duration.ofMinutes(1), Duration.ofDays(7), Duration.ofDays(1)),
                Duration.ofHours(1));
    }

    CoordinatorApi.SignedRegistry registry() {
        return registry;
    }

    /** A user with its first keys. */
    CoordinatorApi.RegisteredKeys registered(UserKeys first) {
        KeyIndex index = KeyIndex.of(first.user(), vrf);
        Bytes salt = Bytes.random(random, 64);
        KeyEntry entry = new KeyEntry.KeysRegistered(
                index.value(), 1, KeyEntry.NO_PREDECESSOR, first.publicKeys().commitment(salt));
        return told(index, List.of(version(first, salt, entry)));
    }

    /** The same user with keys that the first ones did not agree to. */
    CoordinatorApi.RegisteredKeys reset(CoordinatorApi.RegisteredKeys before, UserKeys next) {
        KeyIndex index = KeyIndex.of(next.user(), vrf);
        Bytes salt = Bytes.random(random, 64);
        CoordinatorApi.KeyVersion first = before.versions().get(0);
        KeyEntry entry = new KeyEntry.KeysReset(
                index.value(), 2, first.entry().sha256(), next.publicKeys().commitment(salt));
        return told(index, List.of(first, version(next, salt, entry)));
    }

    private static CoordinatorApi.RegisteredKeys told(KeyIndex index, List<CoordinatorApi.KeyVersion> versions) {
        return new CoordinatorApi.RegisteredKeys(index.proof().bytes(), versions, List.of());
    }

    private static CoordinatorApi.KeyVersion version(UserKeys keys, Bytes salt, KeyEntry entry) {
        return new CoordinatorApi.KeyVersion(
                keys.signing().publicKey().bytes(),
                keys.encryption().publicKey().bytes(),
                salt,
                entry.type(),
                entry.encoded(),
                "");
    }

    private CoordinatorApi.SignedRegistry sevenNodes() {
        List<NodeRecord> nodes = IntStream.rangeClosed(1, 7)
                .mapToObj(number -> new NodeRecord(
                        "node-" + number,
                        "operator-" + number,
                        URI.create("http://127.0.0.1:" + number),
                        SigningPrivateKey.generate(random).publicKey(),
                        Bytes.of(new byte[32])))
                .toList();
        Registry first = new Registry(HandlerResource.NETWORK, 1, nodes);
        return new CoordinatorApi.SignedRegistry(
                RegistryStatement.sign(first, admin, Clock.systemUTC(), random).compact());
    }
}
