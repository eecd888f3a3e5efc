package dev.mayfly.crypto.internal;

import java.math.BigInteger;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;

/**
 * The nonce of RFC 6979 section 3.2 with SHA-256, for ECDSA and for the VRF (RFC 9381 section 5.4.2.1): no bad random
 * source can repeat it, and with it give the key away.
 */
public final class DeterministicNonce {

    private DeterministicNonce() {}

    /**
     * The nonce k for secret scalar {@code x} and a message.
     *
     * @param h1 the SHA-256 of the message, 32 bytes
     */
    public static Scalar k(Scalar x, byte[] h1) {
        HMacDSAKCalculator calculator = new HMacDSAKCalculator(new SHA256Digest());
        calculator.init(Scalar.order(), x.value(), h1);
        BigInteger k = calculator.nextK();
        return Scalar.of(k);
    }
}
