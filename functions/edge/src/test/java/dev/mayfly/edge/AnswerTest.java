package dev.mayfly.edge;

import static dev.mayfly.edge.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.wire.ErrorCode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Timeout(60)
class AnswerTest {
    @TestHTTPResource("/")
    URI root;

    private Caller caller;

    @BeforeEach
    void call() {
        caller = new Caller(root);
    }

    @Test
    void created_answers201() {
        var answer = caller.post("v1/open", Caller.GOOD);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(Caller.body(answer).getString("text")).isEqualTo("s");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void created_isForgottenWhenTheFunctionFails() {
        assertProblem(caller.post("v1/open-in-vain", Caller.GOOD), ErrorCode.CONTAINER_ENDED);
    }

    @Test
    void cacheable_mayBeStored() {
        var answer = caller.get("v1/registry");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("public, max-age=60");
    }

    @Test
    void immutable_mayBeStoredForGood() {
        var answer = caller.get("v1/page?key=AAE");

        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("public, max-age=31536000, immutable");
    }

    @Test
    void secret_isWipedOnceItIsAnswered() {
        var answer = caller.post("v1/tell", Caller.GOOD);

        assertThat(Caller.body(answer).getString("content")).isEqualTo("AAEC");
        assertWiped();
    }

    @Test
    void secret_isWipedWhenTheFunctionFails() {
        assertProblem(caller.post("v1/tell-in-vain", Caller.GOOD), ErrorCode.CONTAINER_ENDED);
        assertWiped();
    }

    /** The answer may be here before the server is done with it. */
    private static void assertWiped() {
        SecretBytes told = SampleFunctions.told;
        while (!isWiped(told)) {
            Thread.onSpinWait();
        }
    }

    private static boolean isWiped(SecretBytes secret) {
        try {
            return secret.toByteArray() == null;
        } catch (IllegalStateException wiped) {
            return true;
        }
    }

    @Test
    void void_answers204() {
        var answer = caller.post("v1/end");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void refusal_isAnsweredWithItsField() {
        assertProblem(caller.post("v1/refuse", Caller.GOOD), ErrorCode.OUT_OF_BOUNDS)
                .withField("/party/weight");
    }

    @Test
    void refusal_isAnsweredWhenItComesLater() {
        assertProblem(caller.post("v1/refuse-later"), ErrorCode.DEALING_CONFLICT)
                .withoutField();
    }

    @Test
    void refusal_saysWhenToTryAgainInWholeSeconds() {
        var answer = caller.post("v1/busy");

        assertProblem(answer, ErrorCode.BUSY);
        assertThat(answer.headers().allValues("Retry-After")).containsExactly("2");
    }

    @Test
    void rejected_isTheCallersMistake() {
        try (ErrorLog log = new ErrorLog()) {
            assertProblem(caller.post("v1/reject"), ErrorCode.REJECTED).withField("/containerId");
            assertThat(log.errors()).isEmpty();
        }
    }

    @Test
    void unexpected_isToldToTheLogOnly() {
        try (ErrorLog log = new ErrorLog()) {
            var answer = caller.post("v1/break", Caller.GOOD);

            assertProblem(answer, ErrorCode.INTERNAL);
            assertThat(answer.body()).doesNotContain("secrets-of-alice").doesNotContain("deep down");
            assertThat(log.errors()).singleElement().satisfies(line -> {
                assertThat(((ExtLogRecord) line).getMdcCopy()).containsEntry("requestId", idOf(answer));
                assertThat(line.getThrown()).hasStackTraceContaining("secrets-of-alice");
            });
        }
    }

    @Test
    void unwritableResult_isOurFault() {
        try (ErrorLog log = new ErrorLog()) {
            assertProblem(caller.post("v1/unwritable"), ErrorCode.INTERNAL);
            assertThat(log.errors()).hasSize(1);
        }
    }

    @Test
    void authenticated_isRefusedWithoutToken() {
        var answer = caller.post("v1/who");

        assertProblem(answer, ErrorCode.UNAUTHENTICATED);
        assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly("Bearer");
    }

    @Test
    void authenticated_isRefusedWhenTheTokenIsNot() {
        try (ErrorLog log = new ErrorLog()) {
            var answer = caller.send(caller.json("v1/who")
                    .header("Authorization", "Bearer e30.e30.AAAA")
                    .POST(BodyPublishers.noBody()));

            assertProblem(answer, ErrorCode.UNAUTHENTICATED);
            assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly("Bearer");
            assertThat(log.errors()).isEmpty();
        }
    }

    @Test
    void forbidden_saysNoMore() {
        var answer = caller.post("v1/forbid");

        assertProblem(answer, ErrorCode.FORBIDDEN);
        assertThat(answer.body()).doesNotContain("alice");
    }

    @Test
    void requestId_isInTheLogAndAnotherForEachRequest() {
        var answer = caller.post("v1/log-key");

        assertThat(idOf(answer)).matches("[0-9a-f]{32}");
        assertThat(Caller.body(answer).getString("text")).isEqualTo(idOf(answer));
        assertThat(idOf(caller.post("v1/log-key"))).isNotEqualTo(idOf(answer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789abcdef0123456789abcdef", "01234567-89ab-4def-8123-456789abcdef"})
    void requestId_isTheCallersWhereItHasTheForm(String given) {
        var answer = caller.send(
                caller.json("v1/log-key").header("X-Request-Id", given).POST(BodyPublishers.noBody()));

        assertThat(idOf(answer)).isEqualTo(given);
        assertThat(Caller.body(answer).getString("text")).isEqualTo(given);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice",
                "0123456789ABCDEF0123456789ABCDEF",
                "0123456789abcdef0123456789abcde",
                "0123456789abcdef0123456789abcdef0",
                "01234567-89ab-4def-8123456789abcdef"
            })
    void requestId_isOursWhereTheCallersHasAnotherForm(String given) {
        var answer = caller.send(
                caller.json("v1/log-key").header("X-Request-Id", given).POST(BodyPublishers.noBody()));

        assertThat(idOf(answer)).matches("[0-9a-f]{32}").isNotEqualTo(given);
        assertThat(Caller.body(answer).getString("text")).isEqualTo(idOf(answer));
    }

    @Test
    void sources_areInjected() {
        assertThat(Caller.body(caller.post("v1/sources")).getString("text")).isEqualTo("Z 1");
    }

    private static String idOf(HttpResponse<String> answer) {
        return answer.headers().firstValue("X-Request-Id").orElseThrow();
    }
}
