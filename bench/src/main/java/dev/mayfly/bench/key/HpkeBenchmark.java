package dev.mayfly.bench.key;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import dev.mayfly.bench.message.TinkHpke;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.encoding.Encoder;
import dev.mayfly.crypto.hpke.Hpke;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.hpke.HpkePublicKey;
import dev.mayfly.crypto.secret.SecretBytes;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One share sealed to a holder's key, by ours and by Tink's HPKE in the same suite. */
@State(Scope.Thread)
public class HpkeBenchmark {

    private final SecureRandom random = new SecureRandom();
    private final Bytes info = Encoder.of("mayfly/v1/hpke")
            .text("share")
            .bytes(Bytes.random(random, 32))
            .text("node-1")
            .integer(1)
            .toBytes();
    private final SecretBytes share = SecretBytes.random(random, 103);
    private HpkePrivateKey key;
    private HpkePublicKey publicKey;
    private Bytes sealed;
    private HybridEncrypt tinkSeal;
    private HybridDecrypt tinkOpen;
    private byte[] tinkSealed;

    @Setup
    public void draw() throws GeneralSecurityException {
        key = HpkePrivateKey.generate(random);
        publicKey = key.publicKey();
        sealed = sealMayfly();
        TinkHpke tink = new TinkHpke();
        tinkSeal = tink.seal();
        tinkOpen = tink.open();
        tinkSealed = sealTink();
    }

    @Benchmark
    public Bytes sealMayfly() {
        return Hpke.seal(publicKey, info, share, random);
    }

    @Benchmark
    public int openMayfly() throws RejectedException {
        try (SecretBytes opened = Hpke.open(key, info, sealed)) {
            return opened.size();
        }
    }

    @Benchmark
    public byte[] sealTink() throws GeneralSecurityException {
        return tinkSeal.encrypt(share.toByteArray(), info.toByteArray());
    }

    @Benchmark
    public byte[] openTink() throws GeneralSecurityException {
        return tinkOpen.decrypt(tinkSealed, info.toByteArray());
    }
}
