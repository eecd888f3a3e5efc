package dev.mayfly.crypto.hpke;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.internal.AesGcm;
import dev.mayfly.crypto.kdf.Hkdf;
import dev.mayfly.crypto.secret.SecretBytes;

/**
 * KeySchedule of RFC 9180 section 5.1 in base mode: the key and the nonce of the one message of a context. Closing it
 * wipes the key.
 */
record KeySchedule(SecretBytes key, Bytes baseNonce) implements AutoCloseable {

    private static final Bytes MODE_BASE = Bytes.of(new byte[] {0x00});

    static KeySchedule of(SecretBytes sharedSecret, Bytes info) {
        try (SecretBytes noPsk = SecretBytes.adopt(new byte[0]);
                SecretBytes secret = Labeled.SUITE.extract(sharedSecret, "secret", noPsk);
                SecretBytes nonce = Labeled.SUITE.expand(secret, "base_nonce", context(info), AesGcm.NONCE_SIZE)) {
            SecretBytes key = Labeled.SUITE.expand(secret, "key", context(info), AesGcm.KEY_SIZE);
            return new KeySchedule(key, nonce.use(Bytes::of));
        }
    }

    /** exporter_secret, which the protocol has no use for and so is derived apart. The caller closes it. */
    static SecretBytes exporterSecret(SecretBytes sharedSecret, Bytes info) {
        try (SecretBytes noPsk = SecretBytes.adopt(new byte[0]);
                SecretBytes secret = Labeled.SUITE.extract(sharedSecret, "secret", noPsk)) {
            return Labeled.SUITE.expand(secret, "exp", context(info), Hkdf.HASH_SIZE);
        }
    }

    /** key_schedule_context: the mode, and the hashes of an empty psk_id and of info. No secret goes into it. */
    private static Bytes context(Bytes info) {
        return Bytes.concat(MODE_BASE, hash("psk_id_hash", Bytes.of(new byte[0])), hash("info_hash", info));
    }

    private static Bytes hash(String label, Bytes input) {
        try (SecretBytes ikm = SecretBytes.adopt(input.toByteArray());
                SecretBytes hash = Labeled.SUITE.extract(label, ikm)) {
            return hash.use(Bytes::of);
        }
    }

    @Override
    public void close() {
        key.close();
    }
}
