package dev.mayfly.edge.request;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mayfly.domain.wire.WireJson;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** Makes Quarkus's mapper speak the wire's JSON, and bounds what reading it can cost. */
@Singleton
class StrictJson implements ObjectMapperCustomizer {
    /** The deepest request is an object that holds an object or a list. */
    private static final int NESTING = 8;

    /** A sealed message, the longest value, is a JWE of up to 384 KiB. */
    private static final int STRING_CHARS = 512 * 1024;

    private static final int NAME_CHARS = 64;
    private static final int NUMBER_CHARS = 20;

    @Override
    public void customize(ObjectMapper mapper) {
        WireJson.configure(mapper);
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(NESTING)
                        .maxStringLength(STRING_CHARS)
                        .maxNameLength(NAME_CHARS)
                        .maxNumberLength(NUMBER_CHARS)
                        .build());
    }
}
