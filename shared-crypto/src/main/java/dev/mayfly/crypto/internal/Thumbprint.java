package dev.mayfly.crypto.internal;

import dev.mayfly.crypto.Bytes;
import java.nio.charset.StandardCharsets;

/** The thumbprint of a public P-256 key as a JSON Web Key: RFC 7638 with SHA-256, 32 bytes. */
public final class Thumbprint {

    private Thumbprint() {}

    /** The thumbprint of {@code key}. */
    public static Bytes of(Point key) {
        Bytes xy = key.uncompressed();
        // RFC 7638 section 3.2: the required members only, in lexicographic order, without white space.
        String members =
                "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"" + xy.slice(1, 33).toBase64Url() + "\",\"y\":\""
                        + xy.slice(33, 65).toBase64Url() + "\"}";
        return Bytes.of(members.getBytes(StandardCharsets.US_ASCII)).sha256();
    }
}
