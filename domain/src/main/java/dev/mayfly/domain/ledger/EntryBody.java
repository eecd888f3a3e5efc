package dev.mayfly.domain.ledger;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.encoding.Decoder;
import java.util.List;

/**
 * What an entry records. Each kind has its own encoding, labelled {@code mayfly/v1/entry/<type>}. Bodies hold commitments,
 * digests and statements that name nobody. Those about users' keys are in {@link KeyEntry}.
 */
public sealed interface EntryBody
        permits EntryBody.RegistryPublished,
                KeyEntry,
                EntryBody.ContainerCreated,
                EntryBody.ContainerActivated,
                EntryBody.MessageSent,
                EntryBody.ContainerDelivered,
                EntryBody.ContainerRevoked,
                EntryBody.ContainerExpired,
                EntryBody.SharesErased {
    /** A body that is about nothing but the network. */
    Bytes NETWORK = Bytes.of(new byte[0]);

    /** The entry's type: upper case, words joined by underscores. */
    String type();

    /** What it is about: a container id, a key index, or {@link #NETWORK}. */
    Bytes subject();

    /** The canonical bytes. */
    Bytes encoded();

    /** A version of the registry came into force; {@code registry} is the admin's statement. */
    record RegistryPublished(String registry) implements EntryBody {
        static final String TYPE = "REGISTRY_PUBLISHED";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Bytes subject() {
            return NETWORK;
        }

        @Override
        public Bytes encoded() {
            return BodyEncoding.of(TYPE).text(registry).toBytes();
        }
    }

    /**
     * A container was opened and its nodes drawn.
     *
     * @param fields the container's fields, canonical bytes: their hash is the subject
     * @param proof VRF proof of the draw
     * @param committee node ids by rank
     * @param openDigest digest of the opener's {@code open} statement
     */
    record ContainerCreated(Bytes fields, Bytes proof, List<String> committee, Bytes openDigest) implements EntryBody {
        static final String TYPE = "CONTAINER_CREATED";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Bytes subject() {
            return fields.sha256();
        }

        @Override
        public Bytes encoded() {
            return BodyEncoding.of(TYPE)
                    .bytes(fields)
                    .bytes(proof)
                    .list(BodyEncoding.utf8(committee))
                    .bytes(openDigest)
                    .toBytes();
        }
    }

    /** A quorum of a container's nodes holds one dealing: both whole, and the digest of the opener's {@code activate}. */
    record ContainerActivated(Bytes containerId, String dealing, List<String> holdings, Bytes activateDigest)
            implements EntryBody {
        static final String TYPE = "CONTAINER_ACTIVATED";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Bytes subject() {
            return containerId;
        }

        @Override
        public Bytes encoded() {
            return BodyEncoding.of(TYPE)
                    .bytes(containerId)
                    .text(dealing)
                    .list(BodyEncoding.utf8(holdings))
                    .bytes(activateDigest)
                    .toBytes();
        }
    }

    /** A container's message was stored; the digest of the sender's {@code sent} statement. */
    record MessageSent(Bytes containerId, Bytes sentDigest) implements EntryBody {
        static final String TYPE = "MESSAGE_SENT";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Bytes subject() {
            return containerId;
        }

        @Override
        public Bytes encoded() {
            return BodyEncoding.of(TYPE).bytes(containerId).bytes(sentDigest).toBytes();
        }
    }

    /** A container ended by the receiver's receipt; the digest of that statement. */
    record ContainerDelivered(Bytes containerId, Bytes receiptDigest) implements EntryBody {
        static final String TYPE = "CONTAINER_DELIVERED";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Bytes subject() {
            return containerId;
        }

        @Override
        public Bytes encoded() {
            return BodyEncoding.of(TYPE).bytes(containerId).bytes(receiptDigest).toBytes();
        }
    }

    /** A container was ended by one of its parties; the digest of its {@code revoke} statement. */
    record ContainerRevoked(Bytes containerId, Bytes revokeDigest) implements EntryBody {
        static final String TYPE = "CONTAINER_REVOKED";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Bytes subject() {
            return containerId;
        }

        @Override
        public Bytes encoded() {
            return BodyEncoding.of(TYPE).bytes(containerId).bytes(revokeDigest).toBytes();
        }
    }

    /** A container's time was over: its life, or the time it had to become active. */
    record ContainerExpired(Bytes containerId) implements EntryBody {
        static final String TYPE = "CONTAINER_EXPIRED";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Bytes subject() {
            return containerId;
        }

        @Override
        public Bytes encoded() {
            return BodyEncoding.of(TYPE).bytes(containerId).toBytes();
        }
    }

    /** Nodes of a container erased their shares: their statements, whole. */
    record SharesErased(Bytes containerId, List<String> erasures) implements EntryBody {
        static final String TYPE = "SHARES_ERASED";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Bytes subject() {
            return containerId;
        }

        @Override
        public Bytes encoded() {
            return BodyEncoding.of(TYPE)
                    .bytes(containerId)
                    .list(BodyEncoding.utf8(erasures))
                    .toBytes();
        }
    }

    /**
     * The body of a type whose {@link #encoded()} this is.
     *
     * @throws RejectedException when the type is unknown or the bytes are not its canonical form
     */
    static EntryBody decode(String type, Bytes encoded) throws RejectedException {
        Decoder in = Decoder.of(BodyEncoding.label(type), encoded);
        EntryBody body = switch (type) {
            case RegistryPublished.TYPE -> new RegistryPublished(in.text());
            case KeyEntry.KeysRegistered.TYPE ->
                new KeyEntry.KeysRegistered(in.bytes(32), in.integer(), in.bytes(32), in.bytes(32));
            case KeyEntry.KeysResetRequested.TYPE ->
                new KeyEntry.KeysResetRequested(in.bytes(32), in.integer(), in.bytes(32), in.bytes(32), in.integer());
            case KeyEntry.KeysResetCancelled.TYPE ->
                new KeyEntry.KeysResetCancelled(in.bytes(32), in.bytes(32), in.bytes(32));
            case KeyEntry.KeysReset.TYPE ->
                new KeyEntry.KeysReset(in.bytes(32), in.integer(), in.bytes(32), in.bytes(32));
            case ContainerCreated.TYPE ->
                new ContainerCreated(in.bytes(), in.bytes(81), BodyEncoding.texts(in.list()), in.bytes(32));
            case ContainerActivated.TYPE ->
                new ContainerActivated(in.bytes(32), in.text(), BodyEncoding.texts(in.list()), in.bytes(32));
            case MessageSent.TYPE -> new MessageSent(in.bytes(32), in.bytes(32));
            case ContainerDelivered.TYPE -> new ContainerDelivered(in.bytes(32), in.bytes(32));
            case ContainerRevoked.TYPE -> new ContainerRevoked(in.bytes(32), in.bytes(32));
            case ContainerExpired.TYPE -> new ContainerExpired(in.bytes(32));
            case SharesErased.TYPE -> new SharesErased(in.bytes(32), BodyEncoding.texts(in.list()));
            default -> throw new RejectedException("type", "unknown type of entry");
        };
        in.end();
        if (!body.encoded().equals(encoded)) {
            throw new RejectedException("body", "the body is not in its canonical form");
        }
        return body;
    }
}
