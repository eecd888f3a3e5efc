package dev.mayfly.local.surface.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.container.OpenStatement;
import dev.mayfly.domain.container.PartyStatement;
import dev.mayfly.domain.container.RevokeStatement;
import dev.mayfly.domain.dealing.ActivateStatement;
import dev.mayfly.domain.dealing.ContributeRequest;
import dev.mayfly.domain.dealing.DealingStatement;
import dev.mayfly.domain.directory.CancelResetStatement;
import dev.mayfly.domain.directory.KeysStatement;
import dev.mayfly.domain.directory.LookupStatement;
import dev.mayfly.domain.message.InboxStatement;
import dev.mayfly.domain.message.MessageStatement;
import dev.mayfly.domain.registry.RegistryStatement;
import dev.mayfly.domain.share.End;
import dev.mayfly.domain.share.Erasure;
import dev.mayfly.domain.share.ReleaseRequest;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.local.surface.Calls;
import dev.mayfly.local.surface.OpenApi;
import dev.mayfly.local.surface.Problem;
import dev.mayfly.local.surface.Surface;
import dev.mayfly.local.surface.SurfaceResolver;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Every function that takes a statement, with requests that were good, and whatever can be made of them. The statements that a
 * request brings beside its own are looked at only where the request is the first of its kind: the roles' own tests have those.
 */
@ExtendWith(SurfaceResolver.class)
class StatementMatrixTest {
    private static final String COORDINATOR = "coordinator";
    private static final String NODE = "entropy-node";

    /** What is answered for a minute only: questions, and a reset that was cancelled and is as good as a new one. */
    private static final Set<String> QUESTIONS =
            Set.of("lookup", "inbox", "fetch", "status", "reset-keys", "contribute", "release");

    private final Surface surface;
    private final Calls calls;
    private Map<String, Map<String, AttributeValue>> before;

    StatementMatrixTest(Surface surface) {
        this.surface = surface;
        this.calls = new Calls(surface, "statement matrix");
    }

    static Stream<Taken> statements() {
        return Stream.concat(ofSigners(), ofThirdParties());
    }

    /** Statements whose signers we are. */
    static Stream<Taken> ofSigners() {
        return Stream.of(
                Taken.of(COORDINATOR, "register-keys", "/statement", KeysStatement.TYPE),
                Taken.of(COORDINATOR, "rotate-keys", "/statement", KeysStatement.TYPE),
                Taken.of(COORDINATOR, "reset-keys", "/statement", KeysStatement.TYPE),
                Taken.of(COORDINATOR, "cancel-reset", "/statement", CancelResetStatement.TYPE),
                Taken.of(COORDINATOR, "lookup", "/statement", LookupStatement.TYPE),
                Taken.of(COORDINATOR, "open", "/statement", OpenStatement.TYPE),
                Taken.of(COORDINATOR, "activate", "/statement", ActivateStatement.TYPE),
                Taken.of(COORDINATOR, "send", "/statement", MessageStatement.SENT),
                Taken.of(COORDINATOR, "inbox", "/statement", InboxStatement.TYPE),
                Taken.of(COORDINATOR, "fetch", "/statement", PartyStatement.FETCH),
                Taken.of(COORDINATOR, "status", "/statement", PartyStatement.STATUS),
                Taken.of(COORDINATOR, "receipt", "/statement", MessageStatement.RECEIPT),
                Taken.of(COORDINATOR, "revoke", "/statement", RevokeStatement.TYPE),
                Taken.of(NODE, "contribute", "/statement", ContributeRequest.TYPE),
                Taken.of(NODE, "deposit", "/dealing", DealingStatement.TYPE)
                        .answeringOthers(ErrorCode.DEALING_CONFLICT),
                Taken.of(NODE, "release", "/statement", ReleaseRequest.TYPE).unknownToStrangers(),
                Taken.of(NODE, "end", "/statement", End.TYPE).unknownToStrangers());
    }

    /** Statements of the admin and of a node. */
    static Stream<Taken> ofThirdParties() {
        return Stream.of(
                Taken.of(COORDINATOR, "publish-registry", "/registry", RegistryStatement.TYPE),
                Taken.of(COORDINATOR, "erasures", "/erasures/0", Erasure.TYPE));
    }

    @BeforeEach
    void look() {
        before = surface.tables();
    }

    @AfterEach
    void nothingChanged() {
        assertThat(surface.tables()).isEqualTo(before).isNotEmpty();
    }

    /** A message handler is none of them: it signs for its owner, and takes nobody's statement. */
    @Test
    void matrix_hasEveryFunctionThatTakesAStatement() {
        Set<String> described = OpenApi.roles().stream()
                .flatMap(role -> OpenApi.of(role).functions().stream())
                .filter(function -> takesStatement(OpenApi.of(function.role()), function.request()))
                .map(OpenApi.Function::toString)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(statements().map(Taken::toString)).containsExactlyInAnyOrderElementsOf(described);
    }

