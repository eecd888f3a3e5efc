package dev.mayfly.local.surface.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What makes a described body one that is not: always, whatever the body and the choice. */
enum Spoiling {
    CUT_OFF((body, choice) -> {
        byte[] whole = utf8(body.toString());
        byte[] beginning = new byte[choice % (whole.length - 1)];
        System.arraycopy(whole, 0, beginning, 0, beginning.length);
        return beginning;
    }),
    SOMETHING_BEHIND(
            (body, choice) -> utf8(body + Raw.one(List.of("x", "{}", ",", "]", "}", "\u0000", "null", "\""), choice))),
    A_MEMBER_TWICE((body, choice) -> {
        var member = body.properties().iterator().next();
        String again = "\"%s\":%s".formatted(member.getKey(), member.getValue());
        return utf8("{" + again + "," + body.toString().substring(1));
    }),
    A_MEMBER_TWICE_IN_TWO_SPELLINGS((body, choice) -> {
        var member = body.properties().iterator().next();
        String again = "\"\\u%04x%s\":%s"
                .formatted((int) member.getKey().charAt(0), member.getKey().substring(1), member.getValue());
        return utf8("{" + again + "," + body.toString().substring(1));
    }),
    A_MEMBER_MORE((body, choice) -> {
        List<ObjectNode> objects = Raw.objects(body);
        Raw.one(objects, choice)
                .put(Raw.one(List.of("x", "", "Statement", "constructor", "$ref", "\u00e9"), choice), 1);
        return utf8(body.toString());
    }),
    A_MEMBER_LESS((body, choice) -> {
        ObjectNode object = Raw.one(Raw.objects(body), choice);
        object.remove(Raw.name(object, choice / 7));
        return utf8(body.toString());
    }),
    A_MEMBER_RAW((body, choice) -> {
        ObjectNode object = Raw.one(Raw.objects(body), choice);
        object.put(Raw.name(object, choice / 7), Raw.MARK);
        return utf8(body.toString().replace('"' + Raw.MARK + '"', Raw.one(Raw.NO_VALUES, choice / 11)));
    }),
    A_MEMBER_OF_ANOTHER_TYPE((body, choice) -> {
        ObjectNode object = Raw.one(Raw.objects(body), choice);
        String name = Raw.name(object, choice / 7);
        object.set(name, Raw.one(Raw.othersThan(object.get(name)), choice / 11));
        return utf8(body.toString());
    }),
    AN_ITEM_OF_ANOTHER_TYPE((body, choice) -> {
        ObjectNode object = Raw.one(Raw.objects(body), choice);
        String name = Raw.name(object, choice / 7);
        // An array of nothing that fits is wrong where an array is due, and where none is.
        object.set(
                name, JsonNodeFactory.instance.arrayNode().add(choice % 2 == 0).addNull());
        return utf8(body.toString());
    }),
    A_COMMENT((body, choice) -> utf8(body.toString().replaceFirst("\\{", choice % 2 == 0 ? "{/**/" : "{//\n"))),
    OTHER_QUOTES((body, choice) -> utf8(body.toString().replace('"', '\''))),
    AN_ARRAY_AROUND((body, choice) -> utf8("[" + body + "]")),
    A_BARE_CONTROL_CHARACTER((body, choice) -> Raw.inName(body, new byte[] {(byte) (choice % 32)})),
    NO_UTF_8((body, choice) -> Raw.inName(body, Raw.one(Raw.NO_UTF_8, choice)));

    /** Spoils a body, which is the caller's to give away. */
    @FunctionalInterface
    private interface How {
        byte[] spoil(ObjectNode body, int choice);
    }

    private final How how;

    Spoiling(How how) {
        this.how = how;
    }

    /** A spoiled copy; {@code choice}, not negative, decides where and with what. */
    byte[] spoil(ObjectNode body, int choice) {
        return how.spoil(body.deepCopy(), choice);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What there is to choose from. */
    private static final class Raw {
        static final String MARK = "@mark@";
        static final List<String> NO_VALUES = List.of(
                "null",
                "NaN",
                "-Infinity",
                "undefined",
                "01",
                "+1",
                ".5",
                "1.",
                "0x1",
                "--1",
                "1e400",
                "'x'",
                "tru",
                "\"",
                "",
                "99999999999999999999",
                "1.5",
                "false",
                "[[]]",
                "{\"a\":{}}",
                "\"\\x\"",
                "\"\\u12\"");
        static final List<byte[]> NO_UTF_8 = List.of(
                new byte[] {(byte) 0xff},
                new byte[] {(byte) 0xc0, (byte) 0x80},
                new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
                new byte[] {(byte) 0xe2, (byte) 0x82},
                new byte[] {(byte) 0xf5, (byte) 0x80, (byte) 0x80, (byte) 0x80});

        static <T> T one(List<T> all, int choice) {
            return all.get(choice % all.size());
        }

        static String name(ObjectNode object, int choice) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            return one(names, choice);
        }

        static List<ObjectNode> objects(ObjectNode body) {
            List<ObjectNode> objects = new ArrayList<>(List.of(body));
            body.forEach(member -> {
                if (member instanceof ObjectNode object) {
                    objects.addAll(objects(object));
                }
            });
            return objects;
        }

        static List<JsonNode> othersThan(JsonNode value) {
            JsonNodeFactory json = JsonNodeFactory.instance;
            ArrayNode all =
                    json.arrayNode().add("text").add(1).add(1.5).add(true).addNull();
            all.addArray().add(1);
            all.addObject();
            return all.valueStream()
                    .filter(other -> other.getNodeType() != value.getNodeType() || other.isDouble())
                    .toList();
        }

        /** Bytes in the middle of the first name. */
        static byte[] inName(ObjectNode body, byte[] bytes) {
            byte[] whole = utf8(body.toString());
            ByteArrayOutputStream changed = new ByteArrayOutputStream();
            changed.write(whole, 0, 3);
            changed.writeBytes(bytes);
            changed.write(whole, 3, whole.length - 3);
            return changed.toByteArray();
        }
    }
}
