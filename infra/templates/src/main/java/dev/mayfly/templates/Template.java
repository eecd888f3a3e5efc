package dev.mayfly.templates;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One template. In {@link #document} CloudFormation's functions are read as their argument: {@code !GetAtt Shares.Arn} is the
 * text {@code Shares.Arn}.
 *
 * @param name of its trust domain
 * @param source as it stands in its file
 * @param document what it says
 */
public record Template(String name, String source, JsonNode document) {
    /** What the names of tables begin with. */
    public static final String TABLE_PREFIX = "${TablePrefix}";

    /** A template by the name of its trust domain. */
    public static Template of(String name) {
        String source = source(name);
        try {
            return new Template(name, source, new YAMLMapper().readTree(source));
        } catch (JsonProcessingException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private static String source(String name) {
        try (InputStream file = Template.class.getResourceAsStream(name + ".yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The resources of a type, by their logical ids. */
    public SortedMap<String, JsonNode> resources(String type) {
        SortedMap<String, JsonNode> found = new TreeMap<>();
        for (Map.Entry<String, JsonNode> resource : document.get("Resources").properties()) {
            if (resource.getValue().get("Type").asText().equals(type)) {
                found.put(resource.getKey(), resource.getValue());
            }
        }
        return found;
    }

    /** The properties of a resource. */
    public JsonNode properties(String logicalId) {
        return document.at("/Resources/" + logicalId + "/Properties");
    }

    /** The tables, by their names without a prefix. */
    public SortedMap<String, JsonNode> tables() {
        SortedMap<String, JsonNode> found = new TreeMap<>();
        resources("AWS::DynamoDB::Table").values().forEach(table -> found.put(baseName(table), table));
        return found;
    }

    /** The logical id of a table, by its name without a prefix. */
    public String tableId(String baseName) {
        return resources("AWS::DynamoDB::Table").entrySet().stream()
                .filter(table -> baseName(table.getValue()).equals(baseName))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no table " + baseName));
    }

    /** The functions. */
    public SortedMap<String, JsonNode> functions() {
        return resources("AWS::Serverless::Function");
    }

    /** What a role may do. */
    public Role role(String logicalId) {
        return Role.of(properties(logicalId)
                .get("Policies")
                .valueStream()
                .flatMap(policy -> policy.at("/PolicyDocument/Statement").valueStream()));
    }

    private static String baseName(JsonNode table) {
        String tableName = table.at("/Properties/TableName").asText();
        if (!tableName.startsWith(TABLE_PREFIX)) {
            throw new IllegalStateException(tableName + " does not begin with the prefix");
        }
        return tableName.substring(TABLE_PREFIX.length());
    }

    @Override
    public String toString() {
        return name;
    }
}
