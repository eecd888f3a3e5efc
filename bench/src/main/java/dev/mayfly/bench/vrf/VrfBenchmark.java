package dev.mayfly.bench.vrf;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.crypto.vrf.VrfProof;
import dev.mayfly.crypto.vrf.VrfPublicKey;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Proofs under one key on ever new alphas, parsed from bytes before they are verified. */
@State(Scope.Thread)
public class VrfBenchmark {

    private static final int ALPHAS = 256;

    private final Bytes[] alphas = new Bytes[ALPHAS];
    private final byte[][] rawAlphas = new byte[ALPHAS][];
    private final Bytes[] proofs = new Bytes[ALPHAS];
    private final byte[][] rawProofs = new byte[ALPHAS][];
    private VrfPrivateKey key;
    private VrfPublicKey publicKey;
    private TextbookVrf textbook;
    private int next;

    /** One key and 256 alphas: try-and-increment takes one try for one and five for another. */
    @Setup
    public void draw() throws RejectedException {
        SecretBytes scalar = SecretBytes.random(new SecureRandom(), 32);
        key = VrfPrivateKey.parse(scalar);
        publicKey = key.publicKey();
        textbook = new TextbookVrf(scalar.toByteArray());
        for (int i = 0; i < ALPHAS; i++) {
            rawAlphas[i] = ByteBuffer.allocate(64).putInt(i).array();
            alphas[i] = Bytes.of(rawAlphas[i]);
            proofs[i] = key.prove(alphas[i]).bytes();
            rawProofs[i] = proofs[i].toByteArray();
            if (!Arrays.equals(textbook.prove(rawAlphas[i]), rawProofs[i])) {
                throw new IllegalStateException("the two implementations disagree");
            }
        }
    }

    @Benchmark
    public Bytes proveMayfly() {
        return key.prove(alphas[step()]).bytes();
    }

    @Benchmark
    public byte[] proveTextbook() {
        return textbook.prove(rawAlphas[step()]);
    }

    @Benchmark
    public Bytes verifyMayfly() throws RejectedException {
        int i = step();
        return publicKey.verify(alphas[i], VrfProof.parse(proofs[i]));
    }

    @Benchmark
    public byte[] verifyTextbook() {
        int i = step();
        byte[] beta = textbook.verify(rawAlphas[i], rawProofs[i]);
        if (beta == null) {
            throw new IllegalStateException("an honest proof was refused");
        }
        return beta;
    }

    private int step() {
        next = (next + 1) % ALPHAS;
        return next;
    }
}
