package dev.mayfly.coordinator;

import dev.mayfly.crypto.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Everything that attributes hold, also what is base64url inside statements, and base64url again inside their claims. */
final class TableContents {
    private static final int DEPTH = 4;
    private static final Pattern BASE64URL = Pattern.compile("[A-Za-z0-9_-]{16,}");

    private final List<String> contents = new ArrayList<>();

    TableContents(Stream<AttributeValue> attributes) {
        attributes.flatMap(TableContents::leaves).forEach(leaf -> collect(leaf, DEPTH));
    }

    boolean hold(Bytes wanted) {
        String needle = latin1(wanted.toByteArray());
        return contents.stream().anyMatch(content -> content.contains(needle));
    }

    private static Stream<String> leaves(AttributeValue value) {
        return switch (value.type()) {
            case S -> Stream.of(latin1(value.s().getBytes(StandardCharsets.UTF_8)));
            case N -> Stream.of(value.n());
            case B -> Stream.of(latin1(value.b().asByteArray()));
            case L -> value.l().stream().flatMap(TableContents::leaves);
            case NS -> value.ns().stream();
            case BOOL -> Stream.empty();
            default -> throw new AssertionError("an attribute of type " + value.type());
        };
    }

    /** One character per byte, so that text and bytes are searched alike. */
    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private void collect(String content, int depth) {
        contents.add(content);
        if (depth > 0) {
            BASE64URL.matcher(content).results().forEach(run -> decode(run.group(), depth - 1));
        }
    }

    private void decode(String run, int depth) {
        try {
            collect(latin1(Base64.getUrlDecoder().decode(run)), depth);
        } catch (IllegalArgumentException notBase64Url) {
            // A run of letters that only looks like it.
        }
    }
}
