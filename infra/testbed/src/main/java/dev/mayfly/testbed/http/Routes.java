package dev.mayfly.testbed.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.domain.wire.WireJson;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** A role's functions by name. */
public final class Routes {
    private final ObjectMapper mapper = WireJson.mapper();
    private final Map<String, Route> routes = new ConcurrentHashMap<>();

    private interface Route {
        Object call(Optional<UserId> user, byte[] body) throws IOException;
    }

    /** A function that takes nothing. */
    public Routes get(String name, Supplier<Object> function) {
        routes.put(name, (user, body) -> function.get());
        return this;
    }

    /** A function that anybody may call. */
    public <T> Routes post(String name, Class<T> type, Function<T, Object> function) {
        routes.put(name, (user, body) -> function.apply(mapper.readValue(body, type)));
        return this;
    }

    /** A function of users. */
    public <T> Routes post(String name, Class<T> type, BiFunction<UserId, T, Object> function) {
        routes.put(name, (user, body) -> function.apply(named(user), mapper.readValue(body, type)));
        return this;
    }

    /** The answer's JSON. */
    byte[] call(String name, Optional<UserId> user, byte[] body) throws IOException {
        Route route = Optional.ofNullable(routes.get(name))
                .orElseThrow(() -> Refusal.of(ErrorCode.NOT_FOUND, "No function has this path."));
        return mapper.writeValueAsBytes(route.call(user, body));
    }

    private static UserId named(Optional<UserId> user) {
        return user.orElseThrow(() -> Refusal.of(ErrorCode.UNAUTHENTICATED, "The token names no user."));
    }
}
