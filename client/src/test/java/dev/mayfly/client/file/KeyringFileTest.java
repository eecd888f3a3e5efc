package dev.mayfly.client.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.client.TestCommittee;
import dev.mayfly.client.party.Keyring;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.identity.PublicKeys;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyringFileTest {
    private static final UserKeys FIRST = TestCommittee.user("alice");
    private static final UserKeys SECOND = TestCommittee.user("alice");
    private static final UserKeys THIRD = TestCommittee.user("alice");

    @TempDir
    private Path folder;

    static Stream<Keyring> keyrings() {
        return Stream.of(
                Keyring.of(FIRST),
                Keyring.of(FIRST).preparing(SECOND),
                Keyring.of(FIRST).preparing(SECOND).rotated(),
                Keyring.of(FIRST).preparing(SECOND).rotated().preparing(THIRD));
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("keyrings")
    void read_givesBackWhatWasWritten(Keyring keyring) throws Exception {
        file().create(keyring);
        same(file().read(), keyring);
    }

    @Test
    void parse_takesTheContentFromElsewhereAndWipesIt() throws Exception {
        Keyring keyring = Keyring.of(FIRST).preparing(SECOND);
        file().create(keyring);
        byte[] text = Base64.getMimeEncoder().encode(Files.readAllBytes(path()));

        same(KeyringFile.parse(text, TestCommittee.NAME), keyring);
        assertThat(text).containsOnly(0);
    }

    @Test
    void parse_refusesTheKeysOfAnotherNetworkAndWhatIsNone() throws Exception {
        file().create(Keyring.of(FIRST));
        byte[] good = Base64.getEncoder().encode(Files.readAllBytes(path()));

        assertThatThrownBy(() -> KeyringFile.parse(good.clone(), "othernet"))
                .isInstanceOf(RejectedException.class)
                .hasNoCause();
        for (int size = 0; size < good.length - 3; size += 5) {
            byte[] cut = Arrays.copyOf(good, size);
            assertThatThrownBy(() -> KeyringFile.parse(cut, TestCommittee.NAME))
                    .isInstanceOf(RejectedException.class)
                    .hasMessage("keys: no keys of the network testnet")
                    .hasNoCause();
        }
    }

    @Test
    void replace_keepsTheNewerKeysAndLeavesNothingBeside() throws Exception {
        file().create(Keyring.of(FIRST));
        Keyring rotated = new Keyring(SECOND, List.of(FIRST), Optional.empty());

        file().replace(rotated);

        same(file().read(), rotated);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(path());
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
                .isEqualTo("rw-------");
    }

    @Test
    void create_makesAFileOfTheOwnerAndNeverWritesOverOne() throws IOException {
        file().create(Keyring.of(FIRST));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> file().create(Keyring.of(SECOND))).isInstanceOf(FileAlreadyExistsException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx------", "rw------x"})
    void read_refusesAFileThatIsOpenToOthers(String permissions) throws IOException {
        file().create(Keyring.of(FIRST));
        Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString(permissions));

        assertThatThrownBy(() -> file().read()).isInstanceOf(IOException.class).hasMessageContaining("chmod 600");
    }

    @Test
    void read_refusesTheKeysOfAnotherNetwork() throws IOException {
        file().create(Keyring.of(FIRST));
        assertThatThrownBy(() -> new KeyringFile(path(), "othernet").read()).isInstanceOf(RejectedException.class);
    }

    /** Every prefix, anything more, and any byte of the head changed; never a word of what is in it. */
    @Test
    void read_refusesEveryOtherContent() throws IOException {
        file().create(Keyring.of(FIRST).preparing(SECOND));
        byte[] good = Files.readAllBytes(path());
        for (int size = 0; size < good.length; size += 7) {
            refused(Arrays.copyOf(good, size));
        }
        refused(Arrays.copyOf(good, good.length + 1));
        refused(Arrays.copyOf(good, good.length + 36));
        int head = good.length - 4 * 36;
        for (int at = 0; at < head; at++) {
            byte[] changed = good.clone();
            changed[at] ^= (byte) 0x80;
            refused(changed);
        }
    }

    @Test
    void read_refusesAHugeFile() throws IOException {
        Files.write(path(), new byte[100_000]);
        Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> file().read()).isInstanceOf(IOException.class).hasMessageContaining("longer");
    }

    @Test
    void replace_keepsTheNewestOfVeryManyKeys() throws Exception {
        file().create(Keyring.of(FIRST));
        List<UserKeys> many = new ArrayList<>(List.of(SECOND));
        many.addAll(Collections.nCopies(600, THIRD));

        file().replace(new Keyring(FIRST, many, Optional.empty()));

        try (Keyring read = file().read()) {
            assertThat(read.earlier()).hasSize(512);
            assertThat(read.earlier().get(0).publicKeys()).isEqualTo(SECOND.publicKeys());
        }
    }

    @Test
    void keyring_isOneUsers() {
        assertThatThrownBy(() -> Keyring.of(FIRST).preparing(TestCommittee.user("bob")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void refused(byte[] content) throws IOException {
        Files.deleteIfExists(path());
        OwnedFile.create(path(), content);
        assertThatThrownBy(() -> file().read())
                .isInstanceOf(RejectedException.class)
                .hasMessage("keys: " + path() + " holds no keys of the network testnet")
                .hasNoCause();
    }

    private KeyringFile file() {
        return new KeyringFile(path(), TestCommittee.NAME);
    }

    private Path path() {
        return folder.resolve("alice.keys");
    }

    private static void same(Keyring read, Keyring written) {
        assertThat(publicKeys(read)).isEqualTo(publicKeys(written));
        assertThat(read.current().publicKeys()).isEqualTo(written.current().publicKeys());
        assertThat(read.next().map(UserKeys::publicKeys))
                .isEqualTo(written.next().map(UserKeys::publicKeys));
        assertThat(read.current().user()).isEqualTo(written.current().user());
    }

    private static List<PublicKeys> publicKeys(Keyring keyring) {
        return keyring.all().map(UserKeys::publicKeys).toList();
    }
}
