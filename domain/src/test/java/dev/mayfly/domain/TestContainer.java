package dev.mayfly.domain;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.domain.container.ContainerFields;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.container.Invitation;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.selection.Draw;

/** An opened container, drawn as its network draws it, with all that its opener knows. */
public record TestContainer(
        TestNetwork network, TestUser sender, TestUser receiver, SigningPrivateKey accessKey, DrawnContainer drawn) {

    /** Seconds that a container lives. */
    public static final long LIFETIME = 3600;

    /** Alice opens a container for Bob. */
    public static TestContainer open(TestNetwork network) {
        return open(network, TestNetwork.NOW, TestNetwork.NOW + LIFETIME);
    }

    /** The same with times of its own. */
    public static TestContainer open(TestNetwork network, long issuedAt, long expiresAt) {
        TestUser sender = TestUser.named("alice");
        TestUser receiver = TestUser.named("bob");
        SigningPrivateKey accessKey = SigningPrivateKey.generate(TestNetwork.RANDOM);
        ContainerFields fields = new ContainerFields(
                TestNetwork.NAME,
                Role.SENDER,
                TestNetwork.digest(),
                sender.as(Role.SENDER),
                receiver.as(Role.RECEIVER),
                accessKey.publicKey(),
                issuedAt,
                expiresAt,
                TestNetwork.THRESHOLD,
                network.registry().digest());
        return new TestContainer(network, sender, receiver, accessKey, drawn(fields, network));
    }

    public ContainerFields fields() {
        return drawn.fields();
    }

    public Bytes id() {
        return drawn.id();
    }

    /** The node at a rank of the draw. */
    public NodeRecord node(int rank) {
        return drawn.committee().at(rank).orElseThrow();
    }

    /** The signing key of the node at a rank. */
    public SigningPrivateKey nodeKey(int rank) {
        return network.key(node(rank));
    }

    /** The opener's invitation; it shares this container's access key. */
    public Invitation invitation() {
        return new Invitation(fields(), sender.id(), receiver.id(), sender.salts(), receiver.salts(), accessKey);
    }

    private static DrawnContainer drawn(ContainerFields fields, TestNetwork network) {
        Bytes proof = Draw.prove(fields.id(), network.vrf()).bytes();
        try {
            return DrawnContainer.verify(fields, proof, network.network(), network.registry());
        } catch (RejectedException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
