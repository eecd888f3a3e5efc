package dev.mayfly.local.surface.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mayfly.local.surface.Recorder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was said in requests that were answered: what nobody finds by chance. */
final class Known {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, ObjectNode> bodies = new LinkedHashMap<>();
    private final Map<String, List<JsonNode>> values = new LinkedHashMap<>();

    /** Requests with their answers, by role and function as {@code OpenApi.Function} prints them. */
    Known(Map<String, Recorder.Recorded> requests) {
        requests.forEach((function, request) -> {
            bodies.put(function, (ObjectNode) read(request.body()));
            collect(read(request.body()));
            collect(read(request.reply()));
        });
    }

    /** The body of a good request of a function, if one is known. */
    Optional<ObjectNode> body(String function) {
        return Optional.ofNullable(bodies.get(function)).map(ObjectNode::deepCopy);
    }

    /** The values that members of a name have had. */
    List<JsonNode> values(String member) {
        return values.getOrDefault(member, List.of());
    }

    /** Every statement. */
    List<String> statements() {
        return values.values().stream()
                .flatMap(List::stream)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> text.startsWith("eyJ") && text.split("\\.").length == 3)
                .distinct()
                .toList();
    }

    private void collect(JsonNode tree) {
        tree.properties().forEach(member -> {
            add(member.getKey(), member.getValue());
            collect(member.getValue());
        });
        if (tree.isArray()) {
            tree.forEach(this::collect);
        }
    }

    private void add(String member, JsonNode value) {
        List<JsonNode> known = values.computeIfAbsent(member, first -> new ArrayList<>());
        if (!known.contains(value)) {
            known.add(value);
        }
    }

    private static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
