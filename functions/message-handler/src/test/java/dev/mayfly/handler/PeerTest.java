package dev.mayfly.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.HandlerApi;
import dev.mayfly.domain.wire.WireJson;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands between a handler and one other user: keys that nobody agreed to, and more draws than are allowed. */
@QuarkusTest
class PeerTest extends HandlerTest {
    private final SecureRandom random = new SecureRandom();

    @ParameterizedTest
    @ValueSource(strings = {"send", "request"})
    void function_saysThatTheContactsKeysWereReset(String function) throws Exception {
        HandlerApi.User peer = user("reset-before-" + function);
        CoordinatorApi.RegisteredKeys first = network.registered(keys(peer));
        answers(first, ErrorCode.OUT_OF_BOUNDS);
        problem(with(function, peer), ErrorCode.OUT_OF_BOUNDS);
        answers(network.reset(first, keys(peer)), ErrorCode.OUT_OF_BOUNDS);

        JsonNode problem = problem(with(function, peer), ErrorCode.CONTACT_RESET);

        assertThat(problem.get("detail").asText()).matches("Known as [0-9 ]+, now [0-9 ]+\\.");
        assertThat(problem.has("field")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"send", "request"})
    void function_saysWhenThereMayBeAnotherContainerAfterTooManyDraws(String function) throws Exception {
        HandlerApi.User peer = user("drawn-often-by-" + function);
        answers(network.registered(keys(peer)), ErrorCode.OUT_OF_BOUNDS);
        for (int i = 0; i < TestNetwork.FRESH_NONCES; i++) {
            problem(with(function, peer), ErrorCode.OUT_OF_BOUNDS);
        }
        coordinator.requests().clear();

        HttpResponse<String> answer = with(function, peer);

        assertThat(problem(answer, ErrorCode.QUOTA_EXCEEDED).get("detail").asText())
                .startsWith("10 containers were opened with this peer within an hour, 10 of them without an answer");
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(
                        Duration.ofMinutes(55).toSeconds(), Duration.ofHours(1).toSeconds());
        assertThat(coordinator.requests()).noneMatch(asked -> asked.path().equals("/v1/open"));
    }

    /** The coordinator knows a user, and opens nothing. */
    private void answers(CoordinatorApi.RegisteredKeys known, ErrorCode noDraw) throws Exception {
        Map<String, String> answers = Map.of(
                "/v1/lookup", WireJson.mapper().writeValueAsString(known),
                "/v1/registry", WireJson.mapper().writeValueAsString(network.registry()),
                "/v1/open", "{\"type\":\"%s\",\"detail\":\"no\"}".formatted(noDraw.type()));
        coordinator.answering((server, exchange, request) -> server.reply(
                exchange, request.path().equals("/v1/open") ? noDraw.status() : 200, answers.get(request.path())));
    }

    private HttpResponse<String> with(String function, HandlerApi.User peer) throws Exception {
        return ask(
                function,
                function.equals("send")
                        ? new HandlerApi.Send(peer, SecretBytes.copyOf(new byte[1]), 3600, 3, 5)
                        : new HandlerApi.Request(peer, 3600, 3, 5));
    }

    private static HandlerApi.User user(String subject) {
        return new HandlerApi.User(HandlerResource.ISSUER, subject);
    }

    private UserKeys keys(HandlerApi.User user) {
        return UserKeys.generate(new UserId(user.issuer(), user.subject()), random);
    }
}
