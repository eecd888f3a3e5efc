package dev.mayfly.bench.message;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.function.Consumer;
import org.signal.libsignal.protocol.InvalidMessageException;
import org.signal.libsignal.protocol.ecc.ECPrivateKey;

/** Peers that seal to a public key each time: they do more than the others, and say what that costs. */
final class Hybrids {

    private static final String INFO = "mayfly bench";

    private Hybrids() {}

    /** Tink's HPKE on P-256, in Java on the JCA. */
    static Peer tink(byte[] plaintext) throws GeneralSecurityException {
        TinkHpke keys = new TinkHpke();
        HybridEncrypt seal = keys.seal();
        HybridDecrypt open = keys.open();
        byte[] info = INFO.getBytes(StandardCharsets.US_ASCII);
        return new Peer() {
            @Override
            public Object seal() throws GeneralSecurityException {
                return seal.encrypt(plaintext, info);
            }

            @Override
            public void open(Object sealed, Consumer<byte[]> reader) throws GeneralSecurityException {
                reader.accept(open.decrypt((byte[]) sealed, info));
            }
        };
    }

    /** libsignal's HPKE on X25519, in Rust behind JNI. */
    static Peer libsignal(byte[] plaintext) {
        ECPrivateKey key = ECPrivateKey.generate();
        return new Peer() {
            @Override
            public Object seal() {
                return key.publicKey().seal(plaintext, INFO, new byte[0]);
            }

            @Override
            public void open(Object sealed, Consumer<byte[]> reader) throws GeneralSecurityException {
                try {
                    reader.accept(key.open((byte[]) sealed, INFO, new byte[0]));
                } catch (InvalidMessageException refused) {
                    throw new GeneralSecurityException(refused);
                }
            }
        };
    }
}
