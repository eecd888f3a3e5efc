package dev.mayfly.local.surface.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.local.surface.Calls;
import dev.mayfly.local.surface.OpenApi;
import dev.mayfly.local.surface.Surface;
import dev.mayfly.local.surface.SurfaceResolver;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same as {@link DescribedRequestsTest}, for what is read by GET and takes its parameters from a query string. */
@ExtendWith(SurfaceResolver.class)
class DescribedQueriesTest {
    private static final int CASES = Integer.getInteger("mayfly.fuzz.cases", 100);
    private static final long SEED = Long.getLong("mayfly.fuzz.seed", 1);
    private static final int GENERATOR_SIZE = 1000;
    private static final int ID_BYTES = 32;
    private static final int LONGEST_TEXT = 100;

    private final Calls calls;

    DescribedQueriesTest(Surface surface) {
        this.calls = new Calls(surface, "fuzzing");
    }

    /**
     * A query string.
     *
     * @param described whether the function takes it
     */
    private record Query(boolean described, String text) {}

    static Stream<OpenApi.Function> gets() {
        return OpenApi.roles().stream()
                .flatMap(role -> OpenApi.of(role).functions().stream())
                .filter(function -> function.method().equals("get"));
    }

    @ParameterizedTest
    @MethodSource("gets")
    void function_answersAsDescribed(OpenApi.Function function) {
        Random random = new Random(SEED ^ function.toString().hashCode());
        JqwikSession.run(() -> {
            RandomGenerator<Query> queries = queries(function).generator(GENERATOR_SIZE, true);
            for (int i = 0; i < CASES; i++) {
                Query query = queries.next(random).value();
                HttpResponse<String> answer = calls.query(function, query.text());
                try {
                    new Verdict(function).of(answer, query.described());
                } catch (AssertionError unexpected) {
                    throw new AssertionError(
                            "mayfly.fuzz.seed=%d%n%s%n%s".formatted(SEED, query, answer.body()), unexpected);
                }
            }
        });
    }

    private static Arbitrary<Query> queries(OpenApi.Function function) {
        List<OpenApi.Parameter> parameters = OpenApi.of(function.role()).parameters(function.name());
        Arbitrary<Query> right = right(parameters).map(pairs -> new Query(true, String.join("&", pairs)));
        Arbitrary<Query> more = Combinators.combine(right(parameters), names(parameters), text())
                .as((pairs, name, value) -> with(pairs, encoded(name) + "=" + encoded(value)));
        return parameters.isEmpty() ? Arbitraries.oneOf(right, more) : Arbitraries.oneOf(right, more, off(parameters));
    }

    /** All that are needed and some that are not, in any order. */
    private static Arbitrary<List<String>> right(List<OpenApi.Parameter> parameters) {
        List<Arbitrary<String>> values =
                parameters.stream().map(DescribedQueriesTest::right).toList();
        return Combinators.combine(Combinators.combine(values).as(List::copyOf), Arbitraries.longs())
                .as((all, choice) -> {
                    List<String> some = new ArrayList<>();
                    for (int i = 0; i < parameters.size(); i++) {
                        if (parameters.get(i).required() || (choice >> i & 1) == 0) {
                            some.add(parameters.get(i).name() + "=" + all.get(i));
                        }
                    }
                    Collections.rotate(some, (int) (choice >>> 60));
                    return some;
                });
    }

    private static Arbitrary<String> right(OpenApi.Parameter parameter) {
        if (parameter.type().equals("Bytes")) {
            return Arbitraries.bytes()
                    .array(byte[].class)
                    .ofSize(ID_BYTES)
                    .map(bytes -> Bytes.of(bytes).toBase64Url());
        }
        JsonNode schema = parameter.schema();
        return Arbitraries.longs()
                .between(schema.get("minimum").asLong(), schema.get("maximum").asLong())
                .map(String::valueOf);
    }

    /** One of them twice, or with a value that it does not take. */
    private static Arbitrary<Query> off(List<OpenApi.Parameter> parameters) {
        return Combinators.combine(right(parameters), Arbitraries.of(parameters), text())
                .as((pairs, parameter, text) -> {
                    List<String> others = new ArrayList<>(pairs);
                    boolean there = others.removeIf(pair -> pair.startsWith(parameter.name() + "="));
                    String value = there ? text + "\u00e9" : text.replaceAll("[0-9A-Za-z_-]", "");
                    return with(others, parameter.name() + "=" + encoded(value));
                });
    }

    private static Query with(List<String> pairs, String pair) {
        List<String> all = new ArrayList<>(pairs);
        all.add(pair);
        Collections.rotate(all, pair.length());
        return new Query(false, all.stream().collect(Collectors.joining("&")));
    }

    /** Names that are none of them. */
    private static Arbitrary<String> names(List<OpenApi.Parameter> parameters) {
        return text().filter(name ->
                parameters.stream().noneMatch(parameter -> parameter.name().equals(name)));
    }

    private static Arbitrary<String> text() {
        return Arbitraries.strings().ofMaxLength(LONGEST_TEXT);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
