package dev.mayfly.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenFileTest {
    @TempDir
    private Path folder;

    @Test
    void get_readsWhatIsThereNow() throws Exception {
        TokenFile token = new TokenFile(Files.writeString(folder.resolve("token"), "first\n"));
        assertThat(token.get()).isEqualTo("first");

        Files.writeString(folder.resolve("token"), "second");
        assertThat(token.get()).isEqualTo("second");
    }

    @Test
    void get_failsWhenThereIsNoFile() {
        TokenFile token = new TokenFile(folder.resolve("missing"));

        assertThatThrownBy(token::get).isInstanceOf(UncheckedIOException.class);
    }
}
