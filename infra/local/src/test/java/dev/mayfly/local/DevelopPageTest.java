package dev.mayfly.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.client.MayflyClient;
import dev.mayfly.client.contact.Pins;
import dev.mayfly.client.file.KeyringFile;
import dev.mayfly.client.file.PinFile;
import dev.mayfly.client.message.FetchedMessage;
import dev.mayfly.client.message.ReceivedMessage;
import dev.mayfly.client.party.Contact;
import dev.mayfly.client.party.Keyring;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.local.docs.Repository;
import dev.mayfly.local.network.LocalNetwork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The Java of {@code docs/develop.md} is the code below, and it works. */
@ExtendWith(RunningNetwork.class)
class DevelopPageTest {
    private final LocalNetwork local;

    @TempDir
    Path home;

    DevelopPageTest(LocalNetwork local) {
        this.local = local;
    }

    @Test
    void page_showsTheCodeThatRuns() {
        String page = Repository.text("docs/develop.md");
        String source = Repository.text("infra/local/src/test/java/dev/mayfly/local/DevelopPageTest.java");
        Pattern shown = Pattern.compile("(?s)// shown\n(.*?)        // end");

        assertThat(shown.matcher(source).results().map(DevelopPageTest::unindented))
                .hasSize(3)
                .allSatisfy(code -> assertThat(page).contains("```java\n" + code + "```"));
    }

    @Test
    void code_sendsReadsAndConfirms() throws Exception {
        Files.write(home.resolve("network.json"), local.network().toJson());
        MayflyClient bob = client("bob-the-reader");
        MayflyClient alice = client("alice-the-writer");

        send(alice, local.issuer().user("bob-the-reader"));

        assertThat(read(bob)).isEqualTo("until tomorrow".length());
        assertThat(bob.toRead()).isEmpty();
    }

    private MayflyClient client(String name) throws Exception {
        Path folder = Files.createDirectories(home.resolve(name));
        UserId me = local.issuer().user(name);
        Supplier<String> tokens = () -> local.issuer().token(me, local.network().name());
        // shown
        Network network = Network.parse(Files.readAllBytes(home.resolve("network.json")));
        KeyringFile file = new KeyringFile(folder.resolve("keys.json"), network.name());
        file.create(Keyring.of(UserKeys.generate(me, new SecureRandom()))); // once
        Keyring keys = file.read(); // close it at the end
        Pins contacts = new PinFile(folder.resolve("contacts.json"), network.name());
        MayflyClient client = MayflyClient.connect(network, keys, contacts, tokens, folder.resolve("evidence"));
        client.register(); // again changes nothing
        // end
        return client;
    }

    private static Bytes send(MayflyClient client, UserId reader) throws Exception {
        // shown
        Contact bob = client.lookUp(reader); // pinned the first time
        try (SecretBytes secret = SecretBytes.copyOf("until tomorrow".getBytes())) {
            return client.send(bob, Duration.ofDays(1), new Threshold(3, 5), secret);
        }
        // end
    }

    private static int read(MayflyClient client) throws Exception {
        int bytes = 0;
        // shown
        for (CoordinatorApi.InboxItem item : client.toRead()) {
            try (FetchedMessage fetched = client.fetch(item); // verified
                    ReceivedMessage received = client.unseal(fetched)) { // opened; as often as you like
                bytes += received.content().use(content -> content.length);
                client.confirm(received); // and never again
            }
        }
        // end
        return bytes;
    }

    private static String unindented(MatchResult shown) {
        return shown.group(1).replaceAll("(?m)^        ", "");
    }
}
