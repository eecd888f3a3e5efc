package dev.mayfly.local.surface.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.local.surface.OpenApi;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Values that a schema allows. */
final class Described {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
    private static final int LONGEST_TEXT = 400;

    /** Sizes of what Mayfly's members hold, and their neighbours. */
    private static final List<Integer> SIZES =
            List.of(0, 1, 16, 31, 32, 33, 63, 64, 65, 80, 81, 82, 250, 4095, 4096, 4097, 20_000);

    /** Containers of these lifetimes would end while others look at tables. */
    private static final long SHORTEST = 2;

    private static final long LONG_ENOUGH = 3 * 86_400;

    private final OpenApi api;
    private final Known known;

    Described(OpenApi api, Known known) {
        this.api = api;
        this.known = known;
    }

    /** Bodies of a function: made up, or known ones with one member changed, or as they are. */
    Arbitrary<ObjectNode> bodies(OpenApi.Function function) {
        JsonNode schema = api.schema(function.request());
        Arbitrary<ObjectNode> made = object(schema).map(ObjectNode.class::cast);
        return known.body(function.toString())
                .map(body -> Arbitraries.frequencyOf(
                        Tuple.of(4, made), Tuple.of(5, changed(body, schema)), Tuple.of(1, Arbitraries.just(body))))
                .orElse(made);
    }

    private Arbitrary<ObjectNode> changed(ObjectNode body, JsonNode schema) {
        return Arbitraries.of(schema.get("properties").properties())
                .flatMap(member -> value(member.getKey(), member.getValue())
                        .map(value -> (ObjectNode) body.deepCopy().set(member.getKey(), value)));
    }

    private Arbitrary<JsonNode> object(JsonNode schema) {
        List<String> names = new ArrayList<>();
        List<Arbitrary<JsonNode>> values = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : schema.get("properties").properties()) {
            names.add(member.getKey());
            values.add(value(member.getKey(), member.getValue()));
        }
        return Combinators.combine(values).as(drawn -> {
            ObjectNode object = JSON.objectNode();
            for (int i = 0; i < names.size(); i++) {
                object.set(names.get(i), drawn.get(i));
            }
            return object;
        });
    }

    /** A value of a member: one that such a member had, or any other that its schema allows. */
    private Arbitrary<JsonNode> value(String name, JsonNode property) {
        JsonNode schema = api.resolved(property);
        boolean statement =
                OpenApi.reference(property).filter("Statement"::equals).isPresent();
        Arbitrary<JsonNode> any = statement ? statements() : any(name, schema);
        List<JsonNode> seen = known.values(name).stream()
                .filter(value -> Verdict.violation(api, schema, value).isEmpty())
                .toList();
        return seen.isEmpty() ? any : Arbitraries.frequencyOf(Tuple.of(1, any), Tuple.of(1, Arbitraries.of(seen)));
    }

    private Arbitrary<JsonNode> any(String name, JsonNode schema) {
        if (schema.has("enum")) {
            return Arbitraries.of(schema.get("enum").valueStream().toList());
        }
        return switch (schema.get("type").asText()) {
            case "string" -> schema.has("pattern") ? bytes() : texts();
            case "integer" -> integers(name, schema.path("format").asText());
            case "array" ->
                value(name, schema.get("items"))
                        .list()
                        .ofMaxSize(8)
                        .map(items -> JSON.arrayNode().addAll(items));
            default -> object(schema);
        };
    }

    private static Arbitrary<JsonNode> integers(String name, String format) {
        if (format.equals("int32")) {
            return Arbitraries.integers().map(JSON::numberNode);
        }
        return Arbitraries.longs()
                .filter(value -> !name.equals("lifetimeSeconds") || value < SHORTEST || value > LONG_ENOUGH)
                .map(JSON::numberNode);
    }

    private static Arbitrary<JsonNode> bytes() {
        return Arbitraries.of(SIZES)
                .flatMap(size -> Arbitraries.bytes().array(byte[].class).ofSize(size))
                .map(bytes -> JSON.textNode(Bytes.of(bytes).toBase64Url()));
    }

    /** Any text that UTF-8 can spell. */
    private static Arbitrary<JsonNode> texts() {
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(LONGEST_TEXT);
        Arbitrary<String> compact =
                Arbitraries.strings().withChars(ALPHABET.toCharArray()).ofMaxLength(LONGEST_TEXT);
        return Arbitraries.oneOf(any, compact)
                .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .map(JSON::textNode);
    }

    /** Good statements with a letter changed, or with a part of another one; and text that is none. */
    private Arbitrary<JsonNode> statements() {
        Arbitrary<String> good = Arbitraries.of(known.statements());
        Arbitrary<String> letter = Combinators.combine(
                        good, Arbitraries.integers().greaterOrEqual(0), Arbitraries.of(letters()))
                .as((text, at, other) -> {
                    int place = at % text.length();
                    return text.substring(0, place) + other + text.substring(place + 1);
                });
        Arbitrary<String> mixed = Combinators.combine(
                        good, good, Arbitraries.integers().between(0, 2))
                .as((text, other, part) -> {
                    String[] parts = text.split("\\.");
                    parts[part] = other.split("\\.")[part];
                    return String.join(".", parts);
                });
        return Arbitraries.oneOf(letter.map(JSON::textNode), mixed.map(JSON::textNode), texts());
    }

    private static List<Character> letters() {
        return ALPHABET.chars().mapToObj(letter -> (char) letter).toList();
    }
}
