package dev.mayfly.client;

import dev.mayfly.client.evidence.EvidenceStore;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.domain.container.ContainerFields;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.container.Invitation;
import dev.mayfly.domain.identity.PartyCommitment;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.identity.Salts;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.network.Lifetimes;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.domain.registry.RegistryStatement;
import dev.mayfly.domain.selection.Draw;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Five nodes over real HTTP, and a container of alice for bob that they were drawn for. The nodes answer honestly with keys of
 * their own until a test says otherwise; ranks are those of the draw.
 */
public final class TestCommittee implements AutoCloseable {
    public static final String NAME = "testnet";
    public static final long NOW = 1_800_000_000L;
    public static final SecureRandom RANDOM = new SecureRandom();
    public static final Clock CLOCK = clockAt(NOW);
    public static final Threshold THRESHOLD = new Threshold(3, 5);

    /** For tests in which nobody lies so that it can be proven. */
    public static final EvidenceStore NO_EVIDENCE = (evidence, proven) -> {
        throw new AssertionError("nobody lied");
    };

    private final List<TestNode> nodes = new ArrayList<>();
    private final SigningPrivateKey admin = SigningPrivateKey.generate(RANDOM);
    private final VrfPrivateKey vrf = VrfPrivateKey.generate(RANDOM);
    private final Network network;
    private final Registry registry;
    private final UserKeys alice = user("alice");
    private final UserKeys bob = user("bob");
    private final Invitation invitation;
    private final DrawnContainer container;

    /** The coordinator is wherever the test has one. */
    public TestCommittee(URI coordinator) {
        for (int number = 1; number <= THRESHOLD.n(); number++) {
            nodes.add(new TestNode("node-" + number));
        }
        network = network(coordinator);
        registry = new Registry(NAME, 1, nodes.stream().map(TestNode::record).toList());
        invitation = invitation(alice, bob);
        container = draw(invitation.fields());
        nodes.forEach(node -> node.drawn(container));
    }

    public Network network() {
        return network;
    }

    public Registry registry() {
        return registry;
    }

    /** The admin's words of the registry. */
    public String registryStatement() {
        return RegistryStatement.sign(registry, admin, CLOCK, RANDOM).compact();
    }

    public SigningPrivateKey admin() {
        return admin;
    }

    public VrfPrivateKey vrf() {
        return vrf;
    }

    public UserKeys alice() {
        return alice;
    }

    public UserKeys bob() {
        return bob;
    }

    public Invitation invitation() {
        return invitation;
    }

    public SigningPrivateKey accessKey() {
        return invitation.accessKey();
    }

    public DrawnContainer container() {
        return container;
    }

    /** The node at a rank of the draw. */
    public TestNode at(int rank) {
        String id = container.committee().at(rank).map(NodeRecord::id).orElseThrow();
        return nodes.stream()
                .filter(node -> node.record().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** How many requests the nodes got, all together. */
    public int requests() {
        return nodes.stream().mapToInt(TestNode::requests).sum();
    }

    /** An invitation to a fresh container, as a sender makes it that opens one. */
    public Invitation invitation(UserKeys sender, UserKeys receiver) {
        return invitation(Role.SENDER, sender, receiver);
    }

    /** The same as its opener makes it, in whatever role that is. */
    public Invitation invitation(Role opener, UserKeys sender, UserKeys receiver) {
        Salts senders = Salts.random(RANDOM);
        Salts receivers = Salts.random(RANDOM);
        SigningPrivateKey accessKey = SigningPrivateKey.generate(RANDOM);
        ContainerFields fields = new ContainerFields(
                NAME,
                opener,
                Bytes.random(RANDOM, ContainerFields.NONCE_BYTES),
                PartyCommitment.of(Role.SENDER, sender.user(), sender.publicKeys(), senders),
                PartyCommitment.of(Role.RECEIVER, receiver.user(), receiver.publicKeys(), receivers),
                accessKey.publicKey(),
                NOW,
                NOW + 3600,
                THRESHOLD,
                registry.digest());
        return new Invitation(fields, sender.user(), receiver.user(), senders, receivers, accessKey);
    }

    /** A drawn container of an invitation, which the nodes work for from now on. */
    public DrawnContainer drawnFor(Invitation other) {
        DrawnContainer drawn = draw(other.fields());
        nodes.forEach(node -> node.drawn(drawn));
        return drawn;
    }

    /** Two fresh keys of a user. */
    public static UserKeys user(String name) {
        return UserKeys.generate(new UserId("https://issuer.test", name), RANDOM);
    }

    public static Clock clockAt(long seconds) {
        return Clock.fixed(Instant.ofEpochSecond(seconds), ZoneOffset.UTC);
    }

    @Override
    public void close() {
        nodes.forEach(TestNode::close);
    }

    /** A container as its draw makes it. */
    public DrawnContainer draw(ContainerFields fields) {
        try {
            return DrawnContainer.verify(fields, Draw.prove(fields.id(), vrf).bytes(), network, registry);
        } catch (RejectedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private Network network(URI coordinator) {
        return new Network(
                NAME,
                admin.publicKey(),
                coordinator,
                vrf.publicKey(),
                List.of("https://issuer.test"),
                List.of(THRESHOLD),
                0,
                4,
                new Lifetimes(Duration.ofSeconds(5), Duration.ofDays(7), Duration.ofHours(24)),
                Duration.ofHours(1));
    }
}
