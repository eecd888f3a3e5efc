package dev.mayfly.client.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.client.TestCommittee;
import dev.mayfly.client.contact.Pin;
import dev.mayfly.client.contact.Pins;
import dev.mayfly.client.contact.RememberedPins;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinFileTest {
    private static final Pin BOB = pin("bob", 1);
    private static final Pin BOB_LATER = pin("bob", 2);
    private static final Pin CAROL = pin("carol", 1);

    @TempDir
    private Path folder;

    static Pin pin(String name, long version) {
        UserKeys keys = TestCommittee.user(name);
        Bytes registration = Bytes.random(TestCommittee.RANDOM, 32);
        return new Pin(keys.user(), keys.publicKeys(), version, registration, TestCommittee.NOW);
    }

    @Test
    void find_emptyWithoutAFile() {
        assertThat(file().find(BOB.user())).isEmpty();
        assertThat(file().all()).isEmpty();
    }

    @Test
    void pinIfAbsent_keepsTheFirstForEveryProgramThatComes() throws IOException {
        assertThat(file().pinIfAbsent(CAROL)).isEqualTo(CAROL);
        assertThat(file().pinIfAbsent(BOB)).isEqualTo(BOB);
        assertThat(file().pinIfAbsent(BOB_LATER)).isEqualTo(BOB);

        assertThat(file().find(BOB.user())).contains(BOB);
        assertThat(file().all()).containsExactly(BOB, CAROL);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
                .isEqualTo("rw-------");
    }

    @Test
    void repin_changesThePinThatIsStillThere() {
        file().pinIfAbsent(BOB);
        file().repin(BOB, BOB_LATER);
        assertThat(file().find(BOB.user())).contains(BOB_LATER);

        file().repin(BOB, pin("bob", 7));
        file().repin(CAROL, CAROL);
        assertThat(file().all()).containsExactly(BOB_LATER);
    }

    @Test
    void pinIfAbsent_losesNoneWhenManyPinAtOnce() {
        List<Pin> pins = IntStream.range(0, 12)
                .mapToObj(number -> pin("user-" + number, 1))
                .toList();
        pins.parallelStream().forEach(pin -> file().pinIfAbsent(pin));
        assertThat(file().all()).containsExactlyInAnyOrderElementsOf(pins);
    }

    @Test
    void everyCall_refusesPinsOfAnotherNetwork() {
        file().pinIfAbsent(BOB);
        PinFile other = new PinFile(path(), "othernet");
        assertThatThrownBy(() -> other.find(BOB.user())).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> other.pinIfAbsent(CAROL)).isInstanceOf(UncheckedIOException.class);
        assertThat(file().all()).containsExactly(BOB);
    }

    @Test
    void parse_takesTheContentFromElsewhere() throws IOException {
        file().pinIfAbsent(BOB);
        byte[] content = Files.readAllBytes(path());

        Pins pins = new RememberedPins(PinFile.parse(content, TestCommittee.NAME));

        assertThat(pins.pinIfAbsent(BOB_LATER)).isEqualTo(BOB);
        assertThat(pins.find(CAROL.user())).isEmpty();
        assertThatThrownBy(() -> PinFile.parse(content, "othernet")).isInstanceOf(IOException.class);
    }

    @Test
    void everyCall_refusesAFileThatOthersCanChange() throws IOException {
        file().pinIfAbsent(BOB);
        Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString("rw-rw----"));
        assertThatThrownBy(() -> file().find(BOB.user())).isInstanceOf(UncheckedIOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "[]",
                "{\"format\":\"mayfly/v1/pins\",\"network\":\"testnet\"}",
                "{\"format\":\"mayfly/v1/pins\",\"network\":\"testnet\",\"pins\":null}",
                "{\"format\":\"mayfly/v2/pins\",\"network\":\"testnet\",\"pins\":[]}",
                "{\"format\":\"mayfly/v1/pins\",\"network\":\"testnet\",\"pins\":[],\"more\":1}",
                "{\"format\":\"mayfly/v1/pins\",\"network\":\"testnet\",\"pins\":[]} {}"
            })
    void everyCall_refusesAnyOtherContent(String content) throws IOException {
        refused(content);
    }

    @Test
    void everyCall_refusesAUserPinnedTwiceAndPinsThatAreNone() throws IOException {
        file().pinIfAbsent(BOB);
        String good = Files.readString(path());
        String one = good.substring(good.indexOf('[') + 1, good.lastIndexOf(']'));
        refused(good.replace(one, one + "," + one));
        refused(good.replace("\"version\" : 1", "\"version\" : 0"));
        refused(good.replace("\"version\" : 1", "\"version\" : \"1\""));
        refused(good.replace("\"since\" : ", "\"since\" : -"));
        refused(good.replace(BOB.registration().toBase64Url(), "AAAA"));
        refused(good.replace(BOB.keys().signing().bytes().toBase64Url(), "A".repeat(44)));
    }

    private void refused(String content) throws IOException {
        OwnedFile.replace(path(), content.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> file().all()).as(content).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> file().pinIfAbsent(CAROL)).as(content).isInstanceOf(UncheckedIOException.class);
        assertThat(Files.readString(path())).isEqualTo(content);
    }

    private PinFile file() {
        return new PinFile(path(), TestCommittee.NAME);
    }

    private Path path() {
        return folder.resolve("pins.json");
    }
}
