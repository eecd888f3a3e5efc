package dev.mayfly.bench.timing;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.hpke.HpkePublicKey;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.crypto.vss.Dealer;
import dev.mayfly.crypto.vss.Opening;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.IntStream;

/** An operation and the secret it works on; preparing it is not measured. */
interface Subject {

    /** The operation for a fixed secret or a fresh one; both are prepared alike, and one is drawn for either. */
    Runnable prepare(boolean fixed);

    /**
     * A proof under one key, or under any. Its time may depend on the public key and alpha, which are no secrets: the alphas
     * here are such that the first hash is the x of a point, for every key.
     */
    static Subject proof(SecretBytes fixedKey, SecureRandom random) {
        return fixed -> {
            SecretBytes drawn = scalar(random);
            VrfPrivateKey key = key(fixed ? fixedKey : drawn);
            Bytes alpha = alphaOfOneTry(key, random);
            return () -> key.prove(alpha);
        };
    }

    /** The shares of one secret, or of any, blinded by any: many of them, so that they outweigh the two commitments. */
    static Subject dealing(SecretBytes fixedSecret, SecureRandom random) {
        List<Integer> indices = IntStream.rangeClosed(1, 255).boxed().toList();
        return fixed -> {
            SecretBytes drawn = scalar(random);
            Opening secret = opening(fixed ? fixedSecret : drawn, random);
            return () -> Dealer.deal(secret, 2, indices, random).close();
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

    /** The number 1, the shortest secret there is. */
    static SecretBytes one() {
        byte[] one = new byte[32];
        one[31] = 1;
        return SecretBytes.adopt(one);
    }

    /** Any scalar below 2^255. */
    static SecretBytes scalar(SecureRandom random) {
        byte[] drawn = new byte[32];
        random.nextBytes(drawn);
        drawn[0] &= 0x7f;
        return SecretBytes.adopt(drawn);
    }

    /** RFC 9381 section 5.4.1.1: an alpha for which ctr = 0 gives a point. */
    private static Bytes alphaOfOneTry(VrfPrivateKey key, SecureRandom random) {
        while (true) {
            Bytes alpha = Bytes.random(random, 32);
            Bytes hash = Bytes.concat(octets(1, 1), key.publicKey().bytes(), alpha, octets(0, 0))
                    .sha256();
            try {
                HpkePublicKey.parse(Bytes.concat(octets(2), hash));
                return alpha;
            } catch (RejectedException onNoPoint) {
                continue;
            }
        }
    }

    private static Bytes octets(int... values) {
        byte[] octets = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            octets[i] = (byte) values[i];
        }
        return Bytes.of(octets);
    }

    private static VrfPrivateKey key(SecretBytes scalar) {
        try {
            return VrfPrivateKey.parse(scalar);
        } catch (RejectedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Opening opening(SecretBytes s, SecureRandom random) {
        try (SecretBytes r = scalar(random)) {
            return Opening.parse(s, r);
        } catch (RejectedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
