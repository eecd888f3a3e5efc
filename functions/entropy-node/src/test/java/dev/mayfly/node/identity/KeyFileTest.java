package dev.mayfly.node.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.RejectedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {
    /** The scalar 1, whose public key is the generator of P-256. */
    private static final String ONE = "A".repeat(42) + "E";

    private static final String GENERATOR = "A2sX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKW";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "\n"})
    void read_takesOneLineWithOrWithoutItsEnd(String end) throws Exception {
        try (var key = KeyFile.read(file(ONE + end))) {
            assertThat(key.publicKey().bytes().toBase64Url()).isEqualTo(GENERATOR);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAEC", "\n\n", "not base64url, but as long as a key would be", "A"})
    void read_refusesWhatIsNoKeyWithoutRepeatingIt(String content) throws Exception {
        Path file = file(content);

        assertThatThrownBy(() -> KeyFile.read(file))
                .isInstanceOf(RejectedException.class)
                .satisfies(thrown -> assertThat(thrown.toString()).doesNotContain("AAEC", "but as long"));
    }

    @Test
    void read_refusesAScalarOutOfRange() throws Exception {
        Path zero = file("A".repeat(43));
        Path tooLarge = file("_".repeat(42) + "8");
        Path wrongAlphabet = file("A".repeat(41) + "+E");

        assertThatThrownBy(() -> KeyFile.read(zero)).isInstanceOf(RejectedException.class);
        assertThatThrownBy(() -> KeyFile.read(tooLarge)).isInstanceOf(RejectedException.class);
        assertThatThrownBy(() -> KeyFile.read(wrongAlphabet))
                .isInstanceOf(RejectedException.class)
                .hasMessageNotContaining("+")
                .hasNoCause();
    }

    @Test
    void read_failsWhenThereIsNoFile() {
        assertThatThrownBy(() -> KeyFile.read(folder.resolve("missing"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void identity_doesNotPrintItsKey() throws Exception {
        try (var key = KeyFile.read(file(ONE))) {
            assertThat(new NodeIdentity("node-1", key)).hasToString("NodeIdentity[node-1]");
        }
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("key"), content, StandardCharsets.UTF_8);
    }
}
