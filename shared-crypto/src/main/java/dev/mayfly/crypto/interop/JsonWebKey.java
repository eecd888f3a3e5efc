package dev.mayfly.crypto.interop;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.internal.Point;
import dev.mayfly.crypto.secret.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** JSON Web Keys (RFC 7517) for what is shipped here, refused when they say that they are for anything else. */
public final class JsonWebKey {

    private final JsonObject json;

    private JsonWebKey(JsonObject json) {
        this.json = json;
    }

    /**
     * Reads a key's JSON; what kind it is says the method that takes it.
     *
     * @throws RejectedException when it is not one JSON object, or repeats a member
     */
    public static JsonWebKey parse(String json) throws RejectedException {
        return new JsonWebKey(JsonObject.parse(Bytes.of(json.getBytes(StandardCharsets.UTF_8))));
    }

    /** The kid, if the key has one. */
    public Optional<String> kid() throws RejectedException {
        return json.text("kid");
    }

    /**
     * The public point, uncompressed, of a key for ES256 (RFC 7518 section 3.4). A private member is not looked at.
     *
     * @throws RejectedException when it is another key, for another algorithm or use, or no point of P-256
     */
    public Bytes es256() throws RejectedException {
        json.allow("alg", "ES256");
        json.allow("use", "sig");
        json.allowList("key_ops", "verify");
        return ecPoint();
    }

    private Bytes ecPoint() throws RejectedException {
        json.require("kty", "EC");
        json.require("crv", "P-256");
        Bytes uncompressed = Bytes.concat(Bytes.of(new byte[] {0x04}), json.bytes("x", 32), json.bytes("y", 32));
        return Point.decodeUncompressed(uncompressed).uncompressed();
    }

    /**
     * The key of {@code dir} with A256GCM, 32 bytes, which the caller closes.
     *
     * @throws RejectedException when it is another key, or for another algorithm or use
     */
    public SecretBytes a256gcm() throws RejectedException {
        json.require("kty", "oct");
        json.allow("alg", "A256GCM", "dir");
        json.allow("use", "enc");
        json.allowList("key_ops", "decrypt");
        return SecretBytes.adopt(json.bytes("k", 32).toByteArray());
    }
}
