package dev.mayfly.dynamo.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.secret.SecretBytes;
import org.junit.jupiter.api.Test;

class AttributesTest {
    @Test
    void toString_showsNamesAndNoValues() {
        assertThat(Attributes.none().put("password", "swordfish")).hasToString("Attributes[password]");
    }

    @Test
    void secret_isWipedWhereItWasReadFrom() {
        Attributes item = Attributes.none().putSecret("key", new byte[] {1, 2, 3});

        try (SecretBytes secret = item.secret("key")) {
            assertThat(secret.toByteArray()).containsExactly(1, 2, 3);
        }

        assertThat(item.bytes("key").toByteArray()).containsExactly(0, 0, 0);
    }

    @Test
    void text_failsWhenTheAttributeIsMissing() {
        assertThatThrownBy(() -> Attributes.none().text("holding"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("holding");
    }

    @Test
    void integers_emptyWhenTheAttributeIsMissing() {
        assertThat(Attributes.none().integers("erasedRanks")).isEmpty();
    }
}
