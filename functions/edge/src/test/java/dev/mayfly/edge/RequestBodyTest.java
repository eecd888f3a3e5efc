package dev.mayfly.edge;

import static dev.mayfly.edge.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.mayfly.domain.wire.ErrorCode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RequestBodyTest {
    @TestHTTPResource("/")
    URI root;

    private Caller caller;

    @BeforeEach
    void call() {
        caller = new Caller(root);
    }

    @Test
    void echo_answersWhatItReadWhenTheBodyIsGood() {
        var answer = caller.post("v1/echo", Caller.GOOD);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(Caller.GOOD);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    }

    static Stream<Arguments> badFields() {
        return Stream.of(
                arguments("unknown", Caller.GOOD.replace("{\"s", "{\"x\":1,\"s"), "/x"),
                arguments(
                        "twice, in another case",
                        Caller.GOOD.replace("{\"s", "{\"Statement\":\"t\",\"s"),
                        "/Statement"),
                arguments("unknown inside", Caller.GOOD.replace("{\"r", "{\"x\":1,\"r"), "/party/x"),
                arguments("in another case", Caller.GOOD.replace("statement", "Statement"), "/statement"),
                arguments("missing", Caller.GOOD.replace("\"statement\":\"s\",", ""), "/statement"),
                arguments("missing inside", Caller.GOOD.replace(",\"weight\":1", ""), "/party/weight"),
                arguments("missing record", Caller.GOOD.replaceAll("\"party\":\\{[^}]*},", ""), "/party"),
                arguments("null", Caller.GOOD.replace("\"s\"", "null"), "/statement"),
                arguments("null in a list", Caller.GOOD.replace("\"h\"", "null"), "/holdings/0"),
                arguments("number for text", Caller.GOOD.replace("\"s\"", "7"), "/statement"),
                arguments("text for number", Caller.GOOD.replace(":1", ":\"1\""), "/party/weight"),
                arguments("fraction", Caller.GOOD.replace(":1", ":1.0"), "/party/weight"),
                arguments("object for text", Caller.GOOD.replace("\"s\"", "{}"), "/statement"),
                arguments("text for list", Caller.GOOD.replace("[\"h\"]", "\"h\""), "/holdings"),
                arguments("bytes padded", Caller.GOOD.replace("AAEC", "AAE="), "/salt"),
                arguments("twice", Caller.GOOD.replace("{\"s", "{\"statement\":\"t\",\"s"), "/statement"),
                arguments("twice inside", Caller.GOOD.replace("{\"r", "{\"role\":\"t\",\"r"), "/party/role"),
                arguments("text unfinished", "{\"statement\":\"s", "/statement"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFields")
    void echo_refusesAndNamesTheFieldWhenItIs(String what, String body, String field) {
        assertProblem(caller.post("v1/echo", body), ErrorCode.MALFORMED_REQUEST).withField(field);
    }

    static Stream<String> badBodies() {
        return Stream.of(
                "{", "{]", "{\"a\"", Caller.GOOD + "x", Caller.GOOD + Caller.GOOD, "{'statement':'s'}", "{}{}");
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void echo_refusesWhenTheBodyIsNoJson(String body) {
        assertProblem(caller.post("v1/echo", body), ErrorCode.MALFORMED_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "null", "[]", "\"s\"", "1", "\uFEFF{}", "true"})
    void echo_refusesWhenTheBodyIsNoObject(String body) {
        assertProblem(caller.post("v1/echo", body), ErrorCode.MALFORMED_REQUEST).withoutField();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE"})
    void echo_refusesWhenTheBodyIsNotUtf8(String charset) {
        byte[] body = Caller.GOOD.getBytes(Charset.forName(charset));

        var answer = caller.send(caller.json("v1/echo").POST(BodyPublishers.ofByteArray(body)));

        assertProblem(answer, ErrorCode.MALFORMED_REQUEST);
    }

    @Test
    void echo_refusesWhenTextIsNotValidUtf8() {
        byte[] body = Caller.GOOD.replace("\"s\"", "\"\u00e9\"").getBytes(StandardCharsets.ISO_8859_1);

        var answer = caller.send(caller.json("v1/echo").POST(BodyPublishers.ofByteArray(body)));

        assertProblem(answer, ErrorCode.MALFORMED_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void echo_refusesWhenTheBodyIsADeepNest(String step) {
        String bomb = "{\"x\":" + step.repeat(2_000);

        assertProblem(caller.post("v1/echo", bomb), ErrorCode.MALFORMED_REQUEST);
    }

    @Test
    void echo_repeatsNoNameThatIsNotPlain() {
        String body = Caller.GOOD.replace("{\"s", "{\"<script>alert(1)</script>\":1,\"s");

        var answer = caller.post("v1/echo", body);

        assertProblem(answer, ErrorCode.MALFORMED_REQUEST).withoutField();
        assertThat(answer.body()).doesNotContain("script");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"statement\":\"mine-alone\",\"x\":1}",
                "{\"statement\":mine-alone}",
                "{\"salt\":\"mine-alone=\"}"
            })
    void echo_repeatsNoValueAndLogsNoError(String body) {
        try (ErrorLog log = new ErrorLog()) {
            var answer = caller.post("v1/echo", body);

            assertProblem(answer, ErrorCode.MALFORMED_REQUEST);
            assertThat(answer.body()).doesNotContain("mine-alone");
            assertThat(log.errors()).isEmpty();
        }
    }
}
