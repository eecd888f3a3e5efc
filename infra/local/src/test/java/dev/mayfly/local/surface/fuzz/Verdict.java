package dev.mayfly.local.surface.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.local.surface.OpenApi;
import dev.mayfly.local.surface.Problem;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether an answer is one that its function's description has. */
final class Verdict {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final OpenApi api;
    private final OpenApi.Function function;

    Verdict(OpenApi.Function function) {
        this.api = OpenApi.of(function.role());
        this.function = function;
    }

    /**
     * Fails unless the answer is described.
     *
     * @param described whether the request was
     * @return whether the request was granted
     */
    boolean of(HttpResponse<String> answer, boolean described) {
        if (answer.statusCode() == 200) {
            assertThat(described).as("what is not described was granted").isTrue();
            assertThat(violation(api, api.schema(function.reply()), read(answer.body())))
                    .isEmpty();
            return true;
        }
        ErrorCode code = Problem.of(answer).code();
        assertThat(function.errors()).contains(code.slug());
        assertThat(code == ErrorCode.MALFORMED_REQUEST)
                .as("%s to a request that is %s", code, described ? "described" : "not described")
                .isEqualTo(!described);
        return false;
    }

    /** Where a value is not what a schema says; empty when it is. */
    static Optional<String> violation(OpenApi api, JsonNode schema, JsonNode value) {
        JsonNode resolved = api.resolved(schema);
        String type = resolved.get("type").asText();
        boolean typed = switch (type) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            default -> value.isObject();
        };
        if (!typed) {
            return Optional.of(value + " is no " + type);
        }
        if (resolved.has("enum") && resolved.get("enum").valueStream().noneMatch(value::equals)) {
            return Optional.of(value + " is none of " + resolved.get("enum"));
        }
        if (resolved.has("pattern")
                && !value.asText().matches(resolved.get("pattern").asText())) {
            return Optional.of(value + " does not match");
        }
        return within(api, resolved, value);
    }

    private static Optional<String> within(OpenApi api, JsonNode schema, JsonNode value) {
        if (value.isArray()) {
            return value.valueStream()
                    .flatMap(item -> violation(api, schema.get("items"), item).stream())
                    .findFirst();
        }
        if (!value.isObject()) {
            return Optional.empty();
        }
        Stream<String> missing = schema.path("required")
                .valueStream()
                .map(JsonNode::asText)
                .filter(name -> !value.has(name))
                .map(name -> name + " is missing");
        Stream<String> wrong = value.properties().stream().flatMap(member -> member(api, schema, member).stream());
        return Stream.concat(missing, wrong).findFirst();
    }

    private static Optional<String> member(OpenApi api, JsonNode schema, Map.Entry<String, JsonNode> member) {
        JsonNode property = schema.get("properties").get(member.getKey());
        return property == null
                ? Optional.of(member.getKey() + " is unknown")
                : violation(api, property, member.getValue()).map(why -> member.getKey() + ": " + why);
    }

    private static JsonNode read(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException malformed) {
            throw new AssertionError("no JSON: " + body, malformed);
        }
    }
}
