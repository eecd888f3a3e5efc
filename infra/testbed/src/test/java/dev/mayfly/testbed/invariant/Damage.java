package dev.mayfly.testbed.invariant;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.ledger.Entry;
import dev.mayfly.dynamo.schema.KeyAttribute;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamo.schema.Tables;
import dev.mayfly.testbed.Testbed;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a bug, a restored backup or a careless hand could do to a table. */
enum Damage {
    LOST_CONTAINER("a container on the ledger has its item") {
        @Override
        void doTo(Tampering coordinator, Tampering node, Bytes waiting, Bytes delivered) {
            coordinator.delete(TableSchema.CONTAINERS, of(waiting));
        }
    },
    LOST_ENTRY("a container's item has its entry") {
        @Override
        void doTo(Tampering coordinator, Tampering node, Bytes waiting, Bytes delivered) {
            coordinator.delete(TableSchema.AUDIT, item -> isAbout(waiting, item));
        }
    },
    BROKEN_CHAIN("nothing is found") {
        @Override
        void doTo(Tampering coordinator, Tampering node, Bytes waiting, Bytes delivered) {
            coordinator.delete(TableSchema.AUDIT, item -> isAbout(delivered, item));
        }
    },
    OTHER_STATE("it is ACTIVE as on the ledger, not REVOKED") {
        @Override
        void doTo(Tampering coordinator, Tampering node, Bytes waiting, Bytes delivered) {
            coordinator.set(TableSchema.CONTAINERS, of(waiting), "containerState", AttributeValue.fromS("revoked"));
        }
    },
    LOST_END("a party's end is kept") {
        @Override
        void doTo(Tampering coordinator, Tampering node, Bytes waiting, Bytes delivered) {
            coordinator.remove(TableSchema.CONTAINERS, of(delivered), "endStatement");
        }
    },
    OTHER_CERTIFICATE("its certificate is the one on the ledger") {
        @Override
        void doTo(Tampering coordinator, Tampering node, Bytes waiting, Bytes delivered) {
            coordinator.set(TableSchema.CONTAINERS, of(delivered), "dealing", AttributeValue.fromS("another"));
        }
    },
    LOST_ERASURES("0 erasures are kept and 3 on the ledger") {
        @Override
        void doTo(Tampering coordinator, Tampering node, Bytes waiting, Bytes delivered) {
            coordinator.remove(TableSchema.CONTAINERS, of(delivered), "erasedRanks");
        }
    },
    FORGOTTEN_BY_THE_SWEEP("the sweep will look at what it has not finished") {
        @Override
        void doTo(Tampering coordinator, Tampering node, Bytes waiting, Bytes delivered) {
            coordinator.remove(TableSchema.CONTAINERS, of(waiting), KeyAttribute.DUE_BUCKET);
        }
    },
    LOST_MESSAGE("its message is there") {
        @Override
        void doTo(Tampering coordinator, Tampering node, Bytes waiting, Bytes delivered) {
            coordinator.delete(TableSchema.MESSAGES, of(waiting));
        }
    },
    OTHER_MESSAGE("a stored message is the one on the ledger") {
        @Override
        void doTo(Tampering coordinator, Tampering node, Bytes waiting, Bytes delivered) {
            AttributeValue other =
                    coordinator.item(TableSchema.MESSAGES, of(delivered)).get("sentStatement");
            coordinator.set(TableSchema.MESSAGES, of(waiting), "sentStatement", other);
        }
    },
    LOST_INVITATION("it is in both parties' mailboxes") {
        @Override
        void doTo(Tampering coordinator, Tampering node, Bytes waiting, Bytes delivered) {
            coordinator.delete(TableSchema.MAILBOX, of(waiting));
        }
    },
    STALE_INVITATION("what has ended is in nobody's mailbox") {
        @Override
        void doTo(Tampering coordinator, Tampering node, Bytes waiting, Bytes delivered) {
            AttributeValue ended = AttributeValue.fromB(SdkBytes.fromByteArray(delivered.toByteArray()));
            coordinator.set(TableSchema.MAILBOX, of(waiting), KeyAttribute.CONTAINER_ID, ended);
        }
    },
    UNRECORDED_KEYS("each registration is an item and an entry") {
        @Override
        void doTo(Tampering coordinator, Tampering node, Bytes waiting, Bytes delivered) {
            AttributeValue nobody = AttributeValue.fromB(SdkBytes.fromByteArray(new byte[32]));
            coordinator.set(TableSchema.KEYS, item -> true, KeyAttribute.KEY_INDEX, nobody);
        }
    },
    UNRECORDED_REGISTRY("each version is an item and an entry") {
        @Override
        void doTo(Tampering coordinator, Tampering node, Bytes waiting, Bytes delivered) {
            coordinator.set(TableSchema.REGISTRY, item -> true, KeyAttribute.VERSION, AttributeValue.fromN("0"));
        }
    },
    LOST_SHARE("a living container's share is held") {
        @Override
        void doTo(Tampering coordinator, Tampering node, Bytes waiting, Bytes delivered) {
            node.delete(TableSchema.SHARES, of(waiting));
        }
    },
    SHARE_THAT_CAME_BACK("a share is held or erased") {
        @Override
        void doTo(Tampering coordinator, Tampering node, Bytes waiting, Bytes delivered) {
            AttributeValue sealed = node.item(TableSchema.SHARES, of(waiting)).get("sealedShare");
            node.set(TableSchema.SHARES, of(delivered), "sealedShare", sealed);
        }
    },
    RESTORED_SHARE("a share whose erasure is on the ledger is gone") {
        @Override
        void doTo(Tampering coordinator, Tampering node, Bytes waiting, Bytes delivered) {
            SHARE_THAT_CAME_BACK.doTo(coordinator, node, waiting, delivered);
            node.remove(TableSchema.SHARES, of(delivered), "erasure");
        }
    },
    SHARE_NOBODY_ERASES("a share that is held is due at its time") {
        @Override
        void doTo(Tampering coordinator, Tampering node, Bytes waiting, Bytes delivered) {
            node.remove(TableSchema.SHARES, of(waiting), KeyAttribute.DUE_BUCKET);
        }
    };

