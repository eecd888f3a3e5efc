package dev.mayfly.local.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mayfly.domain.wire.ErrorCode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A no as a caller gets it.
 *
 * @param field JSON pointer, or empty
 */
public record Problem(ErrorCode code, String field, String detail) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> MEMBERS = Set.of("type", "title", "status", "detail", "instance");
    private static final List<String> INSIDE = List.of(
            "Exception", "dev.mayfly", "java.", "com.fasterxml", "io.quarkus", "\tat ", "Caused by", "software.amazon");

    /** The problem that an answer must be: whole, of the catalogue, no fault of ours, and silent about our insides. */
    public static Problem of(HttpResponse<String> answer) {
        String body = answer.body();
        assertThat(answer.statusCode()).as(body).isBetween(400, 499);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(body).doesNotContain(INSIDE);
        JsonNode problem = read(body);
        Set<String> names = new TreeSet<>();
        problem.fieldNames().forEachRemaining(names::add);
        names.remove("field");
        assertThat(names).isEqualTo(MEMBERS);
        ErrorCode code = ErrorCode.ofType(problem.get("type").asText()).orElseThrow();
        assertThat(problem.get("status").asInt()).isEqualTo(code.status()).isEqualTo(answer.statusCode());
        assertThat(problem.get("title").asText()).isEqualTo(code.title());
        assertThat(problem.get("instance").asText())
                .isEqualTo("urn:mayfly:request:"
                        + answer.headers().firstValue("X-Request-Id").orElseThrow());
        return new Problem(
                code, problem.path("field").asText(), problem.get("detail").asText());
    }

    private static JsonNode read(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException malformed) {
            throw new AssertionError("no JSON: " + body, malformed);
        }
    }
}
