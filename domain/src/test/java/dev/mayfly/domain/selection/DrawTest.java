package dev.mayfly.domain.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.crypto.vrf.VrfProof;
import dev.mayfly.domain.TestNetwork;
import dev.mayfly.domain.directory.KeyIndex;
import dev.mayfly.domain.identity.UserId;
import org.junit.jupiter.api.Test;

class DrawTest {

    private static final VrfPrivateKey KEY = VrfPrivateKey.generate(TestNetwork.RANDOM);
    private static final Bytes CONTAINER = TestNetwork.digest();
    private static final VrfProof PROOF = Draw.prove(CONTAINER, KEY);

    @Test
    void verify_givesTheProofsOutput() throws RejectedException {
        assertThat(Draw.verify(CONTAINER, PROOF, KEY.publicKey())).isEqualTo(PROOF.beta());
    }

    @Test
    void prove_sameProofForTheSameContainerAtAnyTime() {
        assertThat(Draw.prove(CONTAINER, KEY)).isEqualTo(PROOF);
    }

    @Test
    void verify_refusesAnotherContainer() {
        refused(TestNetwork.digest(), PROOF, KEY);
    }

    @Test
    void verify_refusesAnotherKey() {
        refused(CONTAINER, PROOF, VrfPrivateKey.generate(TestNetwork.RANDOM));
    }

    /** One key draws committees and hides users: neither proof may pass for the other. */
    @Test
    void verify_refusesTheProofOfAKeyIndex() {
        VrfProof index = KeyIndex.of(new UserId("issuer", "subject"), KEY).proof();
        refused(CONTAINER, index, KEY);
    }

    private static void refused(Bytes container, VrfProof proof, VrfPrivateKey key) {
        assertThatThrownBy(() -> Draw.verify(container, proof, key.publicKey())).isInstanceOf(RejectedException.class);
    }
}
