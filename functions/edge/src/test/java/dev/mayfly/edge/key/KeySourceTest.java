package dev.mayfly.edge.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.secret.SecretBytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeySourceTest {
    @TempDir
    Path folder;

    @Test
    void of_readsTheFile() throws Exception {
        Path file = Files.writeString(folder.resolve("key"), "A".repeat(42) + "E");

        try (SecretBytes scalar = KeySource.of("mayfly.test.key", Optional.of(file), Optional.empty())
                .read()) {
            assertThat(scalar.toByteArray()).hasSize(32).endsWith(1);
        }
    }

    @Test
    void of_refusedWhenNoneIsSetOrBoth() {
        assertThatThrownBy(() -> KeySource.of("mayfly.test.key", Optional.empty(), Optional.empty()))
                .hasMessage("set one of mayfly.test.key-file and mayfly.test.key-parameter");
        assertThatThrownBy(() -> KeySource.of("mayfly.test.key", Optional.of(folder), Optional.of("/mayfly/key")))
                .hasMessage("set one of mayfly.test.key-file and mayfly.test.key-parameter");
    }
}
