package dev.mayfly.local.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.jose.StatementType;
import dev.mayfly.domain.container.OpenStatement;
import dev.mayfly.domain.container.PartyStatement;
import dev.mayfly.domain.container.RevokeStatement;
import dev.mayfly.domain.dealing.ActivateStatement;
import dev.mayfly.domain.directory.CancelResetStatement;
import dev.mayfly.domain.directory.KeysStatement;
import dev.mayfly.domain.directory.LookupStatement;
import dev.mayfly.domain.message.InboxStatement;
import dev.mayfly.domain.message.MessageStatement;
import dev.mayfly.domain.wire.ErrorCode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Every function that takes a user's statement, with requests that were good, and whatever can be made of them. */
@ExtendWith(Surface.Resolver.class)
class StatementMatrixTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** What changes nothing, or nothing any more: the reset was cancelled, so its request is as good as a new one. */
    private static final Set<String> QUESTIONS = Set.of("lookup", "inbox", "fetch", "status", "reset-keys");

    private final Surface surface;
    private final Calls calls;
    private Map<String, Map<String, AttributeValue>> before;

    StatementMatrixTest(Surface surface) {
        this.surface = surface;
        this.calls = new Calls(surface);
    }

    /** The statement that each function takes. */
    static Stream<Arguments> statements() {
        return Stream.of(
                Arguments.of("register-keys", KeysStatement.TYPE),
                Arguments.of("rotate-keys", KeysStatement.TYPE),
                Arguments.of("reset-keys", KeysStatement.TYPE),
                Arguments.of("cancel-reset", CancelResetStatement.TYPE),
                Arguments.of("lookup", LookupStatement.TYPE),
                Arguments.of("open", OpenStatement.TYPE),
                Arguments.of("activate", ActivateStatement.TYPE),
                Arguments.of("send", MessageStatement.SENT),
                Arguments.of("inbox", InboxStatement.TYPE),
                Arguments.of("fetch", PartyStatement.FETCH),
                Arguments.of("status", PartyStatement.STATUS),
                Arguments.of("receipt", MessageStatement.RECEIPT),
                Arguments.of("revoke", RevokeStatement.TYPE));
    }

    @BeforeEach
    void look() {
        before = surface.tables();
    }

    @AfterEach
    void nothingChanged() {
        assertThat(surface.tables()).isEqualTo(before).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void function_answersAReplayWithTheOutcomeOfTheFirst(String function, StatementType<?> type) {
        HttpResponse<String> again = call(function, good(function).body());

        if (again.statusCode() == 200) {
            assertThat(outcome(again.body())).isEqualTo(outcome(good(function).reply()));
        } else {
            assertThat(Problem.of(again).code())
                    .isIn(ErrorCode.CONTAINER_ENDED, whenLate(function), ErrorCode.RESET_NOT_WAITING);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void function_rejectsAStatementThatIsNotItsSigners(String function, StatementType<?> type) throws Exception {
        Forgery forgery = forgery(function, type);
        Map<String, String> forged = forgery.withoutTheKey();
        forged.put("another kind", otherThan(function));
        forged.put("somebody else's signature", forgery.bySomebodyElse());

        assertThat(forged).allSatisfy((what, statement) -> rejected(function, statement));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void function_rejectsAStatementThatWasMadeForOthers(String function, StatementType<?> type) throws Exception {
        Map<String, String> forged =
                forgery(function, type).withTheKey(keys(function).signing());

        assertThat(forged).isNotEmpty().allSatisfy((what, statement) -> rejected(function, statement));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void function_knowsNoOtherContainer(String function, StatementType<?> type) throws Exception {
        Forgery forgery = forgery(function, type);
        if (forgery.isOfAContainer()) {
            String statement = forgery.ofAnotherContainer(keys(function).signing());
            assertThat(Problem.of(call(function, with(function, "/statement", statement)))
                            .code())
                    .isEqualTo(ErrorCode.CONTAINER_UNKNOWN);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void function_knowsNoContainerOfOtherSalts(String function, StatementType<?> type) throws Exception {
        if (forgery(function, type).isOfAContainer()) {
            String salt = Bytes.random(new SecureRandom(), 64).toBase64Url();
            for (String member : new String[] {"/party/idSalt", "/party/keySalt"}) {
                assertThat(Problem.of(call(function, with(function, member, salt)))
                                .code())
                        .isEqualTo(ErrorCode.CONTAINER_UNKNOWN);
            }
        }
    }

    /** A reply without what tells how the container stands now. */
    private static String outcome(String reply) {
        return reply.replaceAll(",\"messageStored\":\\w+", "");
    }

    /** A question is asked anew each time, so it is answered for a minute only. */
    private static ErrorCode whenLate(String function) {
        return QUESTIONS.contains(function) ? ErrorCode.STATEMENT_NOT_CURRENT : ErrorCode.CONTAINER_ENDED;
    }

    private void rejected(String function, String statement) {
        Problem problem = Problem.of(call(function, with(function, "/statement", statement)));
        assertThat(problem.code()).isEqualTo(ErrorCode.REJECTED);
        assertThat(problem.field()).isEqualTo("/statement");
    }

    private Recorder.Recorded good(String function) {
        return surface.callerOf(function).recorder().recorded().get(function);
    }

    private UserKeys keys(String function) {
        return surface.callerOf(function).keys();
    }

    private Forgery forgery(String function, StatementType<?> type) throws Exception {
        return new Forgery(type, tree(function).get("statement").asText());
    }

    /** A good statement of another kind. */
    private String otherThan(String function) {
        return tree(function.equals("lookup") ? "status" : "lookup")
                .get("statement")
                .asText();
    }

    private String with(String function, String pointer, String value) {
        ObjectNode body = tree(function);
        int last = pointer.lastIndexOf('/');
        ((ObjectNode) body.at(pointer.substring(0, last))).put(pointer.substring(last + 1), value);
        return body.toString();
    }

    private ObjectNode tree(String function) {
        try {
            return (ObjectNode) MAPPER.readTree(good(function).body());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private HttpResponse<String> call(String function, String body) {
        OpenApi.Function called = OpenApi.of("coordinator").functions().stream()
                .filter(described -> described.name().equals(function))
                .findFirst()
                .orElseThrow();
        return calls.send(calls.withoutToken(called)
                .setHeader("Authorization", good(function).authorization())
                .POST(BodyPublishers.ofString(body)));
    }
}
