package dev.mayfly.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * One template. CloudFormation's functions are read as their argument: {@code !GetAtt Shares.Arn} is the text
 * {@code Shares.Arn}.
 */
public record Template(String name, JsonNode document) {
    private static final String TABLE_PREFIX = "${TablePrefix}";

    /** A template by the name of its trust domain. */
    public static Template of(String name) {
        Path file = Path.of(System.getProperty("basedir", ""), name + ".yaml");
        try {
            return new Template(name, new YAMLMapper().readTree(file.toFile()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The resources of a type, by their logical ids. */
    SortedMap<String, JsonNode> resources(String type) {
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
    SortedMap<String, JsonNode> tables() {
        SortedMap<String, JsonNode> found = new TreeMap<>();
        for (JsonNode table : resources("AWS::DynamoDB::Table").values()) {
            String name = table.at("/Properties/TableName").asText();
            if (!name.startsWith(TABLE_PREFIX)) {
                throw new IllegalStateException(name + " does not begin with the prefix");
            }
            found.put(name.substring(TABLE_PREFIX.length()), table);
        }
        return found;
    }

    /** The functions. */
    SortedMap<String, JsonNode> functions() {
        return resources("AWS::Serverless::Function");
    }

    /** What a role may do. */
    Role role(String logicalId) {
        JsonNode policies = properties(logicalId).get("Policies");
        return new Role(StreamSupport.stream(policies.spliterator(), false)
                .flatMap(policy -> StreamSupport.stream(
                        policy.at("/PolicyDocument/Statement").spliterator(), false))
                .map(Role.Statement::of)
                .toList());
    }

    @Override
    public String toString() {
        return name;
    }
}
