package dev.mayfly.bench.message;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.signal.libsignal.protocol.InvalidMessageException;
import org.signal.libsignal.protocol.ecc.ECPrivateKey;

/** Peers that seal to a public key each time: they do more than the others, and say what that costs. */
final class Hybrids {

    private static final String INFO = "mayfly bench";

    private Hybrids() {}

    /** Tink's HPKE on P-256, in Java on the JCA. */
    static Peer tink() throws GeneralSecurityException {
        TinkHpke keys = new TinkHpke();
        HybridEncrypt seal = keys.seal();
        HybridDecrypt open = keys.open();
        byte[] info = INFO.getBytes(StandardCharsets.US_ASCII);
        return new Peer() {
            @Override
            public Object seal(byte[] plaintext) throws GeneralSecurityException {
                return seal.encrypt(plaintext, info);
            }

            @Override
            public byte[] open(Object sealed) throws GeneralSecurityException {
                return open.decrypt((byte[]) sealed, info);
            }
        };
    }

    /** libsignal's HPKE on X25519, in Rust behind JNI. */
    static Peer libsignal() {
        ECPrivateKey key = ECPrivateKey.generate();
        return new Peer() {
            @Override
            public Object seal(byte[] plaintext) {
                return key.publicKey().seal(plaintext, INFO, new byte[0]);
            }

            @Override
            public byte[] open(Object sealed) throws GeneralSecurityException {
                try {
                    return key.open((byte[]) sealed, INFO, new byte[0]);
                } catch (InvalidMessageException refused) {
                    throw new GeneralSecurityException(refused);
                }
            }
        };
    }
}
