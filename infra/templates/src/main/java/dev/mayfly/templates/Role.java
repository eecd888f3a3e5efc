package dev.mayfly.templates;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The statements of a role. All of them allow; there are no wildcards to expand. */
public record Role(List<Role.Statement> statements) {
    /**
     * One statement.
     *
     * @param condition as it stands; missing where there is none
     */
    public record Statement(String sid, String effect, Set<String> actions, Set<String> resources, JsonNode condition) {
        static Statement of(JsonNode statement) {
            return new Statement(
                    statement.get("Sid").asText(),
                    statement.get("Effect").asText(),
                    texts(statement.get("Action")),
                    texts(statement.get("Resource")),
                    statement.path("Condition"));
        }

        private boolean allows(Call call, Map<String, String> parameters) {
            return actions.contains(call.action())
                    && resources.contains(call.resource())
                    && condition.properties().stream()
                            .allMatch(test -> holds(test.getKey(), test.getValue(), call.conditionKeys(), parameters));
        }

        /** As IAM decides; of its operators those that the templates use. */
        private static boolean holds(
                String operator, JsonNode keys, Map<String, Set<String>> of, Map<String, String> parameters) {
            return keys.properties().stream().allMatch(key -> {
                Set<String> wanted = texts(key.getValue()).stream()
                        .map(value -> parameters.getOrDefault(value, value))
                        .collect(Collectors.toSet());
                Set<String> values = of.getOrDefault(key.getKey(), Set.of());
                return switch (operator) {
                    // Also when the request has none of them, as IAM has it.
                    case "ForAllValues:StringEquals" -> wanted.containsAll(values);
                    case "StringEquals" -> !values.isEmpty() && wanted.containsAll(values);
                    default -> throw new IllegalArgumentException("nobody here knows " + operator);
                };
            });
        }

        private static Set<String> texts(JsonNode oneOrMore) {
            Set<String> texts = new TreeSet<>();
            if (oneOrMore.isTextual()) {
                texts.add(oneOrMore.asText());
            } else {
                StreamSupport.stream(oneOrMore.spliterator(), false).forEach(each -> texts.add(each.asText()));
            }
            return texts;
        }
    }

    /**
     * A call as IAM decides on it.
     *
     * @param action such as {@code dynamodb:GetItem}
     * @param resource as it stands in the template
     * @param conditionKeys what the call has of them, each with its values
     */
    public record Call(String action, String resource, Map<String, Set<String>> conditionKeys) {}

    /** The role of statements as they stand in policies. */
    public static Role of(Stream<JsonNode> statements) {
        return new Role(statements.map(Statement::of).toList());
    }

    /** Whether an action is allowed on a resource, conditions aside. */
    public boolean allows(String action, String resource) {
        return statements.stream()
                .anyMatch(statement -> statement.actions.contains(action) && statement.resources.contains(resource));
    }

    /**
     * Whether a call is allowed, conditions included.
     *
     * @param parameters values of the template's parameters that conditions name
     */
    public boolean allows(Call call, Map<String, String> parameters) {
        return statements.stream().anyMatch(statement -> statement.allows(call, parameters));
    }

    /** Actions by resource. */
    public Map<String, Set<String>> actions() {
        Map<String, Set<String>> actions = new TreeMap<>();
        for (Statement statement : statements) {
            for (String resource : statement.resources) {
                actions.computeIfAbsent(resource, none -> new TreeSet<>()).addAll(statement.actions);
            }
        }
        return actions;
    }
}
