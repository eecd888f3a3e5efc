package dev.mayfly.dynamo.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.domain.registry.SeenRegistry;
import dev.mayfly.dynamo.Together;
import org.junit.jupiter.api.Test;

/** What every memory of the newest registry guarantees. */
abstract class SeenRegistryContract {
    abstract SeenRegistry seen();

    @Test
    void newest_emptyBeforeTheFirst() {
        assertThat(seen().newest()).isEmpty();
    }

    @Test
    void raise_keepsAHigherVersion() {
        seen().raise(9, "nine");
        seen().raise(10, "ten");

        assertThat(seen().newest()).contains("ten");
    }

    @Test
    void raise_changesNothingWhenTheVersionIsNotHigher() {
        seen().raise(10, "ten");
        seen().raise(9, "nine");
        seen().raise(10, "another ten");

        assertThat(seen().newest()).contains("ten");
    }

    @Test
    void raise_endsAtTheHighestWhenManyRaiseAtOnce() throws Exception {
        Together.ask(20, caller -> {
            seen().raise(caller + 1, "version " + (caller + 1));
            return caller;
        });

        assertThat(seen().newest()).contains("version 20");
    }
}
