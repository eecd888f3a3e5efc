package dev.mayfly.crypto.interop;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A compact JWS (RFC 7515 section 7.1) with ES256, whatever else its header says. */
public final class CompactJws {

    private static final int MAX_CHARACTERS = 256 * 1024;

    private CompactJws() {}

    /**
     * Verifies under one key and no other: a key in the header is not looked at.
     *
     * @return the payload
     * @throws RejectedException when it is malformed, names another algorithm or another key, has an extension that must
     *     be understood (none is), or does not verify
     */
    public static Bytes verify(String compact, JsonWebKey key) throws RejectedException {
        List<Bytes> parts = parts(compact);
        JsonObject header = JsonObject.parse(parts.get(0));
        header.require("alg", "ES256");
        refuseExtensions(header);
        if (header.has("kid") && key.kid().isPresent() && !header.text("kid").equals(key.kid())) {
            throw new RejectedException("kid", "names another key");
        }
        String input = compact.substring(0, compact.lastIndexOf('.'));
        EcdsaP256.verify(key.es256(), Bytes.of(input.getBytes(StandardCharsets.US_ASCII)), parts.get(2));
        return parts.get(1);
    }

    private static List<Bytes> parts(String compact) throws RejectedException {
        String[] parts = compact.length() > MAX_CHARACTERS ? new String[0] : compact.split("\\.", 4);
        if (parts.length != 3) {
            throw new RejectedException("must have three parts");
        }
        return List.of(Bytes.fromBase64Url(parts[0]), Bytes.fromBase64Url(parts[1]), Bytes.fromBase64Url(parts[2]));
    }

    static void refuseExtensions(JsonObject header) throws RejectedException {
        if (header.has("crit")) {
            throw new RejectedException("crit", "names extensions that are not understood");
        }
    }
}
