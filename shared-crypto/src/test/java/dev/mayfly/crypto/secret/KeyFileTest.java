package dev.mayfly.crypto.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.RejectedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {
    /** The scalar 1, big-endian. */
    private static final String ONE = "A".repeat(42) + "E";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "\n"})
    void read_takesOneLineWithOrWithoutItsEnd(String end) throws Exception {
        try (SecretBytes scalar = KeyFile.read(file(ONE + end))) {
            byte[] one = new byte[32];
            one[31] = 1;
            assertThat(scalar.toByteArray()).isEqualTo(one);
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
    void read_refusesTheOtherAlphabetWithoutRepeatingIt() throws Exception {
        Path wrongAlphabet = file("A".repeat(41) + "+E");

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
    void writeNew_leavesAFileOfItsOwnersThatReadsBack() throws Exception {
        Path file = folder.resolve("new.key");
        try (SecretBytes scalar = SecretBytes.random(new SecureRandom(), 32)) {
            KeyFile.writeNew(file, scalar);

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            try (SecretBytes read = KeyFile.read(file)) {
                assertThat(read.sameAs(scalar)).isTrue();
            }
        }
    }

    @Test
    void writeNew_neverReplacesAKey() throws Exception {
        Path first = file(ONE);
        try (SecretBytes scalar = SecretBytes.random(new SecureRandom(), 32)) {
            assertThatThrownBy(() -> KeyFile.writeNew(first, scalar)).isInstanceOf(FileAlreadyExistsException.class);
        }
        assertThat(first).hasContent(ONE);
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("key"), content, StandardCharsets.UTF_8);
    }
}
