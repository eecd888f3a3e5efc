package dev.mayfly.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.domain.wire.ErrorCode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody but the owner's apps gets anything out of a handler. */
@QuarkusTest
class TokenTest extends HandlerTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void function_isRefusedWithoutAToken(String function, Object request) throws Exception {
        problem(ask(function, request, ""), ErrorCode.UNAUTHENTICATED);
        assertThat(coordinator.requests()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void function_isForbiddenToAppsOfOthers(String function, Object request) throws Exception {
        String stranger = tokens.signed(TestTokens.claims().subject("bobs-phone"));

        problem(ask(function, request, stranger), ErrorCode.FORBIDDEN);
        assertThat(coordinator.requests()).isEmpty();
    }

    @Test
    void token_isRefusedWhenMeantForTheCoordinator() throws Exception {
        refused(tokens.signed(TestTokens.claims().audience(HandlerResource.NETWORK)));
    }

    @Test
    void token_isRefusedWhenMeantForAnotherHandler() throws Exception {
        refused(tokens.signed(TestTokens.claims().audience("handlers/bob")));
    }

    @Test
    void token_isRefusedWhenExpired() throws Exception {
        Instant hourAgo = Instant.now().minus(Duration.ofHours(1));
        refused(tokens.signed(
                TestTokens.claims().issuedAt(hourAgo.minusSeconds(60)).expiresAt(hourAgo)));
    }

    @Test
    void token_isRefusedWhenAnotherIssuerSigned() throws Exception {
        refused(TestTokens.fresh().good());
    }

    @Test
    void token_isRefusedWhenItNamesAnotherIssuer() throws Exception {
        refused(tokens.signed(TestTokens.claims().issuer("https://other.test")));
    }

    @Test
    void token_isForbiddenWhenItNamesTheOwnerAndNoApp() throws Exception {
        String owners = tokens.signed(TestTokens.claims().subject("alice"));

        problem(ask("inbox", null, owners), ErrorCode.FORBIDDEN);
    }

    private void refused(String token) throws Exception {
        problem(ask("inbox", null, token), ErrorCode.UNAUTHENTICATED);
        assertThat(coordinator.requests()).isEmpty();
    }
}
