package dev.mayfly.domain.dealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.vss.Opening;
import dev.mayfly.crypto.vss.Share;
import dev.mayfly.domain.TestBytes;
import dev.mayfly.domain.TestNetwork;
import dev.mayfly.domain.container.Sealing;
import dev.mayfly.domain.share.SealedShare;
import org.junit.jupiter.api.Test;

class SealedOpeningTest {

    private static final HpkePrivateKey KEY = HpkePrivateKey.generate(TestNetwork.RANDOM);
    private static final Bytes CONTAINER = TestNetwork.digest();
    private static final Opening OPENING = Opening.random(TestNetwork.RANDOM);
    private static final Bytes SEALED =
            SealedOpening.seal(OPENING, CONTAINER, "node-01", 2, KEY.publicKey(), TestNetwork.RANDOM);

    @Test
    void open_givesBackWhatWasContributed() throws RejectedException {
        try (Opening opened = SealedOpening.open(SEALED, CONTAINER, "node-01", 2, KEY)) {
            assertThat(opened.opens(OPENING.commit())).isTrue();
        }
    }

    @Test
    void open_refusedForAnotherContainerNodeRankOrKey() {
        refused(SEALED, TestNetwork.digest(), "node-01", 2, KEY);
        refused(SEALED, CONTAINER, "node-02", 2, KEY);
        refused(SEALED, CONTAINER, "node-01", 1, KEY);
        refused(SEALED, CONTAINER, "node-01", 2, HpkePrivateKey.generate(TestNetwork.RANDOM));
    }

    @Test
    void open_refusedAlteredOrCut() {
        for (int i = 0; i < SEALED.size(); i += 5) {
            refused(TestBytes.flip(SEALED, i), CONTAINER, "node-01", 2, KEY);
            refused(SEALED.slice(0, i), CONTAINER, "node-01", 2, KEY);
        }
    }

    @Test
    void open_refusedForAShareSealedAsOne() {
        Share share = Share.of(2, Opening.random(TestNetwork.RANDOM));
        Bytes sealed = SealedShare.seal(
                share, Sealing.CONTRIBUTION, CONTAINER, "node-01", KEY.publicKey(), TestNetwork.RANDOM);
        refused(sealed, CONTAINER, "node-01", 2, KEY);
    }

    private static void refused(Bytes sealed, Bytes container, String node, int rank, HpkePrivateKey key) {
        assertThatThrownBy(() -> SealedOpening.open(sealed, container, node, rank, key))
                .isInstanceOf(RejectedException.class);
    }
}
