package dev.mayfly.dynamo.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.hpke.HpkePublicKey;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.share.EpochKeyStore;
import dev.mayfly.dynamo.Samples;
import dev.mayfly.dynamo.Together;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of epoch keys guarantees. */
abstract class EpochKeyStoreContract {
    static final long EPOCH_END = 1_800_003_600;

    abstract EpochKeyStore keys();

    HpkePublicKey create(long epochEnd) {
        try (HpkePrivateKey fresh = HpkePrivateKey.generate(Samples.RANDOM);
                HpkePrivateKey kept = keys().createIfAbsent(epochEnd, fresh)) {
            return kept.publicKey();
        }
    }

    @Test
    void find_emptyWhenThereNeverWasOne() {
        assertThat(keys().find(EPOCH_END)).isEmpty();
    }

    @Test
    void createIfAbsent_keepsAKeyThatWorks() {
        try (HpkePrivateKey fresh = HpkePrivateKey.generate(Samples.RANDOM);
                SecretBytes scalar = fresh.scalar()) {
            assertThat(keys().createIfAbsent(EPOCH_END, fresh)).isSameAs(fresh);
            try (HpkePrivateKey found = keys().find(EPOCH_END).orElseThrow();
                    SecretBytes stored = found.scalar();
                    SecretBytes still = fresh.scalar()) {
                assertThat(stored.sameAs(scalar)).isTrue();
                assertThat(still.sameAs(scalar)).isTrue();
            }
        }
    }

    @Test
    void createIfAbsent_returnsTheFirstWhenThereIsOne() {
        HpkePublicKey first = create(EPOCH_END);

        assertThat(create(EPOCH_END)).isEqualTo(first);
        assertThat(create(EPOCH_END + 3600)).isNotEqualTo(first);
    }

    @Test
    void createIfAbsent_tellsEverybodyOfTheSameKey() throws Exception {
        List<HpkePublicKey> told = Together.ask(20, caller -> create(EPOCH_END));

        assertThat(new HashSet<>(told)).hasSize(1);
    }

    @Test
    void deleteOverdue_keepsAKeyUntilItsEpochEnds() {
        create(EPOCH_END);

        assertThat(keys().deleteOverdue(EPOCH_END - 1)).isEmpty();
        assertThat(keys().find(EPOCH_END)).isPresent();
    }

    @Test
    void deleteOverdue_deletesEveryKeyWhoseEpochIsOver() {
        create(EPOCH_END - 3600);
        create(EPOCH_END);
        create(EPOCH_END + 3600);

        assertThat(keys().deleteOverdue(EPOCH_END)).containsExactlyInAnyOrder(EPOCH_END - 3600, EPOCH_END);

        assertThat(keys().find(EPOCH_END - 3600)).isEmpty();
        assertThat(keys().find(EPOCH_END)).isEmpty();
        assertThat(keys().find(EPOCH_END + 3600)).isPresent();
        assertThat(keys().deleteOverdue(EPOCH_END)).isEmpty();
    }
}
