package dev.mayfly.dynamo.schema;

import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * An attribute that a table or an index is keyed by. The names are here, once; all other attributes belong to the class that
 * reads and writes them.
 */
public record KeyAttribute(String name, ScalarAttributeType type) {
    /** Container id, 32 bytes. */
    public static final String CONTAINER_ID = "containerId";
    /** Key index of a mailbox's owner, 32 bytes. */
    public static final String MAILBOX = "mailbox";
    /** Key index of a user, 32 bytes. */
    public static final String KEY_INDEX = "keyIndex";
    /** Which of a user's counters it is. */
    public static final String COUNTER = "counterName";
    /** Version of keys or of a registry, 1 for the first. */
    public static final String VERSION = "version";
    /** Name of a network. */
    public static final String NETWORK = "network";
    /** Lane of the ledger. */
    public static final String LANE = "lane";
    /** Position in a lane, 0 for the first. */
    public static final String SEQ = "seq";
    /** What an entry of the ledger is about: a container id or a key index, 32 bytes. */
    public static final String SUBJECT = "subject";
    /** Which of a few equal parts of what is due an item is in. */
    public static final String DUE_BUCKET = "dueBucket";
    /** When the sweep has to look at a container, seconds since the epoch. */
    public static final String DUE_AT = "dueAt";
    /** End of a container, seconds since the epoch. */
    public static final String EXPIRES_AT = "expiresAt";
    /** What sort of key it is; there is one, {@code epoch-key}. */
    public static final String KIND = "kind";
    /** End of an epoch, seconds since the epoch. */
    public static final String EPOCH_END = "epochEnd";

    static KeyAttribute bytes(String name) {
        return new KeyAttribute(name, ScalarAttributeType.B);
    }

    static KeyAttribute number(String name) {
        return new KeyAttribute(name, ScalarAttributeType.N);
    }

    static KeyAttribute text(String name) {
        return new KeyAttribute(name, ScalarAttributeType.S);
    }

    AttributeDefinition definition() {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(type)
                .build();
    }
}