    private static boolean takesStatement(OpenApi api, String request) {
        return !request.isEmpty()
                && api.schema(request).get("properties").properties().stream()
                        .map(Map.Entry::getValue)
                        .flatMap(property -> Stream.of(property, property.path("items")))
                        .map(OpenApi::reference)
                        .anyMatch(reference -> reference.equals(Optional.of("Statement")));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void function_answersAReplayWithTheOutcomeOfTheFirst(Taken taken) {
        HttpResponse<String> again = call(taken, taken.good(surface).body());

        if (again.statusCode() != 200) {
            assertThat(Problem.of(again).code())
                    .isIn(ErrorCode.CONTAINER_ENDED, whenLate(taken), ErrorCode.RESET_NOT_WAITING);
        } else if (taken.role().equals(COORDINATOR) || !QUESTIONS.contains(taken.function())) {
            // What a node draws or seals anew is another text each time.
            assertThat(outcome(again.body()))
                    .isEqualTo(outcome(taken.good(surface).reply()));
        }
    }

    @ParameterizedTest
    @MethodSource("statements")
    void function_rejectsAStatementThatIsNotItsSigners(Taken taken) throws Exception {
        Forgery forgery = taken.forgery(surface);
        Map<String, String> forged = forgery.withoutTheKey();
        forged.put("another kind", otherThan(taken));

        assertThat(forged).allSatisfy((what, statement) -> rejected(taken, statement));
        refused(taken, forgery.bySomebodyElse(), taken.toStrangers());
    }

    @ParameterizedTest
    @MethodSource("ofSigners")
    void function_rejectsAStatementThatWasMadeForOthers(Taken taken) throws Exception {
        Forgery forgery = taken.forgery(surface);

        assertThat(forgery.withTheKey(surface.keyOf(forgery.signer())))
                .isNotEmpty()
                .allSatisfy((what, statement) -> refused(taken, statement, taken.toOthers()));
    }

    @ParameterizedTest
    @MethodSource("ofSigners")
    void function_rejectsAStatementThatIsNoneWhoeverSignedIt(Taken taken) throws Exception {
        Forgery forgery = taken.forgery(surface);

        assertThat(forgery.malformed(surface.keyOf(forgery.signer())))
                .isNotEmpty()
                .allSatisfy((what, statement) -> rejected(taken, statement));
    }

    @ParameterizedTest
    @MethodSource("ofSigners")
    void function_knowsNoOtherContainer(Taken taken) throws Exception {
        Forgery forgery = taken.forgery(surface);
        if (forgery.isOfAContainer()) {
            String statement = forgery.ofAnotherContainer(surface.keyOf(forgery.signer()));
            boolean besideItsContainer = taken.function().equals("deposit");
            refused(taken, statement, besideItsContainer ? ErrorCode.DEALING_CONFLICT : ErrorCode.CONTAINER_UNKNOWN);
        }
    }

    @ParameterizedTest
    @MethodSource("ofSigners")
    void function_knowsNoContainerOfOtherSalts(Taken taken) throws Exception {
        if (taken.role().equals(COORDINATOR) && taken.forgery(surface).isOfAContainer()) {
            String salt = Bytes.random(new SecureRandom(), 64).toBase64Url();
            for (String member : new String[] {"/party/idSalt", "/party/keySalt"}) {
                assertThat(Problem.of(call(taken, taken.with(surface, member, salt)))
                                .code())
                        .isEqualTo(ErrorCode.CONTAINER_UNKNOWN);
            }
        }
    }

    /** A reply without what tells how the container stands now. */
    private static String outcome(String reply) {
        return reply.replaceAll(",\"messageStored\":\\w+", "");
    }

    private static ErrorCode whenLate(Taken taken) {
        return QUESTIONS.contains(taken.function()) ? ErrorCode.STATEMENT_NOT_CURRENT : ErrorCode.CONTAINER_ENDED;
    }

    private void rejected(Taken taken, String statement) {
        Problem problem = refused(taken, statement, ErrorCode.REJECTED);
        assertThat(problem.field()).isEqualTo(taken.blamed());
    }

    private Problem refused(Taken taken, String statement, ErrorCode code) {
        Problem problem = Problem.of(call(taken, taken.with(surface, taken.member(), statement)));
        assertThat(problem.code()).as(taken + ": " + problem.detail()).isEqualTo(code);
        return problem;
    }

    /** A good statement of another kind. */
    private String otherThan(Taken taken) {
        String other = taken.function().equals("lookup") ? "status" : "lookup";
        return Taken.of(COORDINATOR, other, "/statement", taken.type()).statement(surface);
    }

    private HttpResponse<String> call(Taken taken, String body) {
        OpenApi.Function called = OpenApi.of(taken.role()).functions().stream()
                .filter(described -> described.name().equals(taken.function()))
                .findFirst()
                .orElseThrow();
        var request = calls.withoutToken(called).POST(BodyPublishers.ofString(body));
        String authorization = taken.good(surface).authorization();
        return calls.send(authorization.isEmpty() ? request : request.setHeader("Authorization", authorization));
    }
}
