package dev.mayfly.crypto.jose;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;

/** JSON as claims need it: flat, bounded, and written like RFC 8785 writes strings and integers. */
final class Json {

    /** The largest integer that every JSON implementation reads exactly (RFC 7493 section 2.2). */
    static final long MAX_INTEGER = (1L << 53) - 1;

    static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamWriteFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            // Names come from outside: interning them would let strangers fill a table that is never emptied.
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(StatementType.MAX_COMPACT)
                    .maxStringLength(StatementType.MAX_COMPACT)
                    .maxNameLength(64)
                    .maxNumberLength(16)
                    .maxNestingDepth(2)
                    .build())
            .build();

    private Json() {}
}
