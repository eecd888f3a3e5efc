package dev.mayfly.crypto.hpke;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.kdf.Hkdf;
import dev.mayfly.crypto.secret.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** LabeledExtract and LabeledExpand of RFC 9180 section 4, for one suite_id. */
record Labeled(Bytes suiteId) {

    private static final Bytes VERSION = ascii("HPKE-v1");

    /** DHKEM(P-256, HKDF-SHA256): "KEM" and I2OSP(0x0010, 2). */
    static final Labeled KEM = new Labeled(Bytes.concat(ascii("KEM"), i2osp2(0x0010)));

    /** The whole suite: "HPKE" and the numbers of KEM, HKDF-SHA256 and AES-256-GCM. */
    static final Labeled SUITE =
            new Labeled(Bytes.concat(ascii("HPKE"), i2osp2(0x0010), i2osp2(0x0001), i2osp2(0x0002)));

    private static final SecretBytes NO_SALT = SecretBytes.adopt(new byte[0]);

    /** LabeledExtract with the empty salt. */
    SecretBytes extract(String label, SecretBytes ikm) {
        return extract(NO_SALT, label, ikm);
    }

    SecretBytes extract(SecretBytes salt, String label, SecretBytes ikm) {
        byte[] prefix = Bytes.concat(VERSION, suiteId, ascii(label)).toByteArray();
        byte[] labeled = ikm.use(bytes -> ByteBuffer.allocate(prefix.length + bytes.length)
                .put(prefix)
                .put(bytes)
                .array());
        try (SecretBytes labeledIkm = SecretBytes.adopt(labeled)) {
            return Hkdf.extract(salt, labeledIkm);
        }
    }

    SecretBytes expand(SecretBytes prk, String label, Bytes info, int length) {
        return Hkdf.expand(prk, Bytes.concat(i2osp2(length), VERSION, suiteId, ascii(label), info), length);
    }

    private static Bytes ascii(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Bytes i2osp2(int value) {
        return Bytes.of(new byte[] {(byte) (value >> 8), (byte) value});
    }
}
