package dev.mayfly.crypto.interop;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.secret.SecretBytes;
import java.nio.charset.StandardCharsets;

/** A compact JWE (RFC 7516 section 7.1) with {@code dir} and A256GCM, whatever else its header says. */
public final class CompactJwe {

    private static final int MAX_CHARACTERS = 1024 * 1024;
    private static final int TAG_SIZE = 16;

    private CompactJwe() {}

    /**
     * The plaintext, which the caller closes.
     *
     * @throws RejectedException when it is malformed, names another algorithm, is compressed, has an extension that must
     *     be understood (none is), or is not authentic under {@code key}
     */
    public static SecretBytes open(String compact, SecretBytes key) throws RejectedException {
        String[] parts = compact.length() > MAX_CHARACTERS ? new String[0] : compact.split("\\.", 6);
        if (parts.length != 5 || !parts[1].isEmpty()) {
            throw new RejectedException("must have five parts, the second of them empty");
        }
        requireOurs(JsonObject.parse(Bytes.fromBase64Url(parts[0])));
        Bytes aad = Bytes.of(parts[0].getBytes(StandardCharsets.US_ASCII));
        Bytes ciphertext = Bytes.fromBase64Url(parts[3]);
        Bytes tag = Bytes.fromBase64Url(parts[4]).requireSize(TAG_SIZE, "tag");
        return Aes256Gcm.open(key, Bytes.fromBase64Url(parts[2]), aad, Bytes.concat(ciphertext, tag));
    }

    private static void requireOurs(JsonObject header) throws RejectedException {
        header.require("alg", "dir");
        header.require("enc", "A256GCM");
        CompactJws.refuseExtensions(header);
        if (header.has("zip")) {
            throw new RejectedException("zip", "compressed plaintexts are refused");
        }
    }
}
