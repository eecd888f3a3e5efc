package dev.mayfly.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.HandlerApi;
import dev.mayfly.domain.wire.WireJson;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an app got wrong is said before anybody else is asked. */
@QuarkusTest
class RequestTest extends HandlerTest {
    private static final int MOST = 256 * 1024;

    @AfterEach
    void nobodyWasAsked() {
        assertThat(coordinator.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 59, 604_801, Long.MAX_VALUE})
    void send_isRefusedWithALifetimeThatTheNetworkDoesNotAllow(long seconds) throws Exception {
        refused(sending(BOB, seconds, 3, 5), ErrorCode.OUT_OF_BOUNDS, "/lifetimeSeconds");
    }

    @ParameterizedTest
    @CsvSource({"2,3", "5,3", "0,0", "-3,-5", "2147483647,2147483647"})
    void send_isRefusedWithAThresholdThatTheNetworkDoesNotAllow(int k, int n) throws Exception {
        refused(sending(BOB, 3600, k, n), ErrorCode.OUT_OF_BOUNDS, "/k");
    }

    @Test
    void send_isRefusedToNobodyAndToOneself() throws Exception {
        String issuer = HandlerResource.ISSUER;
        refused(sending(new HandlerApi.User(issuer, ""), 3600, 3, 5), ErrorCode.REJECTED, "/to/subject");
        refused(sending(new HandlerApi.User("", "bob"), 3600, 3, 5), ErrorCode.REJECTED, "/to/issuer");
        refused(sending(new HandlerApi.User(issuer, "re\u0301mi"), 3600, 3, 5), ErrorCode.REJECTED, "/to/subject");
        refused(sending(new HandlerApi.User(issuer, "alice"), 3600, 3, 5), ErrorCode.REJECTED, "/to");
    }

    @Test
    void send_isRefusedWithMoreContentThanAMessageHolds() throws Exception {
        refused(send(new byte[MOST + 1]), ErrorCode.PAYLOAD_TOO_LARGE, "/content");
        problem(ask("send", send(new byte[2 * MOST])), ErrorCode.PAYLOAD_TOO_LARGE);
    }

    @Test
    void request_isRefusedAsASendWouldBe() throws Exception {
        String issuer = HandlerResource.ISSUER;
        refused("request", new HandlerApi.Request(BOB, 59, 3, 5), ErrorCode.OUT_OF_BOUNDS, "/lifetimeSeconds");
        refused("request", new HandlerApi.Request(BOB, 3600, 2, 3), ErrorCode.OUT_OF_BOUNDS, "/k");
        refused("request", new HandlerApi.Request(ALICE, 3600, 3, 5), ErrorCode.REJECTED, "/from");
        HandlerApi.User nobody = new HandlerApi.User(issuer, "");
        refused("request", new HandlerApi.Request(nobody, 3600, 3, 5), ErrorCode.REJECTED, "/from/subject");
    }

    @Test
    void fill_isRefusedWithMoreContentThanAMessageHolds() throws Exception {
        refused("fill", fill(new byte[MOST + 1]), ErrorCode.PAYLOAD_TOO_LARGE, "/content");
    }

    @Test
    void fill_isRefusedWhenTheContainersIdIsNone() throws Exception {
        var odd = new HandlerApi.Fill(Bytes.of(new byte[31]), SecretBytes.copyOf(new byte[1]));
        refused("fill", odd, ErrorCode.REJECTED, "/containerId");
    }

    @Test
    void send_isRefusedWithContentInAnotherFormWithoutRepeatingIt() throws Exception {
        String json = WireJson.mapper().writeValueAsString(send("top secret".getBytes()));
        String padded = json.replace("dG9wIHNlY3JldA", "dG9wIHNlY3JldA==");
        assertThat(padded).isNotEqualTo(json);

        JsonNode problem = refused(padded, ErrorCode.MALFORMED_REQUEST, "/content");

        assertThat(problem.toString()).doesNotContain("dG9w", "secret");
    }

    @Test
    void register_isRefusedWhenTheCallerMeansSomebodyElse() throws Exception {
        JsonNode problem = problem(ask("register", new HandlerApi.Register(BOB)), ErrorCode.REJECTED);

        assertThat(problem.get("field").asText()).isEqualTo("/owner");
    }

    @ParameterizedTest
    @ValueSource(strings = {"receive", "receipt", "revoke", "status"})
    void container_isRefusedWhenItsIdIsNone(String function) throws Exception {
        for (int size : new int[] {0, 31, 33}) {
            var answer = ask(function, new HandlerApi.Ask(Bytes.of(new byte[size])));
            assertThat(problem(answer, ErrorCode.REJECTED).get("field").asText())
                    .isEqualTo("/containerId");
        }
    }

    private static HandlerApi.Send sending(HandlerApi.User to, long seconds, int k, int n) {
        return new HandlerApi.Send(to, SecretBytes.copyOf(new byte[1]), seconds, k, n);
    }

    private JsonNode refused(Object request, ErrorCode code, String field) throws Exception {
        return refused("send", request, code, field);
    }

    private JsonNode refused(String function, Object request, ErrorCode code, String field) throws Exception {
        JsonNode problem = problem(ask(function, request), code);
        assertThat(problem.path("field").asText()).as(problem.toString()).isEqualTo(field);
        return problem;
    }
}
