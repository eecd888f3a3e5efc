package dev.mayfly.domain.container;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.encoding.Decoder;
import dev.mayfly.crypto.encoding.Encoder;
import dev.mayfly.crypto.hpke.Hpke;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.hpke.HpkePublicKey;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.identity.PublicKeys;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.identity.Salts;
import dev.mayfly.domain.identity.UserId;
import java.security.SecureRandom;

/**
 * All that the two parties of a container share beside their own keys: fields, names, salts, and the access key. The opener
 * seals it twice, to the peer and to itself, so that neither has to remember anything. Close it to wipe the access key.
 */
public final class Invitation implements AutoCloseable {
    private static final String LABEL = "mayfly/v1/invitation";

    private final ContainerFields fields;
    private final UserId sender;
    private final UserId receiver;
    private final Salts senderSalts;
    private final Salts receiverSalts;
    private final SigningPrivateKey accessKey;

    /** An invitation made by the opener; takes over the access key. */
    public Invitation(
            ContainerFields fields,
            UserId sender,
            UserId receiver,
            Salts senderSalts,
            Salts receiverSalts,
            SigningPrivateKey accessKey) {
        this.fields = fields;
        this.sender = sender;
        this.receiver = receiver;
        this.senderSalts = senderSalts;
        this.receiverSalts = receiverSalts;
        this.accessKey = accessKey;
    }

    /** Seals the invitation to a party: HPKE with purpose {@code invitation}. */
    public Bytes sealTo(HpkePublicKey party, SecureRandom random) {
        try (SecretBytes scalar = accessKey.scalar();
                SecretBytes encoded = Encoder.of(LABEL)
                        .bytes(fields.encoded())
                        .bytes(sender.encoded())
                        .bytes(receiver.encoded())
                        .bytes(senderSalts.id())
                        .bytes(senderSalts.keys())
                        .bytes(receiverSalts.id())
                        .bytes(receiverSalts.keys())
                        .secret(scalar)
                        .toSecret()) {
            return Hpke.seal(party, Sealing.INVITATION.info(fields.id()), encoded, random);
        }
    }

    /**
     * Opens an invitation. Afterwards it is certain that the access key is the container's own; that the commitments open to
     * the parties' registered keys is for {@link #requireParty} to say.
     *
     * @throws RejectedException when it was not sealed to this key for this container, or contradicts itself
     */
    public static Invitation open(Bytes sealed, Bytes containerId, HpkePrivateKey key) throws RejectedException {
        try (SecretBytes encoded = Hpke.open(key, Sealing.INVITATION.info(containerId), sealed)) {
            Decoder in = Decoder.ofSecret(LABEL, encoded);
            ContainerFields fields = ContainerFields.decode(in.bytes());
            UserId sender = UserId.decode(in.bytes());
            UserId receiver = UserId.decode(in.bytes());
            Salts senderSalts = Salts.of(in.bytes(), in.bytes());
            Salts receiverSalts = Salts.of(in.bytes(), in.bytes());
            SigningPrivateKey accessKey;
            try (SecretBytes scalar = in.secret(32)) {
                accessKey = SigningPrivateKey.parse(scalar);
            }
            Invitation invitation = new Invitation(fields, sender, receiver, senderSalts, receiverSalts, accessKey);
            try {
                in.end();
                invitation.requireContainer(containerId);
                return invitation;
            } catch (RejectedException contradicts) {
                invitation.close();
                throw contradicts;
            }
        }
    }

    /** Whether the container's commitment for a role opens to the user of that role with these keys. */
    public boolean names(Role role, PublicKeys keys) {
        return fields.party(role).opensTo(role, user(role), keys, salts(role));
    }

    /**
     * Checks that it does.
     *
     * @throws RejectedException when it opens to another user or other keys
     */
    public void requireParty(Role role, PublicKeys keys) throws RejectedException {
        if (!names(role, keys)) {
            throw ofAnother(role);
        }
    }

    /** What to say of a container whose commitment opens to nobody who was expected. */
    public static RejectedException ofAnother(Role role) {
        return new RejectedException("container", "the commitment of the " + role.label() + " opens to somebody else");
    }

    /** The container's fields. */
    public ContainerFields fields() {
        return fields;
    }

    /** Who has a role. */
    public UserId user(Role role) {
        return role == Role.SENDER ? sender : receiver;
    }

    /** The salts of a role's commitments. */
    public Salts salts(Role role) {
        return role == Role.SENDER ? senderSalts : receiverSalts;
    }

    /** The key that signs requests to nodes; stays this invitation's. */
    public SigningPrivateKey accessKey() {
        return accessKey;
    }

    @Override
    public void close() {
        accessKey.close();
    }

    private void requireContainer(Bytes containerId) throws RejectedException {
        if (!fields.id().equals(containerId) || !accessKey.publicKey().equals(fields.accessKey())) {
            throw new RejectedException("invitation", "the invitation belongs to another container");
        }
    }
}
