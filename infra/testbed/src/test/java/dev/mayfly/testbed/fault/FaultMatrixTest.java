package dev.mayfly.testbed.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.client.entropy.TooFewNodesException;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.dynamodblocal.DynamoDbLocal;
import dev.mayfly.testbed.LocalDynamo;
import dev.mayfly.transport.UnreachableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Every call of every flow, to DynamoDB and over HTTP, fails once before it had an effect and once after, one in each run of
 * the flow, which is then tried again as its user would. Each call meets one sort of failure of each kind, in turn; with
 * {@code -Dmayfly.faults=all} it meets all of them. Flows have a network each and mostly wait, so two at a time are played.
 */
@ExtendWith(LocalDynamo.class)
class FaultMatrixTest {
    private static final boolean ALL = System.getProperty("mayfly.faults", "").equals("all");
    private static final int ATTEMPTS = 3;

    /** What passes until a user tries again; as long as a node waits before it looks for a registry again. */
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private static final int AT_A_TIME = 2;

    private static final Map<Play, Future<Void>> PLAYS = new EnumMap<>(Play.class);

    @BeforeAll
    static void play(DynamoDbLocal engine) {
        ExecutorService players = Executors.newFixedThreadPool(AT_A_TIME);
        for (Play play : Play.values()) {
            PLAYS.put(play, players.submit(() -> withEveryFault(play, engine)));
        }
        players.shutdown();
    }

    @ParameterizedTest
    @EnumSource
    void flow_isFinishedWhicheverCallFailed(Play play) throws Throwable {
        try {
            PLAYS.get(play).get();
        } catch (ExecutionException failed) {
            throw failed.getCause();
        }
    }

    private static Void withEveryFault(Play play, DynamoDbLocal engine) throws Exception {
        try (Stage stage = new Stage(engine)) {
            List<Call> calls = calls(play, stage);
            List<Injection> injections = injections(calls);
            List<String> unfinished = new ArrayList<>();
            List<Injection> missed = new ArrayList<>();
            for (Injection injection : injections) {
                try {
                    if (!happens(injection, play, stage)) {
                        missed.add(injection);
                    }
                } catch (Exception | AssertionError failed) {
                    unfinished.add(injection + ": " + failed);
                }
            }
            System.out.printf("%s: %d calls, %d faults%n", play, calls.size(), injections.size() - missed.size());
            assertThat(unfinished).isEmpty();
            assertThat(missed).as("calls that were not made again").isEmpty();
            assertThat(stage.violations()).as("while containers live").isEmpty();
            stage.end();
            assertThat(stage.violations()).as("after the end").isEmpty();
            return null;
        }
    }

    /** The calls of a flow that is played for the second time: what is learnt for good is learnt by then. */
    private static List<Call> calls(Play play, Stage stage) throws Exception {
        for (int time = 1; time <= 2; time++) {
            Flow flow = play.on(stage);
            flow.prepare();
            stage.testbed.faults().count();
            flow.attempt();
            stage.testbed.faults().end();
            flow.verify();
        }
        return stage.testbed.faults().calls();
    }

    private static List<Injection> injections(List<Call> calls) {
        List<Injection> chosen = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            for (boolean afterEffect : new boolean[] {false, true}) {
                List<Injection> possible = Injection.of(calls.get(i), afterEffect);
                chosen.addAll(ALL ? possible : List.of(possible.get(i % possible.size())));
            }
        }
        return chosen;
    }

    /** Plays a flow with an injection; false when the call did not come, because threads took another turn. */
    private static boolean happens(Injection injection, Play play, Stage stage) throws Exception {
        boolean happened = false;
        for (int time = 1; time <= ATTEMPTS && !happened; time++) {
            Flow flow = play.on(stage);
            flow.prepare();
            stage.testbed.faults().inject(injection);
            try {
                untilDone(flow, stage);
            } finally {
                happened = stage.testbed.faults().end();
            }
            flow.verify();
        }
        return happened;
    }

    private static void untilDone(Flow flow, Stage stage) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                flow.attempt();
                return;
            } catch (Refusal
                    | RejectedException
                    | UnreachableException
                    | TooFewNodesException
                    | IllegalStateException
                    | SdkException failed) {
                if (attempt == ATTEMPTS) {
                    throw failed;
                }
                stage.testbed.faults().relent();
                stage.testbed.clocks().forward(MOMENT);
            }
        }
    }
}
