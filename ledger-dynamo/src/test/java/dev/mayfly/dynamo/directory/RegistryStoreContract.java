package dev.mayfly.dynamo.directory;

import static dev.mayfly.dynamo.Samples.CREATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.domain.ledger.AuditLog;
import dev.mayfly.domain.ledger.Entry;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.registry.RegistryStore;
import dev.mayfly.dynamo.Chain;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of the registry guarantees. */
abstract class RegistryStoreContract {
    abstract RegistryStore registry();

    abstract AuditLog log();

    private List<Entry> chain() {
        return Chain.linked(log().entries(0, 100));
    }

    static Optional<String> publish(RegistryStore registry, long version, String statement) {
        return registry.publishIfNext(version, new EntryBody.RegistryPublished(statement), CREATED);
    }

    @Test
    void newest_emptyBeforeTheFirst() {
        assertThat(registry().newest()).isEmpty();
        assertThat(registry().find(1)).isEmpty();
    }

    @Test
    void publishIfNext_keepsEveryVersionAndItsEntry() {
        assertThat(publish(registry(), 1, "one")).contains("one");
        assertThat(publish(registry(), 2, "two")).contains("two");

        assertThat(registry().newest()).contains("two");
        assertThat(registry().find(1)).contains("one");
        assertThat(Chain.types(chain())).containsExactly("REGISTRY_PUBLISHED", "REGISTRY_PUBLISHED");
    }

    @Test
    void publishIfNext_returnsTheFirstWhenTheVersionIsTaken() {
        publish(registry(), 1, "one");

        assertThat(publish(registry(), 1, "one")).contains("one");
        assertThat(publish(registry(), 1, "another")).contains("one");
        assertThat(chain()).hasSize(1);
    }

    @Test
    void publishIfNext_emptyWhenAVersionIsLeftOut() {
        assertThat(publish(registry(), 0, "zero")).isEmpty();
        assertThat(publish(registry(), 2, "two")).isEmpty();
        assertThat(chain()).isEmpty();
    }
}
