package dev.mayfly.edge;

import static dev.mayfly.edge.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.domain.wire.ErrorCode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class QueryTest {
    @TestHTTPResource("/")
    URI root;

    private Caller caller;

    @BeforeEach
    void call() {
        caller = new Caller(root);
    }

    @ParameterizedTest
    @CsvSource({"from=0&key=AAE, 0 AAE", "key=AAE&from=99, 99 AAE", "key=AAE, 7 AAE", "key=%41AE&from=%38, 8 AAE"})
    void parameters_areRead(String query, String said) {
        assertThat(Caller.body(caller.get("v1/page?" + query)).getString("text"))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-1",
                "100",
                "+1",
                "%2B1",
                "01",
                "1.0",
                "1e1",
                "0x1",
                "%201",
                "%D9%A1",
                "9223372036854775808",
                "99999999999999999999999999",
                "null"
            })
    void integer_refusedInAnyOtherForm(String from) {
        assertProblem(caller.get("v1/page?key=AAE&from=" + from), ErrorCode.MALFORMED_REQUEST)
                .withField("/from");
    }

    @ParameterizedTest
    @ValueSource(strings = {"key=", "key=AA", "key=AAEC", "key=AAF", "key=AA%3D", "key=A*E", "from=1"})
    void bytes_refusedInAnyOtherForm(String query) {
        assertProblem(caller.get("v1/page?" + query), ErrorCode.MALFORMED_REQUEST)
                .withField("/key");
    }

    @Test
    void parameter_refusedTwice() {
        assertProblem(caller.get("v1/page?key=AAE&from=1&from=1"), ErrorCode.MALFORMED_REQUEST)
                .withField("/from");
    }

    @Test
    void parameter_refusedWhenTheFunctionDoesNotTakeIt() {
        assertProblem(caller.get("v1/page?key=AAE&From=1"), ErrorCode.MALFORMED_REQUEST)
                .withField("/From");
        assertProblem(caller.get("v1/registry?version=1"), ErrorCode.MALFORMED_REQUEST)
                .withField("/version");
        assertProblem(caller.post("v1/echo?token=x", Caller.GOOD), ErrorCode.MALFORMED_REQUEST)
                .withField("/token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", "=1&key=AAE", "key=AAE&=", "key=AAE&", "&key=AAE", "key=AAE&&from=1", "key=AAE;=1"})
    void parameter_refusedWithoutAName(String query) {
        assertProblem(caller.get("v1/page?" + query), ErrorCode.MALFORMED_REQUEST)
                .withoutField();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%3Cb%3E=1", "a.b=1", "a%00=1"})
    void query_isNeverRepeatedWhenItIsOdd(String query) {
        assertProblem(caller.get("v1/page?" + query), ErrorCode.MALFORMED_REQUEST)
                .withoutField();
    }

    /** Such a URI never comes to a route: the server itself refuses it, and says no more. Java's own client sends none. */
    @Test
    void query_isRefusedWithoutAWordWhenItCannotBeDecoded() throws IOException {
        try (Socket socket = new Socket(root.getHost(), root.getPort())) {
            String request = "GET /v1/page?key=AAE&from=%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 400 ").endsWith("\r\n\r\n");
        }
    }
}
