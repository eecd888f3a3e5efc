package dev.mayfly.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.client.MayflyClient;
import dev.mayfly.client.container.ActiveContainer;
import dev.mayfly.client.file.KeyringFile;
import dev.mayfly.client.party.Keyring;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.wire.HandlerApi;
import dev.mayfly.local.leak.Heap;
import dev.mayfly.local.network.LocalHandler;
import dev.mayfly.local.network.LocalNetwork;
import dev.mayfly.testbed.secret.Secret;
import dev.mayfly.testbed.secret.Secrets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a handler knows when it has answered: its owner's keys, and nothing of the message. */
@ExtendWith(RunningNetwork.class)
class HandlerMemoryTest {
    private static final Set<String> NUMBERS = Set.of("E", "access key");

    private final SecureRandom random = new SecureRandom();

    @TempDir
    private Path folder;

    private LocalNetwork network;
    private LocalHandler reader;

    @BeforeEach
    void start(LocalNetwork running) {
        network = running;
        reader = network.startHandlers(List.of("reader-" + Bytes.random(random, 6)))
                .get(0);
    }

    @Test
    void receive_leavesNoKeyNoEntropyAndNoContentInMemory() throws Exception {
        Received received = receive();

        Heap heap = Heap.of(reader.pid(), folder);

        assertThat(heap.holds(received.signingKey()))
                .as("the search finds what is there")
                .isTrue();
        assertThat(received.secrets())
                .hasSize(10)
                .allSatisfy(secret ->
                        assertThat(heap.holds(secret.bytes())).as(secret.name()).isFalse());
    }

    /**
     * A message that the handler opened, and gave to its owner's app.
     *
     * @param secrets what nobody may keep
     */
    private record Received(byte[] signingKey, List<Secret> secrets) {}

    private Received receive() throws Exception {
        HandlerCalls calls = new HandlerCalls(reader);
        calls.register();
        String text = "the door code is " + Bytes.random(random, 24);
        try (Person writer = Person.registered(network, "writer");
                Keyring keyring =
                        new KeyringFile(reader.keyringFile(), network.network().name()).read();
                SecretBytes signingKey = keyring.current().signing().scalar()) {
            Bytes container = send(writer, text);
            for (int i = 0; i < 3; i++) {
                calls.ask("receive", container, HandlerApi.Received.class);
            }
            return new Received(signingKey.toByteArray(), secrets(keyring.current(), container, text));
        }
    }

    private Bytes send(Person writer, String text) throws Exception {
        try (SecretBytes content = SecretBytes.copyOf(text.getBytes(StandardCharsets.UTF_8))) {
            return writer.client.send(
                    writer.client.lookUp(reader.owner()),
                    network.network().lifetimes().usual(),
                    network.network().thresholds().get(0),
                    content);
        }
    }

    /** All that must be gone, found out as the protocol says, with the reader's keys. */
    private List<Secret> secrets(UserKeys keys, Bytes container, String text) throws Exception {
        MayflyClient client = network.connect(keys);
        Secrets secrets = new Secrets();
        try (ActiveContainer active = client.join(client.find(container).orElseThrow())) {
            secrets.add(active, keys, network.network(), Clock.systemUTC(), random);
        }
        List.copyOf(secrets.secrets()).stream()
                .filter(secret -> NUMBERS.contains(secret.name()))
                .forEach(number -> secrets.add(number.name() + " as a number's words", words(number.bytes())));
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        secrets.add("content", content);
        secrets.add("content as UTF-16", text.getBytes(StandardCharsets.UTF_16BE));
        secrets.add("content as base64url", ascii(Bytes.of(content).toBase64Url()));
        return secrets.secrets();
    }

    /** A number as it is computed with: 32 bits at a time, the lowest first. */
    private static byte[] words(byte[] number) {
        byte[] words = new byte[number.length];
        for (int at = 0; at < number.length; at += Integer.BYTES) {
            System.arraycopy(number, at, words, number.length - at - Integer.BYTES, Integer.BYTES);
        }
        return words;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
