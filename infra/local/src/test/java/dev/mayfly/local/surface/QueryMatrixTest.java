package dev.mayfly.local.surface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.domain.wire.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every function of every role against every way in which a query string can be wrong. */
@ExtendWith(SurfaceResolver.class)
class QueryMatrixTest {
    private static final List<String> NO_INTEGERS =
            List.of("", "-1", "%2B1", "01", "1.0", "1e1", "0x1", "%D9%A1", "x", "99999999999999999999");
    private static final List<String> NO_BYTES =
            List.of("", "A", "AAAA", "A".repeat(42) + "B", "A".repeat(43) + "%3D", "A".repeat(42) + "*");
    private static final String THIRTY_TWO_BYTES = "A".repeat(43);

    private final Calls calls;

    QueryMatrixTest(Surface surface) {
        this.calls = new Calls(surface, "query matrix");
    }

    static Stream<OpenApi.Function> functions() {
        return ErrorMatrixTest.functions();
    }

    static Stream<OpenApi.Function> withParameters() {
        return functions().filter(function -> !parameters(function).isEmpty());
    }

    static Stream<OpenApi.Function> withNeededParameters() {
        return functions().filter(function -> parameters(function).stream().anyMatch(OpenApi.Parameter::required));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void function_refusesParametersThatItDoesNotTake(OpenApi.Function function) {
        for (String name : List.of("surprise", "statement", "From")) {
            refused(function, name + "=1", "/" + name);
        }
        refused(function, "%3Cscript%3E=1", "");
    }

    @ParameterizedTest
    @MethodSource("withParameters")
    void function_refusesEveryOtherFormOfAParameter(OpenApi.Function function) {
        for (OpenApi.Parameter parameter : parameters(function)) {
            for (String value : wrong(parameter)) {
                refused(function, query(function, parameter, parameter.name() + "=" + value), "/" + parameter.name());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("withParameters")
    void function_refusesAParameterTwice(OpenApi.Function function) {
        for (OpenApi.Parameter parameter : parameters(function)) {
            String once = parameter.name() + "=" + right(parameter);
            refused(function, query(function, parameter, once + "&" + once), "/" + parameter.name());
        }
    }

    @ParameterizedTest
    @MethodSource("withNeededParameters")
    void function_asksForAParameterThatItNeeds(OpenApi.Function function) {
        for (OpenApi.Parameter parameter : parameters(function)) {
            if (parameter.required()) {
                refused(function, query(function, parameter, ""), "/" + parameter.name());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("withParameters")
    void function_answersWhenAllOfThemAreRight(OpenApi.Function function) {
        String query = parameters(function).stream()
                .map(parameter -> parameter.name() + "=" + right(parameter))
                .collect(Collectors.joining("&"));

        assertThat(calls.query(function, query).statusCode()).isEqualTo(200);
    }

    private void refused(OpenApi.Function function, String query, String field) {
        Problem problem = Problem.of(calls.query(function, query));
        assertThat(problem.code()).as(query).isEqualTo(ErrorCode.MALFORMED_REQUEST);
        assertThat(problem.field()).as(query).isEqualTo(field);
    }

    /** All other parameters as they should be, and this one as told. */
    private static String query(OpenApi.Function function, OpenApi.Parameter changed, String told) {
        return Stream.concat(
                        parameters(function).stream()
                                .filter(parameter -> !parameter.name().equals(changed.name()))
                                .map(parameter -> parameter.name() + "=" + right(parameter)),
                        Stream.of(told))
                .filter(pair -> !pair.isEmpty())
                .collect(Collectors.joining("&"));
    }

    private static List<OpenApi.Parameter> parameters(OpenApi.Function function) {
        return OpenApi.of(function.role()).parameters(function.name());
    }

    private static String right(OpenApi.Parameter parameter) {
        return parameter.type().equals("Bytes") ? THIRTY_TWO_BYTES : "1";
    }

    private static List<String> wrong(OpenApi.Parameter parameter) {
        if (parameter.type().equals("Bytes")) {
            return NO_BYTES;
        }
        List<String> wrong = new ArrayList<>(NO_INTEGERS);
        wrong.add(String.valueOf(parameter.schema().get("minimum").asLong() - 1));
        wrong.add(String.valueOf(parameter.schema().get("maximum").asLong() + 1));
        return wrong;
    }
}
