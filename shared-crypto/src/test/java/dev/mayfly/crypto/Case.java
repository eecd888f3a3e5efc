package dev.mayfly.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.secret.SecretBytes;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** One JSON object of a file with known answers: a file, a group of cases or a case. */
public record Case(Map<String, Object> fields) {

    /** The text of a field. */
    public String text(String name) {
        return (String) value(name);
    }

    /** The number of a field. */
    public int number(String name) {
        return Math.toIntExact((Long) value(name));
    }

    /** The bytes that a field gives in hexadecimal. */
    public Bytes hex(String name) {
        return TestBytes.hex(text(name));
    }

    /** The same as a secret. */
    public SecretBytes secret(String name) {
        return SecretBytes.adopt(HexFormat.of().parseHex(text(name)));
    }

    /** The bytes that a field gives in base64url. */
    public Bytes base64Url(String name) throws RejectedException {
        return Bytes.fromBase64Url(text(name));
    }

    /** The objects of a field; none at all is a mistake in the file. */
    public List<Case> list(String name) {
        List<Case> cases =
                ((List<?>) value(name)).stream().map(Case.class::cast).toList();
        assertThat(cases).as("cases in " + name).isNotEmpty();
        return cases;
    }

    /** The object of a field. */
    public Case object(String name) {
        return (Case) value(name);
    }

    /** The cases of a file that has them in groups; each finds its group under "group". */
    public List<Case> grouped() {
        return list("testGroups").stream()
                .flatMap(group -> group.list("tests").stream().map(test -> test.with("group", group)))
                .toList();
    }

    /** Whether a file expects this case to be accepted. */
    public boolean isValid() {
        return text("result").equals("valid");
    }

    private Case with(String name, Object value) {
        Map<String, Object> more = new HashMap<>(fields);
        more.put(name, value);
        return new Case(more);
    }

    private Object value(String name) {
        assertThat(fields).containsKey(name);
        return fields.get(name);
    }
}
