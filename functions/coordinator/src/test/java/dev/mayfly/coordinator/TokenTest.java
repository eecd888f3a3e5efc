package dev.mayfly.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.mayfly.coordinator.party.Caller;
import dev.mayfly.coordinator.party.TestNetwork;
import dev.mayfly.coordinator.party.TestParty;
import dev.mayfly.coordinator.party.TestTokens;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.directory.KeysStatement;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who asks is what a good token says, and nothing else is a good token. */
@QuarkusTest
class TokenTest extends CoordinatorTest {
    static Stream<Arguments> wellFormedRequests() {
        var opening = new CoordinatorApi.Opening("sender", Bytes.of(new byte[64]), Bytes.of(new byte[64]));
        var user = new CoordinatorApi.User("i", "s");
        var nothing = Bytes.of(new byte[0]);
        return Stream.of(
                arguments("register-keys", new CoordinatorApi.RegisterKeys("x")),
                arguments("rotate-keys", new CoordinatorApi.RotateKeys("x", "x")),
                arguments("reset-keys", new CoordinatorApi.RegisterKeys("x")),
                arguments("cancel-reset", new CoordinatorApi.Ask("x")),
                arguments("lookup", new CoordinatorApi.Ask("x")),
                arguments("inbox", new CoordinatorApi.Ask("x")),
                arguments("open", new CoordinatorApi.Open("x", opening, user, opening, nothing, nothing)),
                arguments("activate", new CoordinatorApi.Activate("x", opening, "x", List.of())),
                arguments("send", new CoordinatorApi.Send("x", opening, "x")),
                arguments("fetch", new CoordinatorApi.AskContainer("x", opening)),
                arguments("status", new CoordinatorApi.AskContainer("x", opening)),
                arguments("receipt", new CoordinatorApi.Receipt("x", opening, "x")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wellFormedRequests")
    void function_isRefusedWithoutAToken(String function, Object request) {
        HttpResponse<String> answer = anybody().post(function, request);

        Caller.problem(answer, ErrorCode.UNAUTHENTICATED);
        assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly("Bearer");
    }

    @Test
    void registerKeys_isRefusedWhenTheStatementIsGoodAndTheTokenIsMissing() {
        anybody().refused("register-keys", registration(), ErrorCode.UNAUTHENTICATED);
    }

    @Test
    void token_isRefusedWhenExpired() {
        refused(tokens.of(alice.user(), claims -> claims.put("exp", secondsAgo(3600))));
    }

    @Test
    void token_isRefusedWhenItNeverExpires() {
        refused(tokens.of(alice.user(), without("exp")));
    }

    @Test
    void token_isRefusedWhenAnotherIssuerSigned() {
        refused(TestTokens.forged().of(alice.user()));
    }

    @Test
    void token_isRefusedWhenItNamesAnotherIssuer() {
        refused(tokens.of(new UserId("https://other.test", alice.user().subject())));
    }

    @Test
    void token_isRefusedWhenMeantForAnotherAudience() {
        refused(tokens.of(alice.user(), claims -> claims.put("aud", "somebody-else")));
        refused(tokens.of(alice.user(), without("aud")));
    }

    @Test
    void token_isRefusedWhenNobodySigned() {
        refused(TestTokens.unsigned(alice.user()));
    }

    @Test
    void token_isRefusedWhenItIsNone() {
        refused("x");
        refused("e30.e30.AAAA");
    }

    @Test
    void token_isRefusedWhenItNamesNobody() {
        refused(tokens.of(alice.user(), without("sub")));
        refused(tokens.of(alice.user(), claims -> claims.put("sub", "")));
    }

    @Test
    void token_isRefusedWhenTheNameIsNotInNormalForm() {
        refused(tokens.of(alice.user(), claims -> claims.put("sub", "re\u0301mi")));
    }

    @Test
    void token_isTakenByWhomeverItNames() {
        UserId user = new UserId(TestNetwork.ISSUER, "r\u00e9mi-" + random.nextLong());

        var named = anybody().with(tokens.of(user));

        var remi = new TestParty(user, clock, named);
        assertThat(remi.register().versions()).hasSize(1);
    }

    private void refused(String token) {
        HttpResponse<String> answer = anybody().with(token).post("register-keys", registration());

        Caller.problem(answer, ErrorCode.UNAUTHENTICATED);
        assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly("Bearer");
    }

    private CoordinatorApi.RegisterKeys registration() {
        return new CoordinatorApi.RegisterKeys(alice.states(KeysStatement.TYPE, alice.registration()));
    }

    private static Consumer<Map<String, Object>> without(String claim) {
        return claims -> claims.remove(claim);
    }

    private static long secondsAgo(long seconds) {
        return Instant.now().getEpochSecond() - seconds;
    }
}
