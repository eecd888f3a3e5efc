package dev.mayfly.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.domain.wire.ErrorCode;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;

/** What holds for every answer that is a no, whatever its cause. */
final class ProblemAssert {
    private static final String[] NEVER_TOLD = {"Exception", "java.", "dev.mayfly", "jackson", "at line", "<html"};

    private final JsonObject problem;

    private ProblemAssert(JsonObject problem) {
        this.problem = problem;
    }

    static ProblemAssert assertProblem(HttpResponse<String> answer, ErrorCode code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(code.status());
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(answer.body()).doesNotContainIgnoringCase(NEVER_TOLD);
        JsonObject problem = Caller.body(answer);
        assertThat(problem.getString("type")).isEqualTo(code.type().toString());
        assertThat(problem.getString("title")).isEqualTo(code.title());
        assertThat(problem.getInteger("status")).isEqualTo(code.status());
        assertThat(problem.getString("detail")).isNotBlank();
        String id = answer.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(problem.getString("instance")).isEqualTo("urn:mayfly:request:" + id);
        return new ProblemAssert(problem);
    }

    ProblemAssert withField(String pointer) {
        assertThat(problem.getString("field")).isEqualTo(pointer);
        return this;
    }

    ProblemAssert withoutField() {
        assertThat(problem.containsKey("field")).as("has a field").isFalse();
        return this;
    }
}
