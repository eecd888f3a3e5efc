package dev.mayfly.local.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.wire.ErrorCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What a node, or any machine on the way to it, can do without signing anything. */
public final class Faults {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BLOCK = 64 * 1024;

    private Faults() {}

    /** Passes everything on after a while. */
    public static Behaviour slow(Duration pause) {
        return call -> {
            long until = System.nanoTime() + pause.toNanos();
            while (System.nanoTime() < until && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(until - System.nanoTime());
            }
            Behaviour.HONEST.answer(call);
        };
    }

    /** Answers 200 with something that is no JSON. */
    public static Behaviour rubbish() {
        return call -> call.reply(Call.Answer.json("<html>It works!</html>".getBytes(StandardCharsets.US_ASCII)));
    }

    /** Answers without an end, as fast as it is read. */
    public static Behaviour huge() {
        return call -> {
            byte[] block = " ".repeat(BLOCK).getBytes(StandardCharsets.US_ASCII);
            try (OutputStream out = call.begin()) {
                while (!Thread.currentThread().isInterrupted()) {
                    out.write(block);
                }
            }
        };
    }

    /** Begins an answer and never goes on, until the proxy is closed. */
    public static Behaviour neverEnding() {
        return call -> {
            OutputStream out = call.begin();
            out.write('{');
            out.flush();
            while (!Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        };
    }

    /** Cuts every connection. */
    public static Behaviour cutting() {
        return call -> {};
    }

    /** Says no to everybody. */
    public static Behaviour refusing(ErrorCode code) {
        return call -> {
            String problem = "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"The proxy says no.\"}"
                    .formatted(code.type(), code.title(), code.status());
            call.reply(new Call.Answer(
                    code.status(), "application/problem+json", problem.getBytes(StandardCharsets.UTF_8)));
        };
    }

    /** Serves the parties of one container and says no to everybody else: more a node cannot tell of who asks. */
    public static Behaviour servingOnly(Bytes containerId) {
        Behaviour no = refusing(ErrorCode.INTERNAL);
        return call ->
                (containerOf(call.body()).equals(containerId.toBase64Url()) ? Behaviour.HONEST : no).answer(call);
    }

    private static String containerOf(byte[] body) throws IOException {
        JsonNode request = JSON.readTree(body);
        if (request.hasNonNull("containerId")) {
            return request.get("containerId").asText();
        }
        String statement =
                request.path(request.has("dealing") ? "dealing" : "statement").asText();
        String[] parts = statement.split("\\.");
        byte[] claims = Base64.getUrlDecoder().decode(parts.length == 3 ? parts[1] : "");
        return JSON.readTree(claims).path("containerId").asText();
    }
}