    private final String what;

    Damage(String what) {
        this.what = what;
    }

    /** Part of what the checker says about it. */
    String what() {
        return what;
    }

    /** Does it to the coordinator's tables or the first node's. */
    void doTo(Testbed testbed, Bytes waiting, Bytes delivered) {
        DynamoDbClient client = testbed.dynamoDb();
        doTo(
                new Tampering(client, testbed.coordinator().tables()),
                new Tampering(client, testbed.nodes().get(0).tables()),
                waiting,
                delivered);
    }

    abstract void doTo(Tampering coordinator, Tampering node, Bytes waiting, Bytes delivered);

    private static Predicate<Map<String, AttributeValue>> of(Bytes containerId) {
        return item -> Items.bytes(item, KeyAttribute.CONTAINER_ID).equals(containerId);
    }

    private static boolean isAbout(Bytes containerId, Map<String, AttributeValue> entry) {
        try {
            return Entry.decode(Items.bytes(entry, "entry")).subject().equals(containerId);
        } catch (RejectedException broken) {
            throw new AssertionError(broken);
        }
    }

    /** Changes items behind everybody's back. */
    record Tampering(DynamoDbClient client, Tables tables) {
        Map<String, AttributeValue> item(TableSchema table, Predicate<Map<String, AttributeValue>> which) {
            return new Items(client, tables)
                    .of(table).stream().filter(which).findFirst().orElseThrow();
        }

        void delete(TableSchema table, Predicate<Map<String, AttributeValue>> which) {
            Map<String, AttributeValue> key = key(table, which);
            client.deleteItem(delete -> delete.tableName(tables.name(table)).key(key));
        }

        /** An attribute of an item; a copy of the item when it is one of its key. */
        void set(TableSchema table, Predicate<Map<String, AttributeValue>> which, String name, AttributeValue value) {
            Map<String, AttributeValue> changed = new HashMap<>(item(table, which));
            changed.put(name, value);
            client.putItem(put -> put.tableName(tables.name(table)).item(changed));
        }

        void remove(TableSchema table, Predicate<Map<String, AttributeValue>> which, String name) {
            Map<String, AttributeValue> changed = new HashMap<>(item(table, which));
            changed.remove(name);
            client.putItem(put -> put.tableName(tables.name(table)).item(changed));
        }

        private Map<String, AttributeValue> key(TableSchema table, Predicate<Map<String, AttributeValue>> which) {
            Map<String, AttributeValue> item = item(table, which);
            return table.keys().stream().collect(Collectors.toMap(KeyAttribute::name, key -> item.get(key.name())));
        }
    }
}
