package dev.mayfly.cli.standard;

import dev.mayfly.cli.vector.Vector;
import dev.mayfly.cli.vector.Verdict;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.crypto.vrf.VrfProof;
import dev.mayfly.crypto.vrf.VrfPublicKey;
import dev.mayfly.crypto.vrf.VrfSuite;
import java.util.Locale;

/** ECVRF of RFC 9381: key generation, prove and proof_to_hash where SK is known, verify always. */
public final class EcvrfVectors {
    private EcvrfVectors() {}

    /** Judges one vector. A suite that is neither shipped nor known to be another one is a failure: it may be misspelt. */
    public static Verdict judge(Vector vector) {
        String suite = suite(vector);
        return switch (suite) {
            case "ECVRF-P256-SHA256-TAI", "1" -> expect(vector, VrfSuite.P256_SHA256_TAI);
            case "ECVRF-P256-SHA256-SSWU", "2" -> expect(vector, VrfSuite.P256_SHA256_SSWU);
            case "ECVRF-EDWARDS25519-SHA512-TAI", "3", "ECVRF-EDWARDS25519-SHA512-ELL2", "4" -> Verdict.skipped(suite);
            default ->
                suite.startsWith("RSA-FDH-VRF")
                        ? Verdict.skipped(suite)
                        : Verdict.failed("is of an unknown suite, " + suite);
        };
    }

    /** The suite's name as the RFC writes it, or its octet. */
    private static String suite(Vector vector) {
        return vector.has("suite")
                ? vector.text("suite").toUpperCase(Locale.ROOT).replace('_', '-')
                : String.valueOf(vector.number("suite_octet"));
    }

    private static Verdict expect(Vector vector, VrfSuite suite) {
        return vector.expect(() -> {
            if (vector.has("sk")) {
                prove(vector, suite);
            }
            VrfProof pi = VrfProof.parse(vector.hex("pi"));
            Bytes beta = VrfPublicKey.parse(vector.hex("pk")).verify(suite, vector.hex("alpha"), pi);
            if (vector.isValid()) {
                Vector.same("pi read and written again", vector.hex("pi"), pi.bytes());
                Vector.same("beta", vector.hex("beta"), beta);
            }
        });
    }

    private static void prove(Vector vector, VrfSuite suite) throws RejectedException {
        try (VrfPrivateKey sk = VrfPrivateKey.parse(vector.secret("sk"))) {
            VrfProof pi = sk.prove(suite, vector.hex("alpha"));
            if (vector.isValid()) {
                Vector.same("pk", vector.hex("pk"), sk.publicKey().bytes());
                Vector.same("pi", vector.hex("pi"), pi.bytes());
                Vector.same("beta of one's own proof", vector.hex("beta"), pi.beta(suite));
            }
        }
    }
}
