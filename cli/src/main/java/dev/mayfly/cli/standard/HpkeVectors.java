package dev.mayfly.cli.standard;

import dev.mayfly.cli.vector.Vector;
import dev.mayfly.cli.vector.Verdict;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.hpke.HpkeContext;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.secret.SecretBytes;
import java.util.List;

/** HPKE of RFC 9180: derived keys, both sides of a context, every message and every exported secret. */
public final class HpkeVectors {
    private static final Bytes NOTHING = Bytes.of(new byte[0]);
    private static final List<String> MODES = List.of("base", "PSK", "auth", "authPSK");

    private HpkeVectors() {}

    /** Judges one vector. */
    public static Verdict judge(Vector vector) {
        long mode = vector.number("mode");
        long kem = vector.number("kem_id");
        long kdf = vector.number("kdf_id");
        long aead = vector.number("aead_id");
        if (mode != 0 || kem != 0x10 || kdf != 1 || aead != 2) {
            String name = mode >= 0 && mode < MODES.size() ? MODES.get((int) mode) : String.valueOf(mode);
            return Verdict.skipped("HPKE %s %s %s %s".formatted(name, kem(kem), kdf(kdf), aead(aead)));
        }
        return vector.expect(() -> exchange(vector));
    }

    private static void exchange(Vector vector) throws RejectedException {
        Bytes info = vector.hex("info");
        try (HpkePrivateKey skR = key(vector, "R");
                HpkePrivateKey skE = key(vector, "E");
                HpkeContext sender = HpkeContext.send(skR.publicKey(), skE, info);
                HpkeContext receiver = HpkeContext.receive(vector.hex("enc"), skR, info)) {
            messages(vector.list("encryptions"), sender, receiver);
            for (Vector export : vector.list("exports")) {
                Bytes context = export.hex("exporter_context");
                int length = Math.toIntExact(export.number("L"));
                Vector.same("exported_value", export.hex("exported_value"), sender.export(context, length));
                Vector.same("exported_value", export.hex("exported_value"), receiver.export(context, length));
            }
        }
    }

    /** skRm or skEm, which DeriveKeyPair must give from ikmR or ikmE. */
    private static HpkePrivateKey key(Vector vector, String whose) throws RejectedException {
        HpkePrivateKey key = HpkePrivateKey.parse(vector.secret("sk" + whose + "m"));
        if (vector.has("ikm" + whose)) {
            try (HpkePrivateKey derived = HpkePrivateKey.derive(vector.secret("ikm" + whose))) {
                Vector.same("sk" + whose + "m", vector.hex("sk" + whose + "m"), derived.scalar());
            }
        }
        return key;
    }

    /** Vectors leave messages out; something must be sent in their place, for the nonces count them. */
    private static void messages(List<Vector> messages, HpkeContext sender, HpkeContext receiver)
            throws RejectedException {
        long sent = 0;
        for (int i = 0; i < messages.size(); i++) {
            Vector message = messages.get(i);
            long seq = message.has("seq") ? message.number("seq") : i;
            for (; sent < seq; sent++) {
                receiver.open(NOTHING, sender.seal(NOTHING, SecretBytes.adopt(new byte[0])));
            }
            Bytes pt = message.hex(message.has("pt") ? "pt" : "plaintext");
            Bytes ct = message.hex(message.has("ct") ? "ct" : "ciphertext");
            Vector.same("ct", ct, sender.seal(message.hex("aad"), SecretBytes.copyOf(pt.toByteArray())));
            Vector.same("pt", pt, receiver.open(message.hex("aad"), ct));
            sent++;
        }
    }

    private static String kem(long id) {
        return switch ((int) id) {
            case 0x10 -> "P-256";
            case 0x11 -> "P-384";
            case 0x12 -> "P-521";
            case 0x20 -> "X25519";
            case 0x21 -> "X448";
            default -> "KEM " + id;
        };
    }

    private static String kdf(long id) {
        return switch ((int) id) {
            case 1 -> "HKDF-SHA256";
            case 2 -> "HKDF-SHA384";
            case 3 -> "HKDF-SHA512";
            default -> "KDF " + id;
        };
    }

    private static String aead(long id) {
        return switch ((int) id) {
            case 1 -> "AES-128-GCM";
            case 2 -> "AES-256-GCM";
            case 3 -> "ChaCha20Poly1305";
            case 0xffff -> "export-only";
            default -> "AEAD " + id;
        };
    }
}
