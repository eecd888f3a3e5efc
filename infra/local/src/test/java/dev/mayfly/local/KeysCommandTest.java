package dev.mayfly.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.local.network.LocalNetwork;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code mayfly keys} and {@code mayfly contact} as two people use them, on a network of separate processes. */
@ExtendWith(RunningNetwork.class)
class KeysCommandTest {
    private static final String FINGERPRINT = "([0-9]{5} ){7}[0-9]{5}";

    private final LocalNetwork network;

    @TempDir
    private Path folder;

    private String alice;
    private String bob;

    KeysCommandTest(LocalNetwork network) {
        this.network = network;
    }

    /** What one run printed and exited with. */
    private record Run(int exit, String out, String err) {
        String fingerprint() {
            return out.replaceAll("(?s).*?(" + FINGERPRINT + ").*", "$1");
        }

        Run done() {
            assertThat(exit).as(out + err).isZero();
            return this;
        }
    }

    @BeforeEach
    void twoUsers() throws IOException {
        Files.write(folder.resolve("network.json"), network.network().toJson());
        alice = registered("alice");
        bob = registered("bob");
    }

    private String registered(String name) throws IOException {
        String user = name + "-" + Bytes.random(new SecureRandom(), 6);
        Files.writeString(folder.resolve(user + ".token"), token(user));
        generate(user + ".keys", user).done();
        keys("register", user).done();
        return user;
    }

    @Test
    void contact_isExportedImportedAndFollowedThroughARotation() {
        Run exported = as(bob, "contact", "export", file("bob.contact")).done();
        Run imported = contact("import", file("bob.contact")).done();
        assertThat(imported.fingerprint()).isEqualTo(exported.fingerprint()).matches(FINGERPRINT);
        assertThat(lookUp().done().out).startsWith("pinned: " + bob);

        Run rotated = keys("rotate", bob).done();
        assertThat(rotated.out).startsWith("in force: version 2");
        assertThat(keys("watch", bob).done().out).startsWith("in force: version 2");
        assertThat(lookUp().done().out).startsWith("pinned after a rotation: " + bob);
        assertThat(contact("show").done().out).contains(rotated.fingerprint()).contains("version 2");

        Run again = contact("import", file("bob.contact"));
        assertThat(again.exit).isEqualTo(1);
        assertThat(again.out).startsWith("pinned before: ").contains("in the file: ");
    }

    @Test
    void reset_waitsIsShownToEverybodyAndCancelled() throws IOException {
        lookUp().done();
        generate("stolen.keys", bob).done();
        Run asked = with("stolen.keys", bob, "keys", "reset").done();
        assertThat(asked.out).startsWith("waiting: a reset to ");

        assertThat(lookUp().done().out).contains("warning: somebody asked for a reset");
        Run watched = keys("watch", bob);
        assertThat(watched.exit).isEqualTo(1);
        assertThat(watched.out)
                .contains("waiting: a reset to " + asked.fingerprint())
                .contains("unknown: that reset");
        keys("cancel", bob).done();
        assertThat(keys("watch", bob).done().out).startsWith("in force: version 1");
        assertThat(keys("cancel", bob).exit).isEqualTo(1);
        assertThat(lookUp().done().out).doesNotContain("warning");
    }

    @Test
    void watch_comparesTheLedgerAsWell() {
        keys("rotate", bob).done();
        Run watched = as(bob, "keys", "watch", "--audit", network.audit().toString());
        assertThat(watched.done().out).startsWith("in force: version 2").hasLineCount(1);
    }

    @Test
    void accept_takesTheFingerprintThatWasToldAndNoOther() {
        String told = keys("watch", bob).done().fingerprint();
        Run other = lookUp("--fingerprint", "00000 00000 00000 00000 00000 00000 00000 00000");
        assertThat(other.exit).isEqualTo(1);
        assertThat(other.err).contains("another fingerprint");
        assertThat(contact("show").done().out).isEmpty();
        assertThat(lookUp("--fingerprint", told).done().out).startsWith("pinned: " + bob);
    }

    @Test
    void generate_neverWritesOverKeys() throws IOException {
        Run again = generate(bob + ".keys", bob);
        assertThat(again.exit).isEqualTo(1);
        assertThat(again.err).contains("is there already");
        keys("watch", bob).done();
    }

    @Test
    void token_comesFromACommandToo() throws IOException {
        List<String> arguments = new ArrayList<>(List.of("keys", "watch"));
        arguments.addAll(List.of("--network", file("network.json"), "--keys", file(bob + ".keys")));
        arguments.addAll(List.of("--token-command", "cat " + file(bob + ".token")));
        run(arguments).done();

        arguments.set(arguments.size() - 1, "exit 3");
        Run failed = run(arguments);
        assertThat(failed.exit).isEqualTo(1);
        assertThat(failed.err).isEqualTo("mayfly: the command for a token failed\n");
    }

    private Run generate(String keys, String user) throws IOException {
        return run(List.of(
                "keys",
                "generate",
                "--network",
                file("network.json"),
                "--keys",
                file(keys),
                "--issuer",
                network.issuer().issuer(),
                "--subject",
                user));
    }

    private Run keys(String command, String user) {
        return as(user, "keys", command);
    }

    private Run lookUp(String... more) {
        List<String> arguments = new ArrayList<>(List.of("contact", "accept"));
        arguments.addAll(List.of("--issuer", network.issuer().issuer(), "--subject", bob));
        arguments.addAll(List.of("--pins", file("alice.pins")));
        arguments.addAll(List.of(more));
        return as(alice, arguments.toArray(String[]::new));
    }

    private Run contact(String... arguments) {
        List<String> all = new ArrayList<>(List.of("contact"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--network", file("network.json"), "--pins", file("alice.pins")));
        return run(all);
    }

    private Run as(String user, String... arguments) {
        return with(user + ".keys", user, arguments);
    }

    private Run with(String keys, String user, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--network", file("network.json"), "--keys", file(keys)));
        all.addAll(List.of("--token-file", file(user + ".token")));
        return run(all);
    }

    private static Run run(List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine mayfly = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exit = mayfly.execute(arguments.toArray(String[]::new));
        return new Run(exit, out.toString(), err.toString());
    }

    private String token(String user) {
        return network.issuer()
                .token(
                        new UserId(network.issuer().issuer(), user),
                        network.network().name());
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }
}
