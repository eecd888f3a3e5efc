package dev.mayfly.domain.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.hpke.Hpke;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.crypto.vss.Opening;
import dev.mayfly.crypto.vss.Share;
import dev.mayfly.domain.TestBytes;
import dev.mayfly.domain.TestNetwork;
import dev.mayfly.domain.container.Sealing;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A node fed one container's recorded share as another's gets nothing out of it. */
class SealedShareTest {

    private static final HpkePrivateKey KEY = HpkePrivateKey.generate(TestNetwork.RANDOM);
    private static final Bytes CONTAINER = TestNetwork.digest();
    private static final Share SHARE = Share.of(2, Opening.random(TestNetwork.RANDOM));
    private static final Bytes SEALED = seal(Sealing.SHARE);

    @ParameterizedTest
    @EnumSource
    void open_givesBackTheShareForItsPurposeOnly(Sealing purpose) throws RejectedException {
        Bytes sealed = seal(purpose);
        for (Sealing other : Sealing.values()) {
            if (other != purpose) {
                refused(sealed, other, CONTAINER, "node-01", 2, KEY);
            }
        }
        try (Share opened = SealedShare.open(sealed, purpose, CONTAINER, "node-01", 2, KEY)) {
            assertThat(opened.index()).isEqualTo(2);
            assertThat(opened.value().opens(SHARE.value().commit())).isTrue();
        }
    }

    @Test
    void open_refusedForAnotherContainerNodeRankOrKey() {
        refused(SEALED, Sealing.SHARE, TestNetwork.digest(), "node-01", 2, KEY);
        refused(SEALED, Sealing.SHARE, CONTAINER, "node-02", 2, KEY);
        refused(SEALED, Sealing.SHARE, CONTAINER, "node-01", 3, KEY);
        refused(SEALED, Sealing.SHARE, CONTAINER, "node-01", 2, HpkePrivateKey.generate(TestNetwork.RANDOM));
    }

    /** Properly sealed for rank 3, and still the share of rank 2. */
    @Test
    void open_refusedForTheShareOfAnotherRank() {
        try (SecretBytes encoded = SHARE.encode()) {
            Bytes info = Sealing.SHARE.info(CONTAINER, "node-01", 3);
            Bytes sealed = Hpke.seal(KEY.publicKey(), info, encoded, TestNetwork.RANDOM);
            refused(sealed, Sealing.SHARE, CONTAINER, "node-01", 3, KEY);
        }
    }

    @Test
    void open_refusedAlteredOrCut() {
        for (int i = 0; i < SEALED.size(); i += 5) {
            refused(TestBytes.flip(SEALED, i), Sealing.SHARE, CONTAINER, "node-01", 2, KEY);
            refused(SEALED.slice(0, i), Sealing.SHARE, CONTAINER, "node-01", 2, KEY);
        }
    }

    @Test
    void info_differsForEveryPurposeContainerNodeAndRank() {
        List<Bytes> infos = new ArrayList<>();
        for (Sealing purpose : Sealing.values()) {
            for (Bytes container : List.of(CONTAINER, TestNetwork.digest())) {
                infos.add(purpose.info(container));
                infos.add(purpose.info(container, "node-01", 1));
                infos.add(purpose.info(container, "node-01", 2));
                infos.add(purpose.info(container, "node-02", 1));
            }
        }
        assertThat(infos).hasSize(32).doesNotHaveDuplicates();
    }

    private static Bytes seal(Sealing purpose) {
        return SealedShare.seal(SHARE, purpose, CONTAINER, "node-01", KEY.publicKey(), TestNetwork.RANDOM);
    }

    private static void refused(
            Bytes sealed, Sealing purpose, Bytes container, String node, int rank, HpkePrivateKey key) {
        assertThatThrownBy(() -> SealedShare.open(sealed, purpose, container, node, rank, key))
                .isInstanceOf(RejectedException.class);
    }
}
