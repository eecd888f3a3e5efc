package dev.mayfly.cli.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.cli.Command;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.secret.KeyFile;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.network.Threshold;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InitNetworkTest {
    @TempDir
    private Path parent;

    @Test
    void init_makesAFileForEverybodyAndTheKeysThatFitIt() throws Exception {
        Path folder = parent.resolve("new/network");

        assertThat(init(folder, "--threshold=3/5", "--threshold=5/7").exit()).isZero();

        Network network = Network.parse(Files.readAllBytes(folder.resolve("network.json")));
        assertThat(network.name()).isEqualTo("example");
        assertThat(network.thresholds()).containsExactly(new Threshold(3, 5), new Threshold(5, 7));
        try (SecretBytes scalar = KeyFile.read(folder.resolve("admin.key"));
                SigningPrivateKey admin = SigningPrivateKey.parse(scalar)) {
            assertThat(admin.publicKey()).isEqualTo(network.admin());
        }
        try (SecretBytes scalar = KeyFile.read(folder.resolve("vrf.key"));
                VrfPrivateKey vrf = VrfPrivateKey.parse(scalar)) {
            assertThat(vrf.publicKey()).isEqualTo(network.vrf());
        }
    }

    @Test
    void init_makesKeysThatOnlyTheirOwnerCanRead() throws Exception {
        init(parent);

        for (String key : List.of("admin.key", "vrf.key")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(parent.resolve(key))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void init_overwritesNothing() throws Exception {
        init(parent);
        byte[] key = Files.readAllBytes(parent.resolve("admin.key"));

        Command.Run again = init(parent);

        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.err()).contains("exists");
        assertThat(Files.readAllBytes(parent.resolve("admin.key"))).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--coordinator=ftp://coordinator.example",
                "--threshold=2/4",
                "--threshold=five",
                "--standbys=-1",
                "--fresh-nonces=0",
                "--usual=PT1M",
                "--epoch=PT0S",
                "--longest=tomorrow",
                "--name="
            })
    void init_refusesANetworkThatCannotBe(String option) throws Exception {
        assertThat(init(parent, option).exit()).isEqualTo(2);
        try (Stream<Path> files = Files.list(parent)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void show_tellsWhatIsInTheFile() {
        init(parent);

        Command.Run shown = Command.run(new ShowNetwork(), "--offline", "--network=" + parent.resolve("network.json"));

        assertThat(shown.exit()).isZero();
        assertThat(shown.out())
                .contains("name: example\n", "coordinator: https://coordinator.example\n", "threshold: 3 of 5\n");
    }

    @Test
    void show_refusesWhatIsNoNetworkFile() throws Exception {
        Path file = Files.writeString(parent.resolve("file"), "{}");

        assertThat(Command.run(new ShowNetwork(), "--offline", "--network=" + file)
                        .exit())
                .isEqualTo(2);
        assertThat(Command.run(new ShowNetwork(), "--offline", "--network=" + parent.resolve("none"))
                        .exit())
                .isEqualTo(2);
    }

    private static Command.Run init(Path folder, String... options) {
        Stream<String> usual =
                Stream.of("--name=example", "--coordinator=https://coordinator.example", "--issuer=https://id.example");
        Stream<String> kept = usual.filter(each ->
                Stream.of(options).noneMatch(option -> option.startsWith(each.substring(0, each.indexOf('=') + 1))));
        String[] arguments = Stream.of(kept, Stream.of(options), Stream.of(folder.toString()))
                .flatMap(each -> each)
                .toArray(String[]::new);
        return Command.run(new InitNetwork(), arguments);
    }
}
