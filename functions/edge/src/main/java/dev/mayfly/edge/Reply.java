package dev.mayfly.edge;

import dev.mayfly.crypto.secret.SecretBytes;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Lets a function say more about its success than its result does. Without it a result is answered with 200, no result
 * ({@code void}) with 204, and neither may be stored by anybody. Has no effect when the function then fails. Call it in the
 * function itself, not in a later stage of a {@code Uni}.
 */
@ApplicationScoped
public class Reply {
    private static final int CREATED = 201;

    /** What caches take for "for good". */
    private static final Duration YEAR = Duration.ofDays(365);

    private final CurrentVertxRequest request;

    Reply(CurrentVertxRequest request) {
        this.request = request;
    }

    /** Something new exists now: 201. */
    public void created() {
        onSuccess(response -> response.setStatusCode(CREATED));
    }

    /** The answer is the same for everybody and may be stored and shared for this long (whole seconds). */
    public void cacheable(Duration maxAge) {
        cacheControl("public, max-age=" + maxAge.toSeconds());
    }

    /** The answer to these very parameters is the same for everybody and will never be another one. */
    public void immutable() {
        cacheControl("public, max-age=" + YEAR.toSeconds() + ", immutable");
    }

    private void cacheControl(String value) {
        onSuccess(response -> response.putHeader(HttpHeaders.CACHE_CONTROL, value));
    }

    /** The result holds this secret: it is wiped when the answer is sent, or when nobody waits for it any more. */
    public void wipeWhenSent(SecretBytes secret) {
        request.getCurrent().addEndHandler(sentOrNot -> secret.close());
    }

    /** Funqy sets its own status late, so ours is set when the head is about to be written. */
    private void onSuccess(Consumer<HttpServerResponse> change) {
        var current = request.getCurrent();
        current.addHeadersEndHandler(done -> {
            if (current.response().getStatusCode() < 300) {
                change.accept(current.response());
            }
        });
    }
}
