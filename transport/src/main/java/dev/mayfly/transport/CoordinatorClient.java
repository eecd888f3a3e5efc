package dev.mayfly.transport;

import dev.mayfly.domain.wire.CoordinatorApi;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/** The coordinator's functions. Each waits for the answer. */
public final class CoordinatorClient {
    private final HttpJson http;
    private final URI url;
    private final Optional<Supplier<String>> token;

    private CoordinatorClient(HttpJson http, URI url, Optional<Supplier<String>> token) {
        this.http = http;
        this.url = url;
        this.token = token;
    }

    /** Calls {@code url} as a user whose bearer tokens {@code token} gives. */
    public static CoordinatorClient of(HttpJson http, URI url, Supplier<String> token) {
        return new CoordinatorClient(http, url, Optional.of(token));
    }

    /** Calls {@code url} as nobody: for {@code registry}, {@code publish-registry} and {@code erasures}, which take no token. */
    public static CoordinatorClient anonymous(HttpJson http, URI url) {
        return new CoordinatorClient(http, url, Optional.empty());
    }

    /** The same caller, for calls that together have to be over at a deadline. */
    public CoordinatorClient until(Deadline deadline) {
        return new CoordinatorClient(http.until(deadline), url, token);
    }

    /** {@code POST /v1/register-keys}. */
    public CoordinatorApi.RegisteredKeys registerKeys(CoordinatorApi.RegisterKeys request) {
        return post("register-keys", request, CoordinatorApi.RegisteredKeys.class);
    }

    /** {@code POST /v1/rotate-keys}. */
    public CoordinatorApi.RegisteredKeys rotateKeys(CoordinatorApi.RotateKeys request) {
        return post("rotate-keys", request, CoordinatorApi.RegisteredKeys.class);
    }

    /** {@code POST /v1/reset-keys}. */
    public CoordinatorApi.RegisteredKeys resetKeys(CoordinatorApi.RegisterKeys request) {
        return post("reset-keys", request, CoordinatorApi.RegisteredKeys.class);
    }

    /** {@code POST /v1/cancel-reset}. */
    public CoordinatorApi.RegisteredKeys cancelReset(CoordinatorApi.Ask request) {
        return post("cancel-reset", request, CoordinatorApi.RegisteredKeys.class);
    }

    /** {@code POST /v1/lookup}. */
    public CoordinatorApi.RegisteredKeys lookup(CoordinatorApi.Ask request) {
        return post("lookup", request, CoordinatorApi.RegisteredKeys.class);
    }

    /** {@code GET /v1/registry}. */
    public CoordinatorApi.SignedRegistry registry() {
        return HttpJson.await(http.get(function("registry"), CoordinatorApi.SignedRegistry.class));
    }

    /** {@code POST /v1/publish-registry}. */
    public CoordinatorApi.SignedRegistry publishRegistry(CoordinatorApi.SignedRegistry request) {
        return HttpJson.await(http.post(
                function("publish-registry"), Optional.empty(), request, CoordinatorApi.SignedRegistry.class));
    }

    /** {@code POST /v1/open}. */
    public CoordinatorApi.Opened open(CoordinatorApi.Open request) {
        return post("open", request, CoordinatorApi.Opened.class);
    }

    /** {@code POST /v1/activate}. */
    public CoordinatorApi.State activate(CoordinatorApi.Activate request) {
        return post("activate", request, CoordinatorApi.State.class);
    }

    /** {@code POST /v1/send}. */
    public CoordinatorApi.Stored send(CoordinatorApi.Send request) {
        return post("send", request, CoordinatorApi.Stored.class);
    }

    /** {@code POST /v1/inbox}. */
    public CoordinatorApi.Inbox inbox(CoordinatorApi.Ask request) {
        return post("inbox", request, CoordinatorApi.Inbox.class);
    }

    /** {@code POST /v1/fetch}. */
    public CoordinatorApi.Fetched fetch(CoordinatorApi.AskContainer request) {
        return post("fetch", request, CoordinatorApi.Fetched.class);
    }

    /** {@code POST /v1/receipt}. */
    public CoordinatorApi.State receipt(CoordinatorApi.Receipt request) {
        return post("receipt", request, CoordinatorApi.State.class);
    }

    /** {@code POST /v1/revoke}. */
    public CoordinatorApi.State revoke(CoordinatorApi.Revoke request) {
        return post("revoke", request, CoordinatorApi.State.class);
    }

    /** {@code POST /v1/erasures}. */
    public CoordinatorApi.Erased erasures(CoordinatorApi.Erasures request) {
        return HttpJson.await(http.post(function("erasures"), Optional.empty(), request, CoordinatorApi.Erased.class));
    }

    /** {@code POST /v1/status}. */
    public CoordinatorApi.State status(CoordinatorApi.AskContainer request) {
        return post("status", request, CoordinatorApi.State.class);
    }

    private <T> T post(String name, Object request, Class<T> type) {
        return HttpJson.await(http.post(function(name), token, request, type));
    }

    private URI function(String name) {
        return HttpJson.function(url, name);
    }
}
