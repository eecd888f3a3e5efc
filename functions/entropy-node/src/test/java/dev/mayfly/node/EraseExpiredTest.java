package dev.mayfly.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.hpke.Hpke;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.domain.container.Sealing;
import dev.mayfly.domain.share.EpochKeyStore;
import dev.mayfly.domain.share.Erasure;
import dev.mayfly.domain.share.HeldShare;
import dev.mayfly.domain.wire.NodeApi;
import dev.mayfly.node.opener.TestContainer;
import dev.mayfly.node.opener.TestNetwork;
import dev.mayfly.node.share.EraseExpired;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EraseExpiredTest extends NodeTest {
    @Inject
    EraseExpired eraseExpired;

    @Inject
    EpochKeyStore epochKeys;

    @Test
    void run_erasesWhatHasExpiredAndNothingElse() throws Exception {
        eraseExpired.run();
        TestContainer due = open();
        deposited(due);
        long now = clock.seconds();
        TestContainer alive = TestContainer.open(plan().withTimes(now, now + LIFETIME + 1));
        deposited(alive);

        clock.set(due.fields().expiresAt() - 1);
        assertThat(eraseExpired.run().shares()).isZero();
        clock.set(due.fields().expiresAt());
        assertThat(eraseExpired.run()).satisfies(run -> {
            assertThat(run.shares()).isEqualTo(1);
            assertThat(run.failures()).isZero();
        });

        assertThat(shares.find(due.id()).orElseThrow().sealed()).isEmpty();
        assertThat(shares.find(alive.id()).orElseThrow().sealed()).isPresent();
        assertThat(eraseExpired.run().shares()).isZero();
    }

    @Test
    void run_signsTheErasureThatAnEndIsAnsweredWithLater() throws Exception {
        TestContainer container = open();
        deposited(container);
        clock.set(container.fields().expiresAt());

        eraseExpired.run();

        String erasure = shares.find(container.id()).flatMap(HeldShare::erasure).orElseThrow();
        Erasure.TYPE.verify(erasure, TestNetwork.ownKey().publicKey());
        var end = new NodeApi.End(container.end(container.accessKey(), clock));
        assertThat(node.ask("end", end, NodeApi.Erased.class).erasure()).isEqualTo(erasure);
    }

    @Test
    void run_deletesTheKeyWithoutWhichNoRecordedShareOpens() throws Exception {
        TestContainer container = open();
        deposited(container);
        Bytes recorded = shares.find(container.id()).flatMap(HeldShare::sealed).orElseThrow();
        assertThat(opensWithKeptKey(recorded, container)).isTrue();

        clock.set(epochEnd(container) - 1);
        eraseExpired.run();
        assertThat(epochKeys.find(epochEnd(container))).isPresent();
        clock.set(epochEnd(container));
        assertThat(eraseExpired.run().epochKeys()).isEqualTo(1);

        assertThat(epochKeys.find(epochEnd(container))).isEmpty();
    }

    @Test
    void everyCall_deletesOverdueEpochKeysFirst() throws Exception {
        TestContainer earlier = open();
        contribute(earlier);
        clock.set(epochEnd(earlier));
        assertThat(epochKeys.find(epochEnd(earlier))).isPresent();

        contribute(open());

        assertThat(epochKeys.find(epochEnd(earlier))).isEmpty();
    }

    private boolean opensWithKeptKey(Bytes sealed, TestContainer container) throws Exception {
        Bytes info = Sealing.SHARE.info(container.id(), TestNetwork.OWN_ID, container.rank());
        try (HpkePrivateKey key = epochKeys.find(epochEnd(container)).orElseThrow();
                var opened = Hpke.open(key, info, sealed)) {
            return opened.size() > 0;
        }
    }
}
