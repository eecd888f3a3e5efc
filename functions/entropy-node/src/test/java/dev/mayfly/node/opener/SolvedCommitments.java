package dev.mayfly.node.opener;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.crypto.vss.Opening;
import dev.mayfly.crypto.vss.Share;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;

/** What an opener can do who knows a share: commit to a polynomial of degree 2 that goes through it and through any secret. */
public final class SolvedCommitments {
    private static final BigInteger Q =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private SolvedCommitments() {}

    /** Commitments to {@code a + bX + cX²} with a the secret and b at random, so that the value at the share's index is the share. */
    public static List<Bytes> through(Opening secret, Share share) throws RejectedException {
        Opening slope = Opening.random(new SecureRandom());
        BigInteger x = BigInteger.valueOf(share.index());
        BigInteger s = solve(secret.s(), slope.s(), share.value().s(), x);
        BigInteger r = solve(secret.r(), slope.r(), share.value().r(), x);
        Opening curve = Opening.parse(scalar(s), scalar(r));
        return List.of(
                secret.commit().bytes(), slope.commit().bytes(), curve.commit().bytes());
    }

    /** c in {@code value = a + b·x + c·x²}. */
    private static BigInteger solve(SecretBytes a, SecretBytes b, SecretBytes value, BigInteger x) {
        BigInteger rest = number(value).subtract(number(a)).subtract(number(b).multiply(x));
        return rest.multiply(x.multiply(x).modInverse(Q)).mod(Q);
    }

    private static BigInteger number(SecretBytes scalar) {
        return scalar.use(bytes -> new BigInteger(1, bytes));
    }

    private static SecretBytes scalar(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] padded = new byte[32];
        int length = Math.min(bytes.length, 32);
        System.arraycopy(
                Arrays.copyOfRange(bytes, bytes.length - length, bytes.length), 0, padded, 32 - length, length);
        return SecretBytes.adopt(padded);
    }
}
