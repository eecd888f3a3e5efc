package dev.mayfly.dynamo.schema;

import static dev.mayfly.dynamo.schema.KeyAttribute.bytes;
import static dev.mayfly.dynamo.schema.KeyAttribute.number;
import static dev.mayfly.dynamo.schema.KeyAttribute.text;
import static dev.mayfly.dynamo.schema.Memory.FORGETS;
import static dev.mayfly.dynamo.schema.Memory.REMEMBERS;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every table of Mayfly. Who adds one adds it here, and to the role that owns it. */
public enum TableSchema {
    /** Coordinator: containers, by id. */
    CONTAINERS(
            "containers",
            FORGETS,
            new TableIndex(TableIndex.DUE, number(KeyAttribute.DUE_BUCKET), number(KeyAttribute.DUE_AT)),
            bytes(KeyAttribute.CONTAINER_ID)),
    /** Coordinator: the one message of each container. */
    MESSAGES("messages", FORGETS, bytes(KeyAttribute.CONTAINER_ID)),
    /** Coordinator: which containers a user is a party of. */
    MAILBOX("mailbox", FORGETS, bytes(KeyAttribute.MAILBOX), bytes(KeyAttribute.CONTAINER_ID)),
    /** Coordinator: how much of its quotas a user has used. */
    QUOTAS("quotas", FORGETS, bytes(KeyAttribute.KEY_INDEX), text(KeyAttribute.COUNTER)),
    /** Coordinator: every version of every user's keys, and the last reset. Its role needs neither update nor delete. */
    KEYS("keys", REMEMBERS, bytes(KeyAttribute.KEY_INDEX), number(KeyAttribute.VERSION)),
    /** Coordinator: every version of the registry. */
    REGISTRY("registry", REMEMBERS, text(KeyAttribute.NETWORK), number(KeyAttribute.VERSION)),
    /** Coordinator: the ledger. Its role may query and put, and needs neither update nor delete. */
    AUDIT(
            "audit",
            REMEMBERS,
            new TableIndex(TableIndex.SUBJECT, bytes(KeyAttribute.SUBJECT), number(KeyAttribute.SEQ)),
            number(KeyAttribute.LANE),
            number(KeyAttribute.SEQ)),
    /** Node: its shares, and tombstones of those it erased. */
    SHARES(
            "shares",
            FORGETS,
            new TableIndex(TableIndex.DUE, number(KeyAttribute.DUE_BUCKET), number(KeyAttribute.EXPIRES_AT)),
            bytes(KeyAttribute.CONTAINER_ID)),
    /** Node: the private halves of its epoch keys. Nothing else is as important to forget. */
    EPOCH_KEYS("epoch-keys", FORGETS, text(KeyAttribute.KIND), number(KeyAttribute.EPOCH_END)),
    /** Node: the newest registry it has seen. */
    SEEN_REGISTRY("seen-registry", REMEMBERS, text(KeyAttribute.NETWORK));

    /** The attribute DynamoDB's time to live reads, in tables that forget: seconds since the epoch. */
    public static final String TTL = "ttl";

    private final String baseName;
    private final Memory memory;
    private final Optional<TableIndex> index;
    private final List<KeyAttribute> keys;

    TableSchema(String baseName, Memory memory, KeyAttribute... keys) {
        this(baseName, memory, null, keys);
    }

    TableSchema(String baseName, Memory memory, TableIndex index, KeyAttribute... keys) {
        this.baseName = baseName;
        this.memory = memory;
        this.index = Optional.ofNullable(index);
        this.keys = List.of(keys);
    }

    /** The tables a coordinator owns. */
    public static List<TableSchema> ofCoordinator() {
        return List.of(CONTAINERS, MESSAGES, MAILBOX, QUOTAS, KEYS, REGISTRY, AUDIT);
    }

    /** The tables an entropy node owns. */
    public static List<TableSchema> ofNode() {
        return List.of(SHARES, EPOCH_KEYS, SEEN_REGISTRY);
    }

    /** The name without a role's prefix. */
    public String baseName() {
        return baseName;
    }

    /** Partition key and, where there is one, sort key. */
    public List<KeyAttribute> keys() {
        return keys;
    }

    /** The table's index, where it has one. */
    public Optional<TableIndex> index() {
        return index;
    }

    /** Whether it must forget or remember. */
    public Memory memory() {
        return memory;
    }

    /** The time-to-live attribute of a table that forgets. */
    public Optional<String> ttl() {
        return memory == FORGETS ? Optional.of(TTL) : Optional.empty();
    }

    /** The keys of the table and of its index, each once. */
    Stream<KeyAttribute> keyAttributes() {
        return Stream.concat(keys.stream(), index.stream().flatMap(by -> Stream.of(by.partition(), by.sort())))
                .distinct();
    }
}
