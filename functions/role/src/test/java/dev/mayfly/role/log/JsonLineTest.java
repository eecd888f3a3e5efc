package dev.mayfly.role.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mayfly.domain.wire.RequestId;
import java.time.Instant;
import java.util.Map;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;

class JsonLineTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final RequestId ID = new RequestId("0123456789abcdef0123456789abcdef");

    private final ExtLogRecord line = new ExtLogRecord(Level.INFO, "said", JsonLineTest.class.getName());

    @Test
    void format_saysWhenHowUrgentWhoAndWhat() throws Exception {
        assertThat(formatted())
                .hasToString(
                        ("{\"time\":\"2026-01-02T03:04:05.678Z\",\"level\":\"INFO\",\"logger\":\"dev.mayfly.Some\","
                                + "\"message\":\"said\"}"));
    }

    @Test
    void format_isOneLineWhateverIsInIt() throws Exception {
        line.setMessage("a \"quote\"\r\n{\"level\":\"ERROR\"}\u2028\u0000");

        assertThat(formatted().get("message").asText()).isEqualTo(line.getMessage());
    }

    @Test
    void format_namesTheRequestAndHasFiguresAsNumbers() throws Exception {
        line.setMdc(Map.of("requestId", ID.text(), "figure.lag", "12", "user", "alice"));

        JsonNode formatted = formatted();

        assertThat(formatted.get("requestId").asText()).isEqualTo(ID.text());
        assertThat(formatted.get("lag").isIntegralNumber()).isTrue();
        assertThat(formatted.get("lag").asLong()).isEqualTo(12);
        assertThat(formatted.has("user")).isFalse();
    }

    @Test
    void format_hasTheStackOfWhatFailed() throws Exception {
        line.setThrown(new IllegalStateException("outer", new IllegalArgumentException("inner")));

        assertThat(formatted().get("error").asText())
                .startsWith("java.lang.IllegalStateException: outer\n")
                .contains("Caused by: java.lang.IllegalArgumentException: inner");
    }

    @Test
    void during_isCurrentUntilItIsDone() {
        assertThat(LoggedRequest.during(ID, LoggedRequest::current)).contains(ID);
        assertThat(LoggedRequest.current()).isEmpty();
    }

    private JsonNode formatted() throws Exception {
        line.setInstant(NOW);
        line.setLoggerName("dev.mayfly.Some");
        String text = new JsonLine().format(line);
        assertThat(text).endsWith("}\n");
        assertThat(text.lines()).hasSize(1);
        return new ObjectMapper().readTree(text);
    }
}
