package dev.mayfly.local.surface.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Ways to write one JSON object, which all mean the same. */
enum Spelling {
    PLAIN(ObjectNode::toString),
    PRETTY(body -> "\r\n\t " + body.toPrettyString() + "\n"),
    BACKWARDS(body -> {
        List<String> names = new ArrayList<>();
        body.fieldNames().forEachRemaining(names::add);
        Collections.reverse(names);
        ObjectNode backwards = JsonNodeFactory.instance.objectNode();
        names.forEach(name -> backwards.set(name, body.get(name)));
        return backwards.toString();
    }),
    ESCAPED(body -> {
        JsonMapper mapper =
                JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
        try {
            return mapper.writeValueAsString(body).replaceFirst("\\{\"s", "{\"\\\\u0073");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    });

    /** Writes it. */
    @FunctionalInterface
    private interface How {
        String write(ObjectNode body);
    }

    private final How how;

    Spelling(How how) {
        this.how = how;
    }

    byte[] of(ObjectNode body) {
        return how.write(body).getBytes(StandardCharsets.UTF_8);
    }
}
