package dev.mayfly.edge.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.edge.ReadableFunctions;
import io.quarkus.funqy.runtime.FunctionInvoker;
import io.quarkus.funqy.runtime.FunctionRecorder;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;

/**
 * The application's functions, reading their requests with the strict mapper. Funqy copies the mapper and then makes the
 * copy lenient again (unknown fields, names in any case), so its readers are replaced before the first request.
 */
@ApplicationScoped
class StrictFunctions {
    private static final String READER = ObjectReader.class.getName();

    private final ObjectMapper mapper;
    private final ReadableFunctions readable;

    StrictFunctions(ObjectMapper mapper, ReadableFunctions readable) {
        this.mapper = mapper;
        this.readable = readable;
    }

    /**
     * Gives every function a strict reader.
     *
     * @throws IllegalStateException when a readable function takes an argument: its query string would be read leniently
     */
    void readStrictly() {
        for (FunctionInvoker function : FunctionRecorder.registry.invokers()) {
            if (function.hasInput()) {
                requirePost(function);
                function.getBindingContext()
                        .put(READER, mapper.readerFor(mapper.constructType(function.getInputType())));
            }
        }
    }

    /** The function that Funqy would call for this request. */
    Optional<FunctionInvoker> called(RoutingContext request) {
        String path = request.request().path();
        return path == null || path.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(FunctionRecorder.registry.matchInvoker(path.substring(1)));
    }

    /**
     * Why the request could not be read. Funqy says 400 and keeps the reason to itself, so the body, still at hand, is read
     * once more; empty when it reads well, so that the fault must be ours.
     */
    Optional<Refusal> whyUnreadable(RoutingContext request) {
        return called(request)
                .filter(FunctionInvoker::hasInput)
                .map(function -> (ObjectReader) function.getBindingContext().get(READER))
                .flatMap(reader -> whyUnreadable(reader, request));
    }

    private static Optional<Refusal> whyUnreadable(ObjectReader reader, RoutingContext request) {
        try {
            reader.readValue(request.body().buffer().getBytes());
            return Optional.empty();
        } catch (JsonProcessingException unreadable) {
            return Optional.of(JsonFault.explain(unreadable));
        } catch (IOException impossible) {
            return Optional.empty();
        }
    }

    private void requirePost(FunctionInvoker function) {
        if (readable.contains(function.getName())) {
            throw new IllegalStateException(function.getName() + " is readable by GET, so it must take no argument");
        }
    }
}
