package dev.mayfly.testbed.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/** One role's line to DynamoDB, below the SDK: what fails here is retried there as it is in production. */
public final class FaultyDatabase implements SdkHttpClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAMESPACE = "com.amazonaws.dynamodb.v20120810#";

    private final SdkHttpClient line;
    private final Faults faults;
    private final String who;
    private final String tablePrefix;

    /**
     * A line on which calls may fail.
     *
     * @param who the role that calls
     * @param tablePrefix what the names of its tables begin with
     */
    public FaultyDatabase(SdkHttpClient line, Faults faults, String who, String tablePrefix) {
        this.line = line;
        this.faults = faults;
        this.who = who;
        this.tablePrefix = tablePrefix;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        ExecutableHttpRequest sound = line.prepareRequest(request);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return attempt(request, sound);
            }

            @Override
            public void abort() {
                sound.abort();
            }
        };
    }

    @Override
    public void close() {
        line.close();
    }

    private HttpExecuteResponse attempt(HttpExecuteRequest request, ExecutableHttpRequest sound) throws IOException {
        JsonNode body = body(request);
        String action = header(request, "X-Amz-Target").replaceAll(".*\\.", "");
        Strike strike = faults.on(who, action + " " + table(body), header(request, "amz-sdk-invocation-id"));
        if (strike.before().isPresent()) {
            return failing(strike.before().get(), action, body);
        }
        HttpExecuteResponse answer = sound.call();
        if (strike.after().isPresent()) {
            drain(answer);
            return failing(strike.after().get(), action, body);
        }
        return answer;
    }

    private static HttpExecuteResponse failing(Fault fault, String action, JsonNode body) throws IOException {
        return switch (fault) {
            case CUT -> throw new SocketException("Connection reset");
            // As after the time-out of a socket, without the waiting.
            case SILENCE -> throw new SocketTimeoutException("Read timed out");
            case ERROR -> refusal(500, "InternalServerError", "");
            case THROTTLED -> refusal(400, "ThrottlingException", "");
            case CONFLICT ->
                action.equals("TransactWriteItems")
                        ? refusal(400, "TransactionCanceledException", reasons(body))
                        : refusal(400, "TransactionConflictException", "");
        };
    }

    /** As if the first item of a transaction were being written by somebody else. */
    private static String reasons(JsonNode body) {
        String others =
                String.join("", Collections.nCopies(body.get("TransactItems").size() - 1, ",{\"Code\":\"None\"}"));
        return ",\"CancellationReasons\":[{\"Code\":\"TransactionConflict\"}" + others + "]";
    }

    private static HttpExecuteResponse refusal(int status, String type, String more) {
        byte[] json = "{\"__type\":\"%s%s\",\"message\":\"injected\"%s}"
                .formatted(NAMESPACE, type, more)
                .getBytes(StandardCharsets.UTF_8);
        return HttpExecuteResponse.builder()
                .response(SdkHttpResponse.builder()
                        .statusCode(status)
                        .putHeader("Content-Type", "application/x-amz-json-1.0")
                        .build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(json)))
                .build();
    }

    private String table(JsonNode body) {
        JsonNode item = body.has("TransactItems") ? body.get("TransactItems").get(0) : body;
        String name = item.findValue("TableName").asText();
        return name.startsWith(tablePrefix) ? name.substring(tablePrefix.length()) : name;
    }

    private static JsonNode body(HttpExecuteRequest request) {
        try (InputStream content = request.contentStreamProvider().orElseThrow().newStream()) {
            return JSON.readTree(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String header(HttpExecuteRequest request, String name) {
        return request.httpRequest().firstMatchingHeader(name).orElse("");
    }

    private static void drain(HttpExecuteResponse answer) throws IOException {
        Optional<AbortableInputStream> content = answer.responseBody();
        if (content.isPresent()) {
            try (InputStream all = content.get()) {
                all.readAllBytes();
            }
        }
    }
}
