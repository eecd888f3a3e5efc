package dev.mayfly.cli.standard;

import dev.mayfly.cli.vector.Vector;
import dev.mayfly.cli.vector.Verdict;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.interop.HashToP256;
import java.nio.charset.StandardCharsets;

/** RFC 9380 appendix J, in the files of its authors: one suite a file, points as hexadecimal coordinates. */
public final class HashToCurveVectors {
    private HashToCurveVectors() {}

    /** Judges one vector. */
    public static Verdict judge(Vector vector) {
        String suite = vector.groupText("ciphersuite");
        String dst = vector.groupText("dst");
        Bytes message = Bytes.of(vector.text("msg").getBytes(StandardCharsets.UTF_8));
        return switch (suite) {
            case "P256_XMD:SHA-256_SSWU_RO_" -> expect(vector, HashToP256.hash(dst, message));
            case "P256_XMD:SHA-256_SSWU_NU_" -> expect(vector, HashToP256.encode(dst, message));
            default -> Verdict.skipped(suite);
        };
    }

    private static Verdict expect(Vector vector, Bytes uncompressed) {
        Vector point = vector.object("P");
        return vector.expect(() -> {
            Vector.same("x", coordinate(point, "x"), uncompressed.slice(1, 33));
            Vector.same("y", coordinate(point, "y"), uncompressed.slice(33, 65));
        });
    }

    private static Bytes coordinate(Vector point, String name) {
        String hex = point.text(name);
        return Vector.parse(name, hex.startsWith("0x") ? hex.substring(2) : hex);
    }
}
