package dev.mayfly.transport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.domain.wire.RequestId;
import dev.mayfly.domain.wire.WireJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** JSON calls with time-outs, a limit on answers, and attempts. */
public final class HttpJson {
    private static final int MAX_ANSWER_BYTES = 1024 * 1024;
    private static final long FIRST_PAUSE_MILLIS = 100;

    /** A role that is busy, and what a gateway before it answers when it does not get through (RFC 9110, section 15.6). */
    private static final Set<Integer> PASSING = Set.of(502, ErrorCode.BUSY.status(), 504);

    private final HttpClient http;
    private final ObjectMapper mapper = WireJson.mapper();
    private final Timeouts timeouts;
    private final Deadline deadline;
    private final Supplier<Optional<RequestId>> requestId;

    /** Calls with these time-outs and for nobody's request: those who are called name it themselves. */
    public HttpJson(Timeouts timeouts) {
        this(timeouts, Optional::empty);
    }

    /**
     * Calls with these time-outs; redirects are never followed, because whom to ask is in the network file.
     *
     * @param requestId the request that calls are made for, which is passed on; asked for by the thread that begins an
     *     operation or a call
     */
    public HttpJson(Timeouts timeouts, Supplier<Optional<RequestId>> requestId) {
        this(
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(timeouts.connect())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build(),
                timeouts,
                Deadline.NONE,
                requestId);
    }

    private HttpJson(HttpClient http, Timeouts timeouts, Deadline deadline, Supplier<Optional<RequestId>> requestId) {
        this.http = http;
        this.timeouts = timeouts;
        this.deadline = deadline;
        this.requestId = requestId;
    }

    /** The same connections for calls that together have to be over at a deadline. */
    HttpJson until(Deadline given) {
        Optional<RequestId> fixed = requestId.get();
        return new HttpJson(http, timeouts, given, () -> fixed);
    }

    /** When all calls have to be over. */
    Deadline deadline() {
        return deadline;
    }

    /** Where a function of a role is, whatever path the role's own URL has. */
    static URI function(URI role, String name) {
        String base = role.toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + "v1/" + name);
    }

    /** The answer to a GET. */
    public <T> CompletableFuture<T> get(URI url, Class<T> type) {
        HttpRequest request = named(url).GET().build();
        return attempt(() -> request, type, 1);
    }

    /** The answer to a POST; {@code bearer} is asked for a token at each attempt, because tokens expire. */
    public <T> CompletableFuture<T> post(URI url, Optional<Supplier<String>> bearer, Object body, Class<T> type) {
        HttpRequest.Builder request = named(url)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json(body)));
        return attempt(() -> authorized(request.copy(), bearer), type, 1);
    }

    /** Waits for an answer, and throws what it failed with. */
    static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private HttpRequest.Builder named(URI url) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url);
        requestId.get().ifPresent(id -> request.header(RequestId.HEADER, id.text()));
        return request;
    }

    private static HttpRequest authorized(HttpRequest.Builder request, Optional<Supplier<String>> bearer) {
        bearer.ifPresent(token -> request.header("Authorization", "Bearer " + token.get()));
        return request.build();
    }

    private <T> CompletableFuture<T> attempt(Supplier<HttpRequest> request, Class<T> type, int number) {
        HttpRequest sent = request.get();
        return exchanged(sent)
                .handle((answer, failure) -> {
                    boolean again = number < timeouts.attempts()
                            && !deadline.isOver()
                            && (failure != null || PASSING.contains(answer.statusCode()));
                    return again
                            ? CompletableFuture.supplyAsync(() -> attempt(request, type, number + 1), pause(number))
                                    .thenCompose(next -> next)
                            : CompletableFuture.completedFuture(outcome(sent.uri(), type, answer, failure));
                })
                .thenCompose(outcome -> outcome);
    }

    /** One exchange, broken off at the time-out: whoever answers drop by drop must not keep a connection. */
    private CompletableFuture<HttpResponse<byte[]>> exchanged(HttpRequest request) {
        Duration wait = deadline.left(timeouts.attempt());
        if (wait.isZero()) {
            return CompletableFuture.failedFuture(new TimeoutException());
        }
        CompletableFuture<HttpResponse<byte[]>> exchange =
                http.sendAsync(request, info -> new LimitedBody(MAX_ANSWER_BYTES));
        return exchange.copy()
                .orTimeout(wait.toNanos(), TimeUnit.NANOSECONDS)
                .whenComplete((answer, failure) -> exchange.cancel(true));
    }

    /** Full jitter: anywhere between nothing and a pause that doubles with each attempt. */
    private static Executor pause(int number) {
        long longest = FIRST_PAUSE_MILLIS << number;
        return CompletableFuture.delayedExecutor(ThreadLocalRandom.current().nextLong(longest), TimeUnit.MILLISECONDS);
    }

    private <T> T outcome(URI url, Class<T> type, HttpResponse<byte[]> answer, Throwable failure) {
        if (failure != null) {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            String why = deadline.isOver()
                    ? "does not answer within the time of the whole operation"
                    : "does not answer: " + cause.getClass().getSimpleName();
            throw new UnreachableException(url, why);
        }
        if (answer.statusCode() / 100 != 2) {
            throw refusal(url, answer);
        }
        try {
            // A lone "null" reads as null.
            return Optional.ofNullable(mapper.readValue(answer.body(), type)).orElseThrow(IOException::new);
        } catch (IOException notOurs) {
            throw new UnreachableException(url, "answers something that is not Mayfly's");
        }
    }

    private RuntimeException refusal(URI url, HttpResponse<byte[]> answer) {
        try {
            JsonNode problem = mapper.readTree(answer.body());
            Optional<ErrorCode> code = ErrorCode.ofType(problem.path("type").asText());
            if (code.isPresent()) {
                String detail = problem.path("detail").asText(code.get().title());
                return problem.hasNonNull("field")
                        ? Refusal.ofField(code.get(), problem.get("field").asText(), detail)
                        : retryAfter(answer)
                                .map(wait -> Refusal.retryable(code.get(), detail, wait))
                                .orElseGet(() -> Refusal.of(code.get(), detail));
            }
        } catch (IOException notAProblem) {
            // Said below: whatever stands there, it is not an answer of Mayfly's.
        }
        return new UnreachableException(url, "answers with status " + answer.statusCode());
    }

    /** The seconds of {@code Retry-After} (RFC 9110, section 10.2.3), as Mayfly's roles give them. */
    private static Optional<Duration> retryAfter(HttpResponse<byte[]> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,9}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
    }

    private byte[] json(Object body) {
        try {
            return mapper.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a wire record is always writable", impossible);
        }
    }
}
