package dev.mayfly.testbed.access;

import dev.mayfly.dynamo.schema.KeyAttribute;
import dev.mayfly.dynamo.schema.TableIndex;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamo.schema.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Every sort of access that roles have had, each once. */
public final class AccessLog {
    private static final String LEADING_KEYS = "dynamodb:LeadingKeys";

    private final Set<Access> accesses = ConcurrentHashMap.newKeySet();

    /** What there was until now. */
    public Set<Access> accesses() {
        return Set.copyOf(accesses);
    }

    /** What a role's client has to be given, so that its calls are in the log. */
    public ExecutionInterceptor of(String who, Tables tables) {
        return new ExecutionInterceptor() {
            @Override
            public void beforeExecution(Context.BeforeExecution call, ExecutionAttributes attributes) {
                accesses(call.request(), new Caller(who, tables)).forEach(accesses::add);
            }
        };
    }

    private static Stream<Access> accesses(SdkRequest request, Caller caller) {
        if (request instanceof GetItemRequest get) {
            return caller.item("GetItem", get.tableName(), get.key());
        } else if (request instanceof PutItemRequest put) {
            return caller.item("PutItem", put.tableName(), put.item());
        } else if (request instanceof UpdateItemRequest update) {
            return caller.item("UpdateItem", update.tableName(), update.key());
        } else if (request instanceof DeleteItemRequest delete) {
            return caller.item("DeleteItem", delete.tableName(), delete.key());
        } else if (request instanceof QueryRequest query) {
            return Stream.of(caller.query(query));
        } else if (request instanceof TransactWriteItemsRequest transaction) {
            return transaction.transactItems().stream().flatMap(part -> part(part, caller));
        }
        throw new IllegalArgumentException("nobody here knows what IAM asks of a " + request.getClass());
    }

    private static Stream<Access> part(TransactWriteItem part, Caller caller) {
        if (part.put() != null) {
            return caller.item("PutItem", part.put().tableName(), part.put().item());
        } else if (part.update() != null) {
            return caller.item(
                    "UpdateItem", part.update().tableName(), part.update().key());
        } else if (part.delete() != null) {
            return caller.item(
                    "DeleteItem", part.delete().tableName(), part.delete().key());
        }
        return caller.item(
                "ConditionCheckItem",
                part.conditionCheck().tableName(),
                part.conditionCheck().key());
    }

    /** Whose calls they are. */
    private record Caller(String who, Tables tables) {
        Stream<Access> item(String action, String name, Map<String, AttributeValue> item) {
            TableSchema table = table(name);
            String leading = text(item.get(table.keys().get(0).name()));
            return Stream.of(new Access(
                    who,
                    "dynamodb:" + action,
                    table.baseName(),
                    Optional.empty(),
                    Map.of(LEADING_KEYS, Set.of(leading))));
        }

        Access query(QueryRequest query) {
            TableSchema table = table(query.tableName());
            KeyAttribute partition = query.indexName() == null
                    ? table.keys().get(0)
                    : table.index().map(TableIndex::partition).orElseThrow();
            Map<String, Set<String>> keys = new HashMap<>();
            keys.put(LEADING_KEYS, Set.of(demanded(partition, query)));
            if (query.select() != null) {
                keys.put("dynamodb:Select", Set.of(query.selectAsString()));
            }
            if (query.projectionExpression() != null) {
                keys.put(
                        "dynamodb:Attributes",
                        Stream.concat(
                                        Stream.of(partition.name()),
                                        Stream.of(query.projectionExpression().split(", *")))
                                .collect(Collectors.toSet()));
            }
            return new Access(who, "dynamodb:Query", table.baseName(), Optional.ofNullable(query.indexName()), keys);
        }

        private TableSchema table(String name) {
            return List.of(TableSchema.values()).stream()
                    .filter(schema -> tables.name(schema).equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        /** The value that a query demands of its partition key. */
        private static String demanded(KeyAttribute partition, QueryRequest query) {
            String demand = partition.name() + " = ";
            String condition = query.keyConditionExpression();
            if (!condition.startsWith(demand)) {
                throw new IllegalArgumentException(condition + " does not begin with " + demand);
            }
            return text(query.expressionAttributeValues()
                    .get(condition.substring(demand.length()).split(" ")[0]));
        }

        private static String text(AttributeValue value) {
            return switch (value.type()) {
                case S -> value.s();
                case N -> value.n();
                default -> "binary";
            };
        }
    }
}
