package dev.mayfly.cli.standard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mayfly.cli.vector.MalformedVectorException;
import dev.mayfly.cli.vector.Vector;
import dev.mayfly.cli.vector.Verdict;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.interop.CompactJwe;
import dev.mayfly.crypto.interop.CompactJws;
import dev.mayfly.crypto.interop.JsonWebKey;
import dev.mayfly.crypto.secret.SecretBytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Wycheproof's JSON Web vectors. A vector is ours when its group's key is: a key on P-256 or for ES256 for a JWS, a 256-bit key for
 * {@code dir} with A256GCM for a JWE. Under such a key everything else must be refused; under other keys all is skipped.
 */
public final class JsonWebVectors {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonWebVectors() {}

    /** Judges one vector. */
    public static Verdict judge(Vector vector) {
        return vector.has("jwe") ? jwe(vector) : jws(vector);
    }

    private static Verdict jws(Vector vector) {
        List<JsonNode> keys = keys(vector, "public");
        if (keys.stream().noneMatch(JsonWebVectors::isForEs256)) {
            return Verdict.skipped("JWS " + algorithm(keys, token(vector, "jws")));
        }
        return vector.expect(() -> verify(token(vector, "jws"), keys));
    }

    /** A key that calls itself one for ES256 and is on another curve is ours to refuse. */
    private static boolean isForEs256(JsonNode key) {
        return key.path("crv").asText().equals("P-256")
                || key.path("alg").asText().equals("ES256");
    }

    /** What is to be verified; some vectors give the JSON serialisation, which is no compact one and must be refused. */
    private static String token(Vector vector, String name) {
        return vector.has(name) && !vector.json().path(name).isTextual()
                ? vector.json().path(name).toString()
                : vector.text(name);
    }

    /** Verifies under a set: all its keys are for ES256, no two have one name, and one of them signed. */
    private static void verify(String jws, List<JsonNode> set) throws RejectedException {
        List<JsonWebKey> keys = new ArrayList<>();
        Set<Optional<String>> names = new HashSet<>();
        for (JsonNode json : set) {
            JsonWebKey key = JsonWebKey.parse(json.toString());
            key.es256();
            keys.add(key);
            if (!names.add(key.kid())) {
                throw new RejectedException("keys", "two keys have one kid");
            }
        }
        RejectedException refused = new RejectedException("keys", "there are none");
        for (JsonWebKey key : keys) {
            try {
                CompactJws.verify(jws, key);
                return;
            } catch (RejectedException notThisOne) {
                refused = notThisOne;
            }
        }
        throw refused;
    }

    private static Verdict jwe(Vector vector) {
        List<JsonNode> keys = keys(vector, "private");
        if (keys.size() != 1 || !isOurs(keys.get(0))) {
            return Verdict.skipped("JWE " + algorithm(keys, token(vector, "jwe")));
        }
        JsonNode header = header(token(vector, "jwe"));
        String form = header.path("alg").asText() + "/" + header.path("enc").asText();
        if (vector.isValid() && (!form.equals("dir/A256GCM") || header.has("zip"))) {
            return Verdict.skipped("JWE " + form + (header.has("zip") ? " with zip" : ""));
        }
        return vector.expect(() -> {
            try (SecretBytes key = JsonWebKey.parse(keys.get(0).toString()).a256gcm()) {
                SecretBytes plaintext = CompactJwe.open(token(vector, "jwe"), key);
                if (vector.isValid()) {
                    Vector.same("pt", vector.hex("pt"), plaintext);
                }
            }
        });
    }

    private static boolean isOurs(JsonNode key) {
        boolean symmetric = key.path("kty").asText().equals("oct");
        boolean direct = List.of("A256GCM", "dir").contains(key.path("alg").asText("dir"));
        return symmetric && direct && key.path("k").asText().length() == 43;
    }

    /** The group's key, or the keys of its set: of the kind that is asked for, where there are two. */
    private static List<JsonNode> keys(Vector vector, String kind) {
        JsonNode group = vector.group();
        JsonNode key = group.has(kind) ? group.path(kind) : group.path(kind.equals("public") ? "private" : "public");
        if (!key.isObject()) {
            throw new MalformedVectorException("a group needs a key");
        }
        List<JsonNode> keys = new ArrayList<>();
        if (key.path("keys").isArray()) {
            key.path("keys").forEach(keys::add);
        } else {
            keys.add(key);
        }
        return keys;
    }

    /** What a skipped vector is called: its key's algorithm, or else its own. */
    private static String algorithm(List<JsonNode> keys, String compact) {
        for (JsonNode key : keys) {
            if (key.hasNonNull("alg")) {
                return key.path("alg").asText();
            }
        }
        String named = header(compact).path("alg").asText();
        return named.isEmpty()
                ? keys.isEmpty() ? "without a key" : keys.get(0).path("kty").asText()
                : named;
    }

    /** The header as anybody would read it, only to tell what a vector is about. */
    private static JsonNode header(String compact) {
        try {
            Bytes header = Bytes.of(Base64.getUrlDecoder().decode(compact.split("\\.", 2)[0]));
            return JSON.readTree(header.toByteArray());
        } catch (IOException | IllegalArgumentException unreadable) {
            return JSON.createObjectNode();
        }
    }
}
