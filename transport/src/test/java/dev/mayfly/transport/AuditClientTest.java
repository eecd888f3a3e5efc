package dev.mayfly.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.ledger.ChainHead;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditClientTest {
    private static final Bytes DIGEST = Bytes.of(new byte[32]);

    private final TestServer server = new TestServer();
    private final AuditClient audit =
            new AuditClient(new HttpJson(new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(5), 1)), server.url());

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void entries_areThoseOfAPage() {
        server.answering(200, "{\"entries\":[\"AAEC\",\"_w\"]}");

        assertThat(audit.entries(200, 1000))
                .containsExactly(Bytes.of(new byte[] {0, 1, 2}), Bytes.of(new byte[] {(byte) 0xff}));

        assertThat(server.requests().get(0).method()).isEqualTo("GET");
        assertThat(server.requests().get(0).path()).isEqualTo("/v1/entries?from=200&limit=100");
    }

    @Test
    void entries_refusedWhenThereAreMoreThanAskedFor() {
        server.answering(200, page(3));

        assertThat(audit.entries(0, 3)).hasSize(3);
        assertThatThrownBy(() -> audit.entries(0, 2)).isInstanceOf(UnreachableException.class);
    }

    @Test
    void entriesAbout_areThoseOfATrail() {
        server.answering(200, page(3));

        assertThat(audit.entriesAbout(DIGEST, 7, 2)).hasSize(2);

        assertThat(server.requests().get(0).path()).isEqualTo("/v1/trail?subject=" + DIGEST + "&from=7");
    }

    @Test
    void entriesAbout_refusedWhenThereAreMoreThanAPage() {
        server.answering(200, page(101));

        assertThatThrownBy(() -> audit.entriesAbout(DIGEST, 0, 1000)).isInstanceOf(UnreachableException.class);
    }

    @Test
    void head_isReadAndEmptyBeforeTheFirstEntry() {
        server.answering(200, "{\"entries\":8,\"digest\":\"%s\"}".formatted(DIGEST));
        assertThat(audit.head()).contains(new ChainHead(8, DIGEST));

        server.answering(200, "{\"entries\":0,\"digest\":\"%s\"}".formatted(DIGEST));
        assertThat(audit.head()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"entries\":-1,\"digest\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}",
                "{\"entries\":1,\"digest\":\"AAAA\"}",
                "{\"entries\":\"1\",\"digest\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}",
                "{\"entries\":1}",
                "[]"
            })
    void head_refusedWhenItIsNone(String body) {
        server.answering(200, body);

        assertThatThrownBy(audit::head).isInstanceOf(UnreachableException.class);
    }

    @Test
    void problem_becomesTheRefusalThatItIs() {
        server.answering(503, "{\"type\":\"urn:mayfly:error:busy\"}");

        assertThatThrownBy(audit::head)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.BUSY));
    }

    private static String page(int entries) {
        List<String> page = Collections.nCopies(entries, "\"AAEC\"");
        return "{\"entries\":" + page + "}";
    }
}
