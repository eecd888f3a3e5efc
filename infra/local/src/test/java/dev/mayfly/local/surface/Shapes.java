package dev.mayfly.local.surface;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Bodies of a request as its schema has them, and every way in which the form of one can be wrong. */
final class Shapes {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String MARK = "\"@mark@\"";

    private final OpenApi api;

    Shapes(OpenApi api) {
        this.api = api;
    }

    /**
     * A body that cannot be read.
     *
     * @param what is wrong with it
     * @param pointer of the member that is to blame
     */
    record Broken(String what, String body, String pointer) {
        @Override
        public String toString() {
            return what;
        }
    }

    /** A body that can be read, and means nothing. */
    ObjectNode wellFormed(String schema) {
        return (ObjectNode) value(api.schema(schema));
    }

    private JsonNode value(JsonNode property) {
        JsonNode type = api.resolved(property);
        if (type.has("enum")) {
            return type.get("enum").get(0);
        }
        return switch (type.get("type").asText()) {
            case "string" -> JSON.textNode("AAAA");
            case "integer" -> JSON.numberNode(1);
            case "boolean" -> JSON.booleanNode(true);
            case "array" -> JSON.arrayNode().add(value(type.get("items")));
            default -> object(type);
        };
    }

    private ObjectNode object(JsonNode type) {
        ObjectNode object = JSON.objectNode();
        type.get("properties").properties().forEach(member -> object.set(member.getKey(), value(member.getValue())));
        return object;
    }

    /** Every member of a request missing, null, doubled, of each other type, and something unknown beside it. */
    List<Broken> broken(String schema) {
        List<Broken> broken = new ArrayList<>();
        breakObject(broken, schema, api.schema(schema), "");
        return broken;
    }

    private void breakObject(List<Broken> broken, String root, JsonNode type, String at) {
        broken.add(new Broken(
                "unknown member in " + at + "/", changed(root, at, parent -> parent.put("x", 1)), at + "/x"));
        for (Map.Entry<String, JsonNode> member : type.get("properties").properties()) {
            breakMember(broken, root, api.resolved(member.getValue()), at, member.getKey());
        }
    }

    private void breakMember(List<Broken> broken, String root, JsonNode type, String at, String name) {
        String pointer = at + "/" + name;
        broken.add(new Broken("no " + pointer, changed(root, at, parent -> parent.remove(name)), pointer));
        broken.add(new Broken("twice " + pointer, doubled(root, at, name), pointer));
        for (JsonNode other : others(type)) {
            String body = changed(root, at, parent -> parent.set(name, other));
            broken.add(new Broken(other + " as " + pointer, body, pointer));
        }
        if (type.has("pattern")) {
            for (String notBase64Url : List.of("AA==", "A", "A+A/", "AB", "AA A", "\u00e9")) {
                String body = changed(root, at, parent -> parent.put(name, notBase64Url));
                broken.add(new Broken("'" + notBase64Url + "' as " + pointer, body, pointer));
            }
        }
        if (type.path("type").asText().equals("object")) {
            breakObject(broken, root, type, pointer);
        }
        if (type.path("type").asText().equals("array")) {
            breakItems(broken, root, api.resolved(type.get("items")), at, name);
        }
    }

    private void breakItems(List<Broken> broken, String root, JsonNode items, String at, String name) {
        for (JsonNode other : others(items)) {
            String body = changed(
                    root, at, parent -> parent.set(name, JSON.arrayNode().add(other)));
            broken.add(new Broken("[" + other + "] as " + at + "/" + name, body, at + "/" + name + "/0"));
        }
    }

    /** A value of each JSON type that a member is not, and null. */
    private static List<JsonNode> others(JsonNode type) {
        Map<String, JsonNode> values = Map.of(
                "string", JSON.textNode("AAAA"),
                "integer", JSON.numberNode(1),
                "number", JSON.numberNode(1.5),
                "boolean", JSON.booleanNode(true),
                "array", JSON.arrayNode(),
                "object", JSON.objectNode(),
                "null", JSON.nullNode());
        String own = type.path("type").asText();
        return values.entrySet().stream()
                .filter(value -> !value.getKey().equals(own))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    private String changed(String root, String at, Consumer<ObjectNode> change) {
        ObjectNode body = wellFormed(root);
        change.accept((ObjectNode) body.at(at));
        return body.toString();
    }

    /** A tree cannot hold a member twice, so the second one is written into the text. */
    private String doubled(String root, String at, String name) {
        ObjectNode body = wellFormed(root);
        ObjectNode parent = (ObjectNode) body.at(at);
        String once = "\"%s\":%s".formatted(name, parent.get(name));
        parent.put(name, "@mark@");
        return body.toString().replace("\"%s\":%s".formatted(name, MARK), once + "," + once);
    }
}
