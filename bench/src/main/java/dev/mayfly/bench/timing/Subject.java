package dev.mayfly.bench.timing;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.crypto.vss.Dealer;
import dev.mayfly.crypto.vss.Opening;
import java.security.SecureRandom;
import java.util.List;

/** An operation and the secret it works on; preparing it is not measured. */
interface Subject {

    /** The operation for a fixed secret or a fresh one; both are prepared alike. */
    Runnable prepare(boolean fixed);

    /** A proof about one alpha, under the key 1 or under any. */
    static Subject proof(SecureRandom random) {
        Bytes alpha = Bytes.of(new byte[32]);
        return fixed -> {
            VrfPrivateKey key = key(scalar(fixed, random));
            return () -> key.prove(alpha);
        };
    }

    /** Shares and commitments of the secret 1 or any, blinded by any. */
    static Subject dealing(SecureRandom random) {
        return fixed -> {
            Opening secret = opening(scalar(fixed, random), random);
            return () -> Dealer.deal(secret, 3, List.of(1, 2, 3, 4, 5), random).close();
        };
    }

    /** The commitment to a key against one that differs in its first byte, or in any. */
    static Subject comparison(SecureRandom random) {
        byte[] expected = new byte[32];
        Bytes ours = Bytes.of(expected);
        return fixed -> {
            byte[] theirs = new byte[32];
            theirs[fixed ? 0 : random.nextInt(theirs.length)] = 1;
            Bytes other = Bytes.of(theirs);
            return () -> {
                for (int i = 0; i < 100; i++) {
                    if (ours.equals(other)) {
                        throw new IllegalStateException("they differ");
                    }
                }
            };
        };
    }

    private static SecretBytes scalar(boolean fixed, SecureRandom random) {
        byte[] drawn = new byte[32];
        random.nextBytes(drawn);
        byte[] one = new byte[32];
        one[31] = 1;
        drawn[0] &= 0x7f;
        return SecretBytes.adopt(fixed ? one : drawn);
    }

    private static VrfPrivateKey key(SecretBytes scalar) {
        try {
            return VrfPrivateKey.parse(scalar);
        } catch (RejectedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Opening opening(SecretBytes s, SecureRandom random) {
        try (SecretBytes r = scalar(false, random)) {
            return Opening.parse(s, r);
        } catch (RejectedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
