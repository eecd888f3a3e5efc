package dev.mayfly.cli.standard;

import dev.mayfly.cli.vector.Vector;
import dev.mayfly.cli.vector.Verdict;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.crypto.vrf.VrfProof;
import dev.mayfly.crypto.vrf.VrfPublicKey;
import dev.mayfly.crypto.vrf.VrfSuite;
import java.util.Optional;

/** ECVRF of RFC 9381: key generation, prove and proof_to_hash where SK is known, verify always. */
public final class EcvrfVectors {
    private EcvrfVectors() {}

    /** Judges one vector. */
    public static Verdict judge(Vector vector) {
        Optional<VrfSuite> suite = suite(vector);
        if (suite.isEmpty()) {
            return Verdict.skipped(
                    vector.has("suite") ? vector.text("suite") : "ECVRF suite " + vector.number("suite_octet"));
        }
        return vector.expect(() -> {
            if (vector.has("sk")) {
                prove(vector, suite.get());
            }
            VrfProof pi = VrfProof.parse(vector.hex("pi"));
            Bytes beta = VrfPublicKey.parse(vector.hex("pk")).verify(suite.get(), vector.hex("alpha"), pi);
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

    private static Optional<VrfSuite> suite(Vector vector) {
        String name = vector.has("suite") ? vector.text("suite") : String.valueOf(vector.number("suite_octet"));
        return switch (name) {
            case "ECVRF-P256-SHA256-TAI", "1" -> Optional.of(VrfSuite.P256_SHA256_TAI);
            case "ECVRF-P256-SHA256-SSWU", "2" -> Optional.of(VrfSuite.P256_SHA256_SSWU);
            default -> Optional.empty();
        };
    }
}
