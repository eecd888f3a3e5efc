package dev.mayfly.cli.standard;

import dev.mayfly.cli.vector.Judge;
import dev.mayfly.cli.vector.Vector;
import dev.mayfly.cli.vector.Verdict;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.interop.Aes256Gcm;
import dev.mayfly.crypto.interop.EcdhP256;
import dev.mayfly.crypto.interop.EcdsaP256;
import dev.mayfly.crypto.kdf.Hkdf;
import dev.mayfly.crypto.secret.SecretBytes;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** Vectors of the Wycheproof project, {@code testvectors_v1}, and of RFC 5869. JSON Web ones are {@link JsonWebVectors}. */
public final class Wycheproof {
    private static final String P256 = "secp256r1";

    /** Algorithms that are shipped, and the types of groups that have them in a form that is not. */
    private static final Map<String, Set<String>> OTHER_FORMS = Map.of(
            "AES-GCM", Set.of(),
            "HKDF-SHA-256", Set.of(),
            "HMACSHA256", Set.of(),
            "ECDSA", Set.of("EcdsaVerify", "EcdsaBitcoinVerify"),
            "ECDH", Set.of("EcdhTest", "EcdhPemTest", "EcdhWebcryptoTest"));

    private Wycheproof() {}

    /** The judge of a group, by its type and the file's algorithm. What is not shipped is skipped by the latter's name. */
    public static Judge judge(String type, String algorithm) {
        return switch (type + " " + algorithm) {
            case "AeadTest AES-GCM" -> Wycheproof::aesGcm;
            case "HkdfTest HKDF-SHA-256" -> Wycheproof::hkdf;
            case "MacTest HMACSHA256" -> Wycheproof::hmac;
            case "EcdsaP1363Verify ECDSA" -> Wycheproof::ecdsa;
            case "EcdhEcpointTest ECDH" -> Wycheproof::ecdh;
            default -> type.startsWith("JsonWeb") ? JsonWebVectors::judge : vector -> notRun(type, algorithm);
        };
    }

    private static Verdict notRun(String type, String algorithm) {
        boolean known = !type.isEmpty()
                && (!OTHER_FORMS.containsKey(algorithm)
                        || OTHER_FORMS.get(algorithm).contains(type));
        return known
                ? Verdict.skipped(algorithm.isEmpty() ? type : algorithm + " " + type)
                : Verdict.failed("is of an unknown type, \"%s\" of %s".formatted(type, algorithm));
    }

    private static Verdict aesGcm(Vector vector) {
        long key = vector.groupNumber("keySize");
        long iv = vector.groupNumber("ivSize");
        long tag = vector.groupNumber("tagSize");
        // What must be refused is asked for whatever its sizes are.
        if (key != 256 || vector.isValid() && (iv != 96 || tag != 128)) {
            return Verdict.skipped("AES-%d-GCM iv %d tag %d".formatted(key, iv, tag));
        }
        return vector.expect(() -> {
            Bytes sealed = Bytes.concat(vector.hex("ct"), vector.hex("tag"));
            SecretBytes opened = Aes256Gcm.open(vector.secret("key"), vector.hex("iv"), vector.hex("aad"), sealed);
            Vector.same("plaintext", vector.hex("msg"), opened);
            if (vector.isValid()) {
                Bytes again =
                        Aes256Gcm.seal(vector.secret("key"), vector.hex("iv"), vector.hex("aad"), vector.secret("msg"));
                Vector.same("ciphertext", sealed, again);
            }
        });
    }

    private static Verdict hkdf(Vector vector) {
        return vector.expect(() -> {
            SecretBytes prk = Hkdf.extract(vector.hex("salt"), vector.secret("ikm"));
            SecretBytes okm = expand(prk, vector.hex("info"), vector.number("size"));
            if (vector.isValid()) {
                Vector.same("okm", vector.hex("okm"), okm);
            }
        });
    }

    /** RFC 5869 appendix A. */
    public static Verdict rfc5869(Vector vector) {
        Bytes expected = vector.hex("prk");
        if (expected.size() != Hkdf.HASH_SIZE) {
            return Verdict.skipped("HKDF with a hash of %d bytes".formatted(expected.size()));
        }
        return vector.expect(() -> {
            SecretBytes prk =
                    Hkdf.extract(vector.optionalHex("salt").orElse(Bytes.of(new byte[0])), vector.secret("ikm"));
            SecretBytes okm = expand(prk, vector.hex("info"), vector.number("L"));
            Vector.same("prk", expected, prk);
            Vector.same("okm", vector.hex("okm"), okm);
        });
    }

    private static SecretBytes expand(SecretBytes prk, Bytes info, long size) throws RejectedException {
        try {
            return Hkdf.expand(prk, info, Math.toIntExact(size));
        } catch (IllegalArgumentException | ArithmeticException tooLong) {
            // The length is the program's own everywhere else, so a wrong one is an unchecked exception there.
            throw new RejectedException("size", "is out of range");
        }
    }

    /** HKDF-Extract is HMAC with the salt as the key (RFC 5869 section 2.2); the module has no other. */
    private static Verdict hmac(Vector vector) {
        int size = Math.toIntExact(vector.groupNumber("tagSize")) / Byte.SIZE;
        return vector.expect(() -> {
            try (SecretBytes tag = Hkdf.extract(vector.hex("key"), vector.secret("msg"))) {
                if (!vector.hex("tag").equals(tag.use(Bytes::of).slice(0, size))) {
                    throw new RejectedException("tag", "is another one");
                }
            }
        });
    }

    private static Verdict ecdsa(Vector vector) {
        Vector key = Vector.of(vector.group()).object(vector.group().has("publicKey") ? "publicKey" : "key");
        String hash = vector.groupText("sha");
        if (!key.text("curve").equals(P256) || !hash.equals("SHA-256")) {
            return Verdict.skipped("ECDSA %s %s".formatted(key.text("curve"), hash));
        }
        return vector.expect(() -> EcdsaP256.verify(key.hex("uncompressed"), vector.hex("msg"), vector.hex("sig")));
    }

    private static Verdict ecdh(Vector vector) {
        if (!vector.groupText("curve").equals(P256)) {
            return Verdict.skipped("ECDH " + vector.groupText("curve"));
        }
        return vector.expect(() -> {
            try (SecretBytes scalar = scalar(vector)) {
                SecretBytes shared = EcdhP256.agree(scalar, vector.hex("public"));
                if (vector.isValid()) {
                    Vector.same("shared", vector.hex("shared"), shared);
                }
            }
        });
    }

    /** Private keys are numbers there, with leading zeros added or left out. */
    private static SecretBytes scalar(Vector vector) throws RejectedException {
        byte[] value = new BigInteger(1, vector.hex("private").toByteArray()).toByteArray();
        int from = value.length == 33 && value[0] == 0 ? 1 : 0;
        if (value.length - from > 32) {
            throw new RejectedException("private", "is out of range");
        }
        byte[] padded = new byte[32];
        byte[] digits = Arrays.copyOfRange(value, from, value.length);
        System.arraycopy(digits, 0, padded, padded.length - digits.length, digits.length);
        return SecretBytes.adopt(padded);
    }
}
