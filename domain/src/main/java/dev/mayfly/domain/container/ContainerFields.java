package dev.mayfly.domain.container;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.encoding.Decoder;
import dev.mayfly.crypto.encoding.Encoder;
import dev.mayfly.crypto.jose.SigningPublicKey;
import dev.mayfly.domain.identity.PartyCommitment;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.network.Threshold;

/**
 * What an opener fixes for good. The container id is a hash of exactly these fields, in this order.
 *
 * @param network name of the network
 * @param opener role of whoever opens
 * @param nonce 32 random bytes, the opener's only influence on the draw
 * @param sender the sender's commitments
 * @param receiver the receiver's commitments
 * @param accessKey signs what the two parties ask of nodes
 * @param issuedAt seconds since the epoch
 * @param expiresAt seconds since the epoch; from then on the container has ended
 * @param threshold k of n
 * @param registryDigest digest of the registry that the nodes are drawn from, 32 bytes
 */
public record ContainerFields(
        String network,
        Role opener,
        Bytes nonce,
        PartyCommitment sender,
        PartyCommitment receiver,
        SigningPublicKey accessKey,
        long issuedAt,
        long expiresAt,
        Threshold threshold,
        Bytes registryDigest) {
    /** Length of the nonce in bytes. */
    public static final int NONCE_BYTES = 32;

    private static final String LABEL = "mayfly/v1/container";

    /** The canonical bytes. */
    public Bytes encoded() {
        return Encoder.of(LABEL)
                .text(network)
                .text(opener.label())
                .bytes(nonce)
                .bytes(sender.id())
                .bytes(receiver.id())
                .bytes(sender.keys())
                .bytes(receiver.keys())
                .bytes(accessKey.bytes())
                .integer(issuedAt)
                .integer(expiresAt)
                .integer(threshold.k())
                .integer(threshold.n())
                .bytes(registryDigest)
                .toBytes();
    }

    /** ContainerID: SHA-256 of {@link #encoded()}. */
    public Bytes id() {
        return encoded().sha256();
    }

    /** The fields whose {@link #encoded()} this is. */
    public static ContainerFields decode(Bytes encoded) throws RejectedException {
        Decoder in = Decoder.of(LABEL, encoded);
        String network = in.text();
        Role opener = Role.of(in.text());
        Bytes nonce = in.bytes(NONCE_BYTES);
        Bytes senderId = in.bytes(32);
        Bytes receiverId = in.bytes(32);
        Bytes senderKeys = in.bytes(32);
        Bytes receiverKeys = in.bytes(32);
        ContainerFields fields = new ContainerFields(
                network,
                opener,
                nonce,
                new PartyCommitment(senderId, senderKeys),
                new PartyCommitment(receiverId, receiverKeys),
                SigningPublicKey.parse(in.bytes(33)),
                in.integer(),
                in.integer(),
                Threshold.of(in.integer(), in.integer()),
                in.bytes(32));
        in.end();
        return fields;
    }

    /** The commitments of the party in a role. */
    public PartyCommitment party(Role role) {
        return role == Role.SENDER ? sender : receiver;
    }

    /** Whether the container has ended by its time at {@code now}, seconds since the epoch: {@code now >= expiresAt}. */
    public boolean endedAt(long now) {
        return now >= expiresAt;
    }
}
