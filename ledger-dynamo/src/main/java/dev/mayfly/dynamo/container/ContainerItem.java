package dev.mayfly.dynamo.container;

import static dev.mayfly.dynamo.schema.KeyAttribute.CONTAINER_ID;
import static dev.mayfly.dynamo.schema.KeyAttribute.DUE_AT;
import static dev.mayfly.dynamo.schema.KeyAttribute.DUE_BUCKET;
import static dev.mayfly.dynamo.schema.KeyAttribute.EXPIRES_AT;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.container.ContainerFields;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.container.ContainerStore.Addressed;
import dev.mayfly.domain.container.StoredContainer;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.dynamo.schema.TableIndex;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamo.table.Attributes;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A container as an item: commitments and public evidence only. */
final class ContainerItem {
    /** Canonical bytes of the container's fields. */
    static final String FIELDS = "fields";
    /** VRF proof of the draw. */
    static final String PROOF = "proof";
    /** Version of the registry it was drawn from. */
    static final String REGISTRY_VERSION = "registryVersion";
    /** Node ids by rank. */
    static final String COMMITTEE = "committee";
    /** The opener's statement. */
    static final String OPEN = "openStatement";
    /** When it was recorded, seconds since the epoch. */
    static final String CREATED_AT = "createdAt";
    /** Label of the last state recorded. */
    static final String STATE = "containerState";
    /** Digest of the dealing, from activation on. */
    static final String DEALING_DIGEST = "dealingDigest";
    /** The dealing, from activation on. */
    static final String DEALING = "dealing";
    /** The holdings of the quorum, from activation on. */
    static final String HOLDINGS = "holdings";
    /** The access key's end for the nodes, once it was brought. */
    static final String END = "endStatement";
    /** Whether the message table has its message. */
    static final String MESSAGE_STORED = "messageStored";
    /** Length of the message, from then on. */
    static final String MESSAGE_BYTES = "messageBytes";
    /** Address of the sender's mailbox; missing once it has ended. */
    static final String SENDER_MAILBOX = "senderMailbox";
    /** Address of the receiver's mailbox; missing once it has ended. */
    static final String RECEIVER_MAILBOX = "receiverMailbox";
    /** Ranks whose erasures are on the ledger; missing before the first. */
    static final String ERASED_RANKS = "erasedRanks";

    private final Duration retention;

    ContainerItem(Duration retention) {
        this.retention = retention;
    }

    Attributes toItem(StoredContainer container, List<Addressed> parties) {
        ContainerFields fields = container.fields();
        Attributes item = Attributes.none()
                .put(CONTAINER_ID, fields.id())
                .put(FIELDS, fields.encoded())
                .put(EXPIRES_AT, fields.expiresAt())
                .put(TableSchema.TTL, keptUntil(container))
                .put(PROOF, container.proof())
                .put(REGISTRY_VERSION, container.registryVersion())
                .put(COMMITTEE, container.committee())
                .put(OPEN, container.open())
                .put(CREATED_AT, container.createdAt())
                .put(DUE_BUCKET, TableIndex.dueBucket(fields.id()))
                .put(DUE_AT, container.overAt())
                .put(STATE, container.state().label())
                .put(MESSAGE_STORED, container.messageStored());
        container
                .certificate()
                .ifPresent(certificate -> item.put(DEALING_DIGEST, certificate.digest())
                        .put(DEALING, certificate.dealing())
                        .put(HOLDINGS, certificate.holdings()));
        container.end().ifPresent(end -> item.put(END, end));
        parties.forEach(party -> item.put(mailboxOf(party.role()), party.mailbox()));
        return item;
    }

    /** When a container is forgotten, seconds since the epoch. */
    long keptUntil(StoredContainer container) {
        return container.fields().expiresAt() + retention.toSeconds();
    }

    static KeptContainer fromItem(Attributes item) {
        long messageBytes = item.has(MESSAGE_BYTES) ? item.integer(MESSAGE_BYTES) : 0;
        return new KeptContainer(container(item), mailboxes(item), messageBytes, item.integer(TableSchema.TTL));
    }

    private static StoredContainer container(Attributes item) {
        try {
            return new StoredContainer(
                    ContainerFields.decode(item.bytes(FIELDS)),
                    item.bytes(PROOF),
                    item.integer(REGISTRY_VERSION),
                    item.texts(COMMITTEE),
                    item.text(OPEN),
                    item.integer(CREATED_AT),
                    ContainerState.of(item.text(STATE)),
                    certificate(item),
                    item.textIfPresent(END),
                    item.flag(MESSAGE_STORED));
        } catch (RejectedException broken) {
            throw new IllegalStateException("a stored container cannot be read", broken);
        }
    }

    private static Map<Role, Bytes> mailboxes(Attributes item) {
        Map<Role, Bytes> mailboxes = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            item.bytesIfPresent(mailboxOf(role)).ifPresent(address -> mailboxes.put(role, address));
        }
        return mailboxes;
    }

    private static String mailboxOf(Role role) {
        return role == Role.SENDER ? SENDER_MAILBOX : RECEIVER_MAILBOX;
    }

    private static Optional<StoredContainer.Certificate> certificate(Attributes item) {
        return item.bytesIfPresent(DEALING_DIGEST)
                .map(digest -> new StoredContainer.Certificate(digest, item.text(DEALING), item.texts(HOLDINGS)));
    }
}
