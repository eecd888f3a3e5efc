package dev.mayfly.local.surface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.domain.wire.ErrorCode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Every function of every role against every way in which the form of a request can be wrong. */
@ExtendWith(SurfaceResolver.class)
class ErrorMatrixTest {
    private static final int MEBIBYTE_AND_ONE = (1 << 20) + 1;
    private static final List<String> NO_OBJECTS = List.of(
            "",
            " ",
            "null",
            "[]",
            "\"s\"",
            "1",
            "true",
            "{",
            "{]",
            "{'a':1}",
            "{}{}",
            "{\"a\"",
            "\uFEFF{}",
            "nonsense");
    private static final List<String> OTHER_TYPES =
            List.of("text/plain", "application/x-www-form-urlencoded", "application/json; charset=iso-8859-1", "*/*");
    private static final List<String> OTHER_METHODS = List.of("GET", "PUT", "DELETE", "PATCH", "OPTIONS");

    private final Surface surface;
    private final Calls calls;
    private Map<String, Map<String, AttributeValue>> before;

    ErrorMatrixTest(Surface surface) {
        this.surface = surface;
        this.calls = new Calls(surface, "error matrix");
    }

    static Stream<OpenApi.Function> functions() {
        return OpenApi.roles().stream().flatMap(role -> OpenApi.of(role).functions().stream());
    }

    static Stream<OpenApi.Function> posts() {
        return functions().filter(function -> function.method().equals("post"));
    }

    static Stream<OpenApi.Function> withToken() {
        return functions().filter(OpenApi.Function::token);
    }

    @BeforeEach
    void look() {
        before = surface.tables();
    }

    @AfterEach
    void nothingChanged() {
        assertThat(surface.tables()).isEqualTo(before).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("posts")
    void function_namesTheMemberThatCannotBeRead(OpenApi.Function function) {
        List<Shapes.Broken> broken = shapes(function).broken(function.request());

        assertThat(broken).hasSizeGreaterThan(5).allSatisfy(one -> {
            Problem problem = Problem.of(calls.post(function, one.body()));
            assertThat(problem.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
            assertThat(problem.field()).isEqualTo(one.pointer());
        });
    }

    @ParameterizedTest
    @MethodSource("posts")
    void function_refusesWhatIsNoJsonObject(OpenApi.Function function) {
        assertThat(NO_OBJECTS)
                .allSatisfy(body -> assertThat(
                                Problem.of(calls.post(function, body)).code())
                        .isEqualTo(ErrorCode.MALFORMED_REQUEST));
    }

    @ParameterizedTest
    @MethodSource("posts")
    void function_refusesDeepNests(OpenApi.Function function) {
        for (String step : List.of("[", "{\"a\":")) {
            String body = "{\"x\":" + step.repeat(20_000);
            assertThat(Problem.of(calls.post(function, body)).code()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
        }
    }

    @ParameterizedTest
    @MethodSource("posts")
    void function_refusesLongNamesAndNumbers(OpenApi.Function function) {
        for (String member : List.of("\"" + "n".repeat(100) + "\":1", "\"x\":" + "9".repeat(400))) {
            assertThat(Problem.of(calls.post(function, "{" + member + "}")).code())
                    .isEqualTo(ErrorCode.MALFORMED_REQUEST);
        }
    }

    @ParameterizedTest
    @MethodSource("posts")
    void function_refusesBodiesThatAreTooLarge(OpenApi.Function function) {
        String large = "{\"x\":\"" + "a".repeat(MEBIBYTE_AND_ONE) + "\"}";

        assertThat(Problem.of(calls.post(function, large)).code()).isEqualTo(ErrorCode.PAYLOAD_TOO_LARGE);
        assertThat(Problem.of(calls.postChunked(function, large)).code()).isEqualTo(ErrorCode.PAYLOAD_TOO_LARGE);
    }

    @ParameterizedTest
    @MethodSource("posts")
    void function_readsChunksLikeAnyOtherBody(OpenApi.Function function) {
        String body = shapes(function).wellFormed(function.request()).toString();

        Problem whole = Problem.of(calls.post(function, body));
        Problem chunked = Problem.of(calls.postChunked(function, body));

        assertThat(chunked).isEqualTo(whole);
        assertThat(chunked.code()).isNotEqualTo(ErrorCode.MALFORMED_REQUEST);
    }

    @ParameterizedTest
    @MethodSource("posts")
    void function_refusesNonsenseInTheRightForm(OpenApi.Function function) {
        String body = shapes(function).wellFormed(function.request()).toString();

        assertThat(Problem.of(calls.post(function, body)).code())
                .isIn(ErrorCode.REJECTED, ErrorCode.CONTAINER_UNKNOWN, ErrorCode.OUT_OF_BOUNDS);
    }

    @ParameterizedTest
    @MethodSource("posts")
    void function_refusesOtherContentTypes(OpenApi.Function function) {
        assertThat(OTHER_TYPES).allSatisfy(type -> {
            HttpRequest.Builder request =
                    calls.to(function).setHeader("Content-Type", type).POST(BodyPublishers.ofString("{}"));
            assertThat(Problem.of(calls.send(request)).code()).isEqualTo(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
        });
    }

    @ParameterizedTest
    @MethodSource("functions")
    void function_refusesOtherMethods(OpenApi.Function function) {
        String own = function.method().toUpperCase(Locale.ROOT);
        Stream.concat(OTHER_METHODS.stream(), Stream.of("POST"))
                .filter(method -> !method.equals(own))
                .forEach(method -> {
                    HttpResponse<String> answer =
                            calls.send(calls.to(function).method(method, BodyPublishers.ofString("{}")));
                    assertThat(Problem.of(answer).code()).as(method).isEqualTo(ErrorCode.METHOD_NOT_ALLOWED);
                    assertThat(answer.headers().firstValue("Allow")).hasValue(own);
                });
    }

    @ParameterizedTest
    @MethodSource("functions")
    void path_isUnknownWhenItIsAlmostThis(OpenApi.Function function) {
        for (String almost : List.of(function.name() + "x", function.name() + "/", "../" + function.name())) {
            OpenApi.Function odd = new OpenApi.Function(
                    function.role(), almost, function.method(), function.token(), function.request(), "", Set.of());
            assertThat(Problem.of(calls.post(odd, "{}")).code()).as(almost).isEqualTo(ErrorCode.NOT_FOUND);
        }
    }

    @ParameterizedTest
    @MethodSource("withToken")
    void function_refusesEveryTokenButAGoodOne(OpenApi.Function function) {
        assertThat(new BadTokens(surface, function.role()).all()).allSatisfy((what, header) -> {
            HttpRequest.Builder request = asked(function);
            HttpResponse<String> answer =
                    calls.send(header.isEmpty() ? request : request.setHeader("Authorization", header));
            assertThat(Problem.of(answer).code()).isEqualTo(ErrorCode.UNAUTHENTICATED);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        });
    }

    private HttpRequest.Builder asked(OpenApi.Function function) {
        HttpRequest.Builder request = calls.withoutToken(function);
        return function.method().equals("get")
                ? request.GET()
                : request.POST(BodyPublishers.ofString(
                        shapes(function).wellFormed(function.request()).toString(), StandardCharsets.UTF_8));
    }

    private static Shapes shapes(OpenApi.Function function) {
        return new Shapes(OpenApi.of(function.role()));
    }
}
