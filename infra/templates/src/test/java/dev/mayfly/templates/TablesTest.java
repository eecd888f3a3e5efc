package dev.mayfly.templates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mayfly.dynamo.schema.KeyAttribute;
import dev.mayfly.dynamo.schema.Memory;
import dev.mayfly.dynamo.schema.TableIndex;
import dev.mayfly.dynamo.schema.TableSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Stores, local network and templates have the same tables: the first two are made from {@link TableSchema}. */
class TablesTest {
    private static final Map<Template, List<TableSchema>> OWNERS = Map.of(
            Template.of("coordinator"), TableSchema.ofCoordinator(),
            Template.of("entropy-node"), TableSchema.ofNode(),
            Template.of("message-handler"), List.of());

    /** What keeps a copy of what was deleted. */
    private static final List<String> COPIES = List.of(
            "PointInTimeRecoverySpecification",
            "StreamSpecification",
            "KinesisStreamSpecification",
            "ContributorInsightsSpecification",
            "ImportSourceSpecification",
            "Replicas");

    static Stream<Arguments> owners() {
        return OWNERS.entrySet().stream().map(owner -> Arguments.of(owner.getKey(), owner.getValue()));
    }

    static Stream<Arguments> tables() {
        return OWNERS.entrySet().stream()
                .flatMap(owner -> owner.getValue().stream()
                        .map(table ->
                                Arguments.of(table, owner.getKey().tables().get(table.baseName()))));
    }

    @ParameterizedTest
    @MethodSource("owners")
    void template_hasTheTablesOfItsRoleAndNoOther(Template template, List<TableSchema> schemas) {
        assertThat(template.tables().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        schemas.stream().map(TableSchema::baseName).toList());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void table_hasTheKeysTheStoreUses(TableSchema schema, JsonNode table) {
        JsonNode properties = table.get("Properties");
        assertThat(keys(properties)).isEqualTo(names(schema.keys()));

        Map<String, String> expected = new LinkedHashMap<>();
        schema.keys().forEach(key -> expected.put(key.name(), key.type().toString()));
        schema.index()
                .ifPresent(index -> Stream.of(index.partition(), index.sort())
                        .forEach(key -> expected.put(key.name(), key.type().toString())));
        Map<String, String> attributes = new LinkedHashMap<>();
        properties
                .get("AttributeDefinitions")
                .forEach(attribute -> attributes.put(
                        attribute.get("AttributeName").asText(),
                        attribute.get("AttributeType").asText()));
        assertThat(attributes).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void table_hasTheIndexTheStoreUsesOfKeysOnly(TableSchema schema, JsonNode table) {
        JsonNode indexes = table.at("/Properties/GlobalSecondaryIndexes");
        assertThat(table.get("Properties").has("LocalSecondaryIndexes")).isFalse();
        assertThat(indexes.size()).isEqualTo(schema.index().isPresent() ? 1 : 0);
        schema.index().ifPresent(index -> check(index, indexes.get(0)));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void table_isPaidByRequest(TableSchema schema, JsonNode table) {
        assertThat(table.at("/Properties/BillingMode").asText()).isEqualTo("PAY_PER_REQUEST");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void table_forgetsOrRemembersAsItsSchemaSays(TableSchema schema, JsonNode table) {
        JsonNode properties = table.get("Properties");
        assertThat(properties.at("/TimeToLiveSpecification/AttributeName").asText(""))
                .isEqualTo(schema.ttl().orElse(""));
        if (schema.memory() == Memory.FORGETS) {
            forgets(table);
        } else {
            remembers(table);
        }
        assertThat(properties.at("/Tags/0/Key").asText()).isEqualTo("mayfly:memory");
        assertThat(properties.at("/Tags/0/Value").asText())
                .isEqualToIgnoringCase(schema.memory().name());
    }

    private static void forgets(JsonNode table) {
        JsonNode properties = table.get("Properties");
        assertThat(properties.at("/TimeToLiveSpecification/Enabled").asBoolean())
                .isTrue();
        COPIES.forEach(copy -> assertThat(properties.has(copy)).as(copy).isFalse());
        assertThat(table.get("DeletionPolicy").asText()).isEqualTo("Delete");
        assertThat(table.get("UpdateReplacePolicy").asText()).isEqualTo("Delete");
    }

    private static void remembers(JsonNode table) {
        assertThat(table.at("/Properties/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                        .asBoolean())
                .isTrue();
        assertThat(table.at("/Properties/DeletionProtectionEnabled").asBoolean())
                .isTrue();
        assertThat(table.get("DeletionPolicy").asText()).isEqualTo("Retain");
        assertThat(table.get("UpdateReplacePolicy").asText()).isEqualTo("Retain");
    }

    private static void check(TableIndex index, JsonNode described) {
        assertThat(described.get("IndexName").asText()).isEqualTo(index.name());
        assertThat(keys(described)).isEqualTo(names(List.of(index.partition(), index.sort())));
        assertThat(described.at("/Projection/ProjectionType").asText()).isEqualTo("KEYS_ONLY");
    }

    /** Names and kinds of keys, in order: {@code containerId HASH}. */
    private static List<String> keys(JsonNode keyed) {
        return keyed.findValues("KeySchema")
                .get(0)
                .valueStream()
                .map(key -> key.get("AttributeName").asText() + " "
                        + key.get("KeyType").asText())
                .toList();
    }

    private static List<String> names(List<KeyAttribute> keys) {
        return keys.stream()
                .map(key -> key.name() + (key.equals(keys.get(0)) ? " HASH" : " RANGE"))
                .toList();
    }
}
