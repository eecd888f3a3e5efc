package dev.mayfly.crypto.vrf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.TestBytes;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class VrfTest {

    private static final String Q = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";
    private static final Bytes ALPHA = TestBytes.utf8("alpha");

    private final VrfPrivateKey sk = VrfPrivateKey.generate(TestBytes.seeded(1));
    private final VrfProof pi = sk.prove(ALPHA);

    @Test
    void verify_givesTheProversBeta() throws RejectedException {
        assertThat(sk.publicKey().verify(ALPHA, pi)).isEqualTo(pi.beta());
        assertThat(pi.beta().size()).isEqualTo(32);
        assertThat(VrfProof.parse(pi.bytes())).isEqualTo(pi);
        assertThat(VrfPrivateKey.parse(sk.scalar()).prove(ALPHA)).isEqualTo(pi);
        assertThat(VrfPublicKey.parse(sk.publicKey().bytes())).isEqualTo(sk.publicKey());
    }

    @Test
    void verify_refusedWhenAnyBitOfTheProofIsTurned() {
        for (int bit = 0; bit < VrfProof.SIZE * 8; bit++) {
            Bytes forged = TestBytes.flip(pi.bytes(), bit);
            refused(() -> sk.publicKey().verify(ALPHA, VrfProof.parse(forged)));
        }
    }

    @Test
    void verify_refusedForAnotherKeyOrAlpha() {
        VrfPublicKey other = VrfPrivateKey.generate(TestBytes.seeded(2)).publicKey();
        refused(() -> other.verify(ALPHA, pi));
        refused(() -> sk.publicKey().verify(TestBytes.utf8("alphA"), pi));
        refused(() -> sk.publicKey().verify(TestBytes.utf8(""), pi));
    }

    /** c = 0 and s = 0 make U and V infinity: a hash over points that have no encoding proves nothing. */
    @Test
    void verify_refusedWhenChallengeAndResponseAreZero() throws RejectedException {
        VrfProof empty = VrfProof.parse(Bytes.concat(pi.bytes().slice(0, 33), Bytes.of(new byte[48])));
        refused(() -> sk.publicKey().verify(ALPHA, empty));
    }

    @Test
    void parse_refusedWhenTheProofIsMalformed() {
        Bytes gammaAndC = pi.bytes().slice(0, 49);
        refused(() -> VrfProof.parse(Bytes.concat(gammaAndC, TestBytes.hex(Q))));
        refused(() -> VrfProof.parse(Bytes.concat(gammaAndC, TestBytes.hex("ff".repeat(32)))));
        refused(() -> VrfProof.parse(
                Bytes.concat(TestBytes.hex("00".repeat(33)), pi.bytes().slice(33, 81))));
        refused(() -> VrfProof.parse(pi.bytes().slice(0, 80)));
        refused(() -> VrfProof.parse(Bytes.concat(pi.bytes(), Bytes.of(new byte[1]))));
        refused(() -> VrfProof.parse(Bytes.of(new byte[0])));
    }

    @Test
    void parse_refusedWhenTheKeyIsInvalid() {
        refused(() -> VrfPublicKey.parse(TestBytes.hex("00")));
        refused(() -> VrfPublicKey.parse(Bytes.of(new byte[33])));
        refused(() -> VrfPrivateKey.parse(TestBytes.secretHex("00".repeat(32))));
        refused(() -> VrfPrivateKey.parse(TestBytes.secretHex(Q)));
    }

    @Test
    void prove_failsAfterClose() {
        sk.close();
        assertThatIllegalStateException().isThrownBy(() -> sk.prove(ALPHA));
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(RejectedException.class);
    }
}
