package dev.mayfly.templates;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** The statements of a role. All of them allow; there are no wildcards to expand. */
record Role(List<Role.Statement> statements) {
    /**
     * One statement.
     *
     * @param condition as it stands; missing where there is none
     */
    record Statement(String sid, String effect, Set<String> actions, Set<String> resources, JsonNode condition) {
        static Statement of(JsonNode statement) {
            return new Statement(
                    statement.get("Sid").asText(),
                    statement.get("Effect").asText(),
                    texts(statement.get("Action")),
                    texts(statement.get("Resource")),
                    statement.path("Condition"));
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

    /** Whether an action is allowed on a resource, conditions aside. */
    boolean allows(String action, String resource) {
        return statements.stream()
                .anyMatch(statement -> statement.actions.contains(action) && statement.resources.contains(resource));
    }

    /** Actions by resource. */
    Map<String, Set<String>> actions() {
        Map<String, Set<String>> actions = new TreeMap<>();
        for (Statement statement : statements) {
            for (String resource : statement.resources) {
                actions.computeIfAbsent(resource, none -> new TreeSet<>()).addAll(statement.actions);
            }
        }
        return actions;
    }
}
