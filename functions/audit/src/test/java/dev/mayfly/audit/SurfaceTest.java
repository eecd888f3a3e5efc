package dev.mayfly.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.wire.ErrorCode;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What else an audit tells, and everything that it refuses. */
@QuarkusTest
class SurfaceTest extends AuditTest {
    private static final String SUBJECT = "subject=" + "A".repeat(43);

    @Test
    void registry_isTheNewestStatement() {
        publishRegistry(1, "first");
        publishRegistry(2, "second");

        var answer = get("v1/registry");

        assertThat(read(answer).get("registry").asText()).isEqualTo("second");
        assertThat(cacheControl(answer)).isEqualTo("public, max-age=5");
    }

    @Test
    void registry_isRefusedBeforeTheFirst() {
        refused(get("v1/registry"), ErrorCode.NOT_ENOUGH_NODES);
    }

    @Test
    void network_isTheNetworkFile() throws Exception {
        String file = read(get("v1/network")).get("networkFile").asText();

        assertThat(Network.parse(file.getBytes(StandardCharsets.UTF_8))).isEqualTo(network);
    }

    @Test
    void ready_isUpWhenTheChainIsReached() {
        assertThat(get("q/health/ready").body()).contains("\"tables\"").contains("\"UP\"");
    }

    @ParameterizedTest
    @CsvSource({
        "v1/entries?from=-1, /from",
        "v1/entries?from=9007199254740992, /from",
        "v1/entries?from=00, /from",
        "v1/entries?from=, /from",
        "v1/entries?from=1&from=1, /from",
        "v1/entries?limit=0, /limit",
        "v1/entries?limit=101, /limit",
        "v1/entries?limit=1e1, /limit",
        "v1/entries?Limit=1, /Limit",
        "v1/entries?subject=AAAA, /subject",
        "v1/trail, /subject",
        "v1/trail?subject=, /subject",
        "v1/trail?subject=AAAA, /subject",
        "v1/head?from=1, /from",
        "v1/registry?version=1, /version",
        "v1/network?name=x, /name"
    })
    void parameter_isRefusedByItsName(String path, String field) {
        append(1);

        HttpResponse<String> answer = get(path);

        refused(answer, ErrorCode.MALFORMED_REQUEST);
        assertThat(json(answer).get("field").asText()).isEqualTo(field);
    }

    @Test
    void trail_refusesASubjectWithStrayBits() {
        refused(get("v1/trail?" + SUBJECT + "B"), ErrorCode.MALFORMED_REQUEST);
        refused(get("v1/trail?" + SUBJECT.substring(0, SUBJECT.length() - 1) + "B"), ErrorCode.MALFORMED_REQUEST);
        assertThat(get("v1/trail?" + SUBJECT).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"head", "entries", "trail", "registry", "network"})
    void function_isReadAndNeverWritten(String name) {
        for (String method : new String[] {"POST", "PUT", "PATCH", "DELETE"}) {
            HttpResponse<String> answer = send(HttpRequest.newBuilder(root.resolve("v1/" + name))
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString("{}")));

            refused(answer, ErrorCode.METHOD_NOT_ALLOWED);
            assertThat(answer.headers().allValues("Allow")).containsExactly("GET");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1", "v1/open", "v1/entries/0", "v1/erasures", "v1/publish-registry"})
    void path_isUnknownWhenItIsAnotherRoles(String path) {
        refused(get(path), ErrorCode.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2000, 1024 * 1024 + 1})
    void body_isRefusedOfAnySize(int size) {
        refused(
                send(HttpRequest.newBuilder(root.resolve("v1/head"))
                        .method("GET", BodyPublishers.ofString("x".repeat(size)))),
                ErrorCode.PAYLOAD_TOO_LARGE);
    }

    private static void refused(HttpResponse<String> answer, ErrorCode code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(code.status());
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(cacheControl(answer)).isEqualTo("no-store");
        assertThat(json(answer).get("type").asText()).isEqualTo(code.type().toString());
    }
}
