package dev.mayfly.local.surface.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mayfly.local.surface.Calls;
import dev.mayfly.local.surface.OpenApi;
import dev.mayfly.local.surface.Surface;
import dev.mayfly.local.surface.SurfaceResolver;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is sent to a function, its answer is described: a reply of its schema, or a problem that its description names. What
 * its schema allows is never malformed, what it does not allow always is; and what is refused changes no table.
 *
 * <p>System properties: {@code mayfly.fuzz.cases}, requests for each function, 100 by default; {@code mayfly.fuzz.seed}, whose
 * requests are the same in every run: of 1 by default, so that a change is not refused for what it did not do.
 */
@ExtendWith(SurfaceResolver.class)
class DescribedRequestsTest {
    private static final int CASES = Integer.getInteger("mayfly.fuzz.cases", 100);
    private static final long SEED = Long.getLong("mayfly.fuzz.seed", 1);
    private static final int GENERATOR_SIZE = 1000;
    private static final int BATCH = 20;
    private static final int SHOWN = 2000;

    /** What changes something when it is granted. */
    private static final Set<String> CHANGES = Set.of(
            "message-handler register",
            "message-handler send",
            "message-handler request",
            "message-handler fill",
            "message-handler receipt",
            "message-handler revoke",
            "coordinator reset-keys");

    private final Surface surface;
    private final Calls calls;
    private final Known known;

    DescribedRequestsTest(Surface surface) {
        this.surface = surface;
        this.calls = new Calls(surface, "fuzzing");
        this.known = new Known(surface.allRecorded());
    }

    /**
     * A request's body.
     *
     * @param described whether the function's schema allows it
     */
    private record Body(boolean described, byte[] bytes) {
        @Override
        public String toString() {
            String text = new String(bytes, StandardCharsets.UTF_8);
            return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        }
    }

    static Stream<OpenApi.Function> posts() {
        return OpenApi.roles().stream()
                .flatMap(role -> OpenApi.of(role).functions().stream())
                .filter(function -> function.method().equals("post"));
    }

    @ParameterizedTest
    @MethodSource("posts")
    void function_answersAsDescribedAndChangesNothingWhenItRefuses(OpenApi.Function function) {
        Random random = new Random(SEED ^ function.toString().hashCode());
        JqwikSession.run(() -> {
            RandomGenerator<Body> bodies = bodies(function).generator(GENERATOR_SIZE, true);
            for (int done = 0; done < CASES; done += BATCH) {
                Map<String, ?> before = surface.tables();
                boolean changed = false;
                for (int i = 0; i < Math.min(BATCH, CASES - done); i++) {
                    changed |= granted(function, bodies.next(random).value()) && CHANGES.contains(function.toString());
                }
                if (changed) {
                    surface.settle();
                } else {
                    assertThat(surface.tables()).as(seed()).isEqualTo(before);
                }
            }
        });
    }

    private boolean granted(OpenApi.Function function, Body body) {
        HttpResponse<String> answer = calls.send(calls.to(function).POST(BodyPublishers.ofByteArray(body.bytes())));
        try {
            return new Verdict(function).of(answer, body.described());
        } catch (AssertionError unexpected) {
            throw new AssertionError(
                    "%s%n%s%n%s %s".formatted(seed(), body, answer.statusCode(), answer.body()), unexpected);
        }
    }

    private Arbitrary<Body> bodies(OpenApi.Function function) {
        Arbitrary<ObjectNode> described = new Described(OpenApi.of(function.role()), known).bodies(function);
        Arbitrary<Body> good = Combinators.combine(described, Arbitraries.of(Spelling.values()))
                .as((body, spelling) -> new Body(true, spelling.of(body)));
        Arbitrary<Body> spoiled = Combinators.combine(
                        described,
                        Arbitraries.of(Spoiling.values()),
                        Arbitraries.integers().greaterOrEqual(0))
                .as((body, how, choice) -> new Body(false, how.spoil(body, choice)));
        return Arbitraries.frequencyOf(Tuple.of(1, good), Tuple.of(1, spoiled));
    }

    private static String seed() {
        return "mayfly.fuzz.seed=" + SEED;
    }
}
