package dev.mayfly.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.HandlerApi;
import dev.mayfly.local.network.LocalHandler;
import dev.mayfly.local.network.LocalNetwork;
import dev.mayfly.local.network.LocalNode;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two users who leave everything to their message handlers. */
@ExtendWith(RunningNetwork.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandlerLifeTest {
    private static final int HOUR = 3600;
    private static final List<String> ABOUT_A_CONTAINER = List.of("receive", "receipt", "revoke", "status");

    private final List<LocalNode> killed = new ArrayList<>();
    private LocalNetwork network;
    private HandlerCalls dora;
    private HandlerCalls emil;

    @BeforeAll
    void start(LocalNetwork running) throws Exception {
        network = running;
        List<LocalHandler> handlers = network.startHandlers(List.of("dora", "emil"));
        dora = new HandlerCalls(handlers.get(0));
        emil = new HandlerCalls(handlers.get(1));
        dora.register();
        emil.register();
    }

    @AfterEach
    void revive() {
        network.restart(killed);
        killed.clear();
    }

    @Test
    void register_changesNothingWhenRepeated() throws Exception {
        assertThat(dora.register()).isEqualTo(dora.register());
    }

    @Test
    void message_isSentListedOpenedAndConfirmed() throws Exception {
        byte[] photo = new byte[256 * 1024];
        new SecureRandom().nextBytes(photo);
        Bytes container = send(photo);

        assertThat(item(emil, container).role()).isEqualTo("receiver");
        assertThat(item(emil, container).peer()).isEqualTo(dora.owner());
        assertThat(item(emil, container).messageStored()).isTrue();
        assertThat(item(dora, container).role()).isEqualTo("sender");
        assertThat(receive(emil, container)).isEqualTo(photo);
        assertThat(receive(emil, container)).isEqualTo(photo);
        assertThat(receive(dora, container)).isEqualTo(photo);

        assertThat(emil.ask("receipt", container, HandlerApi.Ended.class))
                .isEqualTo(new HandlerApi.Ended(container, "delivered", 5, 5));
        assertThat(network.sharesHeld(container)).isZero();
        assertUnknown(emil, container);
    }

    @Test
    void request_isFilledOnceByWhomItAsksAndReadByWhoAsked() throws Exception {
        HandlerApi.Request request = new HandlerApi.Request(dora.owner(), HOUR, 3, 5);
        Bytes container =
                emil.answer("request", request, HandlerApi.Requested.class).containerId();

        assertThat(dora.list("to-fill").items()).contains(item(dora, container));
        assertThat(emil.list("to-fill").items()).isEmpty();
        assertThat(item(dora, container).role()).isEqualTo("sender");
        assertThat(item(emil, container).messageStored()).isFalse();
        emil.refused("fill", filling(container, "not mine"), ErrorCode.FORBIDDEN);

        assertThat(dora.answer("fill", filling(container, "as you asked"), HandlerApi.Sent.class))
                .isEqualTo(new HandlerApi.Sent(container));

        assertThat(dora.list("to-fill").items()).isEmpty();
        assertThat(receive(emil, container)).isEqualTo("as you asked".getBytes(StandardCharsets.UTF_8));
        dora.refused("fill", filling(container, "one more thing"), ErrorCode.MESSAGE_CONFLICT);
        emil.ask("receipt", container, HandlerApi.Ended.class);
        dora.refused("fill", filling(container, "too late"), ErrorCode.CONTAINER_UNKNOWN);
    }

    @Test
    void receipt_isForTheReceiverOnly() throws Exception {
        Bytes container = send("did you get it?");

        dora.refused("receipt", container, ErrorCode.FORBIDDEN);

        assertThat(item(emil, container).state()).isEqualTo("active");
    }

    @Test
    void revoke_endsAMessageThatNobodyRead() throws Exception {
        Bytes container = send("I changed my mind");

        assertThat(dora.ask("revoke", container, HandlerApi.Ended.class))
                .isEqualTo(new HandlerApi.Ended(container, "revoked", 5, 5));

        emil.refused("receive", container, ErrorCode.CONTAINER_UNKNOWN);
    }

    @Test
    void container_isUnknownToOthers() throws Exception {
        Bytes container = send("not for frieda");
        HandlerCalls frieda =
                new HandlerCalls(network.startHandlers(List.of("frieda")).get(0));
        frieda.register();

        assertUnknown(frieda, container);
    }

    @Test
    void send_isRefusedToSomebodyWithoutKeys() throws Exception {
        HandlerApi.User nobody = new HandlerApi.User(dora.owner().issuer(), "nobody");

        dora.refused("send", to(nobody, new byte[1]), ErrorCode.KEYS_UNKNOWN);
    }

    @Test
    void receive_saysHowManyNodesAreMissingWhenFewerThanKLive() throws Exception {
        Bytes container = send("two are not");
        killed.addAll(network.nodes().subList(0, 5));
        killed.forEach(LocalNode::kill);

        JsonNode problem = emil.refused("receive", container, ErrorCode.TOO_FEW_NODES);

        assertThat(problem.get("detail").asText()).contains("of 5 nodes", "where 3 are needed", "node-");
        assertThat(item(emil, container).state()).isEqualTo("active");
    }

    private Bytes send(String text) throws Exception {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    private Bytes send(byte[] content) throws Exception {
        return dora.answer("send", to(emil.owner(), content), HandlerApi.Sent.class)
                .containerId();
    }

    private static HandlerApi.Fill filling(Bytes container, String text) {
        return new HandlerApi.Fill(container, SecretBytes.copyOf(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static HandlerApi.Send to(HandlerApi.User user, byte[] content) {
        return new HandlerApi.Send(user, SecretBytes.copyOf(content), HOUR, 3, 5);
    }

    /** A container as it is listed, which is also how it stands. */
    private static HandlerApi.Item item(HandlerCalls owner, Bytes container) throws Exception {
        HandlerApi.Item listed = owner.inbox().items().stream()
                .filter(item -> item.containerId().equals(container))
                .findFirst()
                .orElseThrow();
        assertThat(owner.ask("status", container, HandlerApi.Item.class)).isEqualTo(listed);
        return listed;
    }

    private byte[] receive(HandlerCalls owner, Bytes container) throws Exception {
        HandlerApi.Received received = owner.ask("receive", container, HandlerApi.Received.class);
        assertThat(received.sender()).isEqualTo(dora.owner());
        return received.content().toByteArray();
    }

    private static void assertUnknown(HandlerCalls owner, Bytes container) throws Exception {
        for (String function : ABOUT_A_CONTAINER) {
            owner.refused(function, container, ErrorCode.CONTAINER_UNKNOWN);
        }
    }
}
