package dev.mayfly.sweep;

import static dev.mayfly.sweep.World.bytes;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.domain.container.ContainerFields;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.container.StoredContainer;
import dev.mayfly.domain.identity.PartyCommitment;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.message.StoredMessage;
import dev.mayfly.domain.network.Threshold;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What happens to containers before a sweep comes, each step recorded as the coordinator records it. */
final class Life {
    static final Threshold THREE_OF_FIVE = new Threshold(3, 5);
    static final Threshold TWO_OF_THREE = new Threshold(2, 3);
    static final Duration TIME = Duration.ofMinutes(10);

    private final World world;

    Life(World world) {
        this.world = world;
    }

    /** A container that was just opened. */
    TestContainer opening() {
        return opening(THREE_OF_FIVE);
    }

    /** An active container of five nodes, whose holdings are all on the ledger. */
    TestContainer active() {
        return active(THREE_OF_FIVE, THREE_OF_FIVE.n());
    }

    /** An active container with the holdings of the first so many ranks on the ledger. */
    TestContainer active(Threshold threshold, int holders) {
        TestContainer container = opening(threshold).dealt();
        world.nodes().forEach(node -> node.holds(container));
        StoredContainer.Certificate certificate = container.certificate(holders);
        EntryBody.ContainerActivated body = new EntryBody.ContainerActivated(
                container.id(), certificate.dealing(), certificate.holdings(), bytes(32));
        world.containers()
                .activateIfOpening(
                        container.id(), certificate, body, world.clock().seconds());
        return container;
    }

    /** A container that its receiver confirmed. */
    TestContainer delivered() {
        TestContainer container = active();
        Bytes id = container.id();
        long now = world.clock().seconds();
        world.containers()
                .storeMessageIfFirst(
                        id, new StoredMessage("sent", "jwe"), new EntryBody.MessageSent(id, bytes(32)), now);
        world.containers().deliverIfActive(id, container.end(), new EntryBody.ContainerDelivered(id, bytes(32)), now);
        return container;
    }

    /** A container that a party ended. */
    TestContainer revoked() {
        TestContainer container = active();
        Bytes id = container.id();
        EntryBody.ContainerRevoked body = new EntryBody.ContainerRevoked(id, bytes(32));
        world.containers()
                .revokeIfActive(id, container.end(), body, world.clock().seconds());
        return container;
    }

    private TestContainer opening(Threshold threshold) {
        SigningPrivateKey accessKey = SigningPrivateKey.generate(World.RANDOM);
        ContainerFields fields = fields(threshold, accessKey);
        Bytes proof = world.prove(fields.id());
        TestContainer container = TestContainer.undealt(world, drawn(fields, proof), accessKey);
        List<String> committee = container.drawn().committee().ids();
        long now = world.clock().seconds();
        StoredContainer stored = new StoredContainer(
                fields,
                proof,
                world.registry().version(),
                committee,
                "open",
                now,
                ContainerState.OPENING,
                Optional.empty(),
                Optional.empty(),
                false);
        EntryBody.ContainerCreated body = new EntryBody.ContainerCreated(fields.encoded(), proof, committee, bytes(32));
        world.containers().createIfAbsent(stored, List.of(), body, now);
        return container;
    }

    private ContainerFields fields(Threshold threshold, SigningPrivateKey accessKey) {
        long now = world.clock().seconds();
        return new ContainerFields(
                World.NAME,
                Role.SENDER,
                bytes(ContainerFields.NONCE_BYTES),
                new PartyCommitment(bytes(32), bytes(32)),
                new PartyCommitment(bytes(32), bytes(32)),
                accessKey.publicKey(),
                now,
                now + TIME.toSeconds(),
                threshold,
                world.registry().digest());
    }

    private DrawnContainer drawn(ContainerFields fields, Bytes proof) {
        try {
            return DrawnContainer.verify(fields, proof, world.network(), world.registry());
        } catch (RejectedException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
