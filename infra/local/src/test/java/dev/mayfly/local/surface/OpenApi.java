package dev.mayfly.local.surface;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.mayfly.local.docs.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The description of one role's functions, as {@code docs/openapi/<role>.yaml} has it. */
public final class OpenApi {
    private static final String SCHEMAS = "#/components/schemas/";

    private final String role;
    private final JsonNode document;

    private OpenApi(String role, JsonNode document) {
        this.role = role;
        this.document = document;
    }

    /**
     * One function.
     *
     * @param name without {@code v1/}
     * @param method {@code get} or {@code post}
     * @param token whether it asks for a bearer token
     * @param request name of the request's schema, empty where there is none
     * @param errors names of the problems it may answer with, in {@code x-errors}
     */
    public record Function(
            String role, String name, String method, boolean token, String request, String reply, Set<String> errors) {
        @Override
        public String toString() {
            return role + " " + name;
        }
    }

    public static OpenApi of(String role) {
        try {
            String text = Repository.text("docs/openapi/" + role + ".yaml");
            return new OpenApi(role, new YAMLMapper().readTree(text));
        } catch (IOException malformed) {
            throw new UncheckedIOException(role, malformed);
        }
    }

    /** The roles that are described. */
    public static List<String> roles() {
        return Repository.files("docs/openapi/.*\\.yaml").stream()
                .map(file -> file.getFileName().toString().replace(".yaml", ""))
                .sorted()
                .toList();
    }

    public List<Function> functions() {
        List<Function> functions = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                functions.add(function(path.getKey().substring("/v1/".length()), method.getKey(), method.getValue()));
            }
        }
        return functions;
    }

    /** What a function takes in its query string; {@code type} is a JSON type or the name of a schema. */
    public record Parameter(String name, String type, boolean required, JsonNode schema) {}

    public List<Parameter> parameters(String function) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode parameter : document.get("paths").get("/v1/" + function).at("/get/parameters")) {
            JsonNode schema = parameter.get("schema");
            parameters.add(new Parameter(
                    parameter.get("name").asText(),
                    reference(schema).orElseGet(() -> schema.get("type").asText()),
                    parameter.path("required").asBoolean(),
                    schema));
        }
        return parameters;
    }

    private Function function(String name, String method, JsonNode operation) {
        JsonNode security = operation.has("security") ? operation.get("security") : document.path("security");
        return new Function(
                role,
                name,
                method,
                !security.isEmpty(),
                schemaOf(operation.path("requestBody")),
                schemaOf(operation.at("/responses/200")),
                Stream.concat(
                                document.path("x-errors").valueStream(),
                                operation.path("x-errors").valueStream())
                        .map(JsonNode::asText)
                        .collect(Collectors.toSet()));
    }

    private static String schemaOf(JsonNode holder) {
        return holder.at("/content/application~1json/schema/$ref").asText().replace(SCHEMAS, "");
    }

    /** The names of its schemas. */
    List<String> schemas() {
        List<String> names = new ArrayList<>();
        document.at("/components/schemas").fieldNames().forEachRemaining(names::add);
        return names;
    }

    public JsonNode schema(String name) {
        return document.at("/components/schemas").required(name);
    }

    /** The name of the schema that a property refers to, if it refers to one. */
    public static Optional<String> reference(JsonNode property) {
        return Optional.ofNullable(property.get("$ref")).map(ref -> ref.asText().replace(SCHEMAS, ""));
    }

    /** What a property is, its reference followed. */
    public JsonNode resolved(JsonNode property) {
        return reference(property).map(this::schema).orElse(property);
    }
}
