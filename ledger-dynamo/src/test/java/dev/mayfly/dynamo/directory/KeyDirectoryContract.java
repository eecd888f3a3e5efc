package dev.mayfly.dynamo.directory;

import static dev.mayfly.dynamo.Samples.CREATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.domain.identity.KeyDirectory;
import dev.mayfly.domain.identity.KeyDirectory.Registration;
import dev.mayfly.domain.identity.PublicKeys;
import dev.mayfly.domain.ledger.AuditLog;
import dev.mayfly.domain.ledger.Entry;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.dynamo.Chain;
import dev.mayfly.dynamo.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every key directory guarantees. */
abstract class KeyDirectoryContract {
    private final Bytes index = Samples.bytes(32);

    abstract KeyDirectory keys();

    abstract AuditLog log();

    private List<Entry> chain() {
        return Chain.linked(log().entries(0, 100));
    }

    Registration registration(long version) {
        PublicKeys fresh = new PublicKeys(
                SigningPrivateKey.generate(Samples.RANDOM).publicKey(),
                HpkePrivateKey.generate(Samples.RANDOM).publicKey());
        Bytes salt = Samples.bytes(64);
        return new Registration(
                fresh, salt, new EntryBody.KeysRegistered(index, version, Samples.bytes(32), fresh.commitment(salt)));
    }

    @Test
    void current_emptyWhenNothingIsRegistered() {
        assertThat(keys().current(index)).isEmpty();
        assertThat(keys().history(index)).isEmpty();
    }

    @Test
    void registerIfNext_keepsEveryVersionAndItsEntry() {
        Registration first = registration(1);
        Registration second = registration(2);

        assertThat(keys().registerIfNext(first, CREATED)).isEqualTo(first);
        assertThat(keys().registerIfNext(second, CREATED)).isEqualTo(second);

        assertThat(keys().current(index)).contains(second);
        assertThat(keys().history(index)).containsExactly(first, second);
        assertThat(chain()).extracting(Entry::body).containsExactly(first.entry(), second.entry());
    }

    @Test
    void registerIfNext_returnsTheFirstWhenTheVersionIsTaken() {
        Registration first = registration(1);
        keys().registerIfNext(first, CREATED);

        assertThat(keys().registerIfNext(first, CREATED + 9)).isEqualTo(first);
        assertThat(keys().registerIfNext(registration(1), CREATED)).isEqualTo(first);
        assertThat(chain()).hasSize(1);
    }

    @Test
    void registerIfNext_failsWhenAVersionIsLeftOut() {
        keys().registerIfNext(registration(1), CREATED);

        assertThatThrownBy(() -> keys().registerIfNext(registration(3), CREATED))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(keys().history(index)).hasSize(1);
        assertThat(chain()).hasSize(1);
    }
}
