package dev.mayfly.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.client.MayflyClient;
import dev.mayfly.client.container.ActiveContainer;
import dev.mayfly.client.entropy.CollectShares;
import dev.mayfly.client.evidence.KeepEvidence;
import dev.mayfly.client.file.KeyringFile;
import dev.mayfly.client.party.Keyring;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.encoding.Encoder;
import dev.mayfly.crypto.kdf.Hkdf;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.wire.HandlerApi;
import dev.mayfly.local.leak.Heap;
import dev.mayfly.local.network.LocalHandler;
import dev.mayfly.local.network.LocalNetwork;
import dev.mayfly.transport.HttpJson;
import dev.mayfly.transport.NodeClient;
import dev.mayfly.transport.Timeouts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a handler knows when it has answered: its owner's keys, and nothing of the message. */
@ExtendWith(RunningNetwork.class)
class HandlerMemoryTest {
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
        received.secrets()
                .forEach((name, secret) ->
                        assertThat(heap.holds(secret)).as(name).isFalse());
    }

    /**
     * A message that the handler opened, and gave to its owner's app.
     *
     * @param secrets what nobody may keep, by name
     */
    private record Received(byte[] signingKey, Map<String, byte[]> secrets) {}

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
    private Map<String, byte[]> secrets(UserKeys keys, Bytes container, String text) throws Exception {
        MayflyClient client = network.connect(keys);
        Map<String, byte[]> secrets = new LinkedHashMap<>();
        try (ActiveContainer active = client.join(client.find(container).orElseThrow());
                SecretBytes entropy = new CollectShares(
                                new NodeClient(new HttpJson(Timeouts.USUAL)),
                                new KeepEvidence(network.network(), (evidence, proven) -> {}),
                                Clock.systemUTC(),
                                random)
                        .collect(
                                active.drawn(),
                                active.registry(),
                                active.certificate(),
                                active.invitation().accessKey());
                SecretBytes pair = keys.encryption().agree(active.peer().keys().encryption());
                SecretBytes shard = Encoder.of("mayfly/v1/shard")
                        .secret(entropy)
                        .secret(pair)
                        .toSecret();
                SecretBytes prk = Hkdf.extract(container, shard);
                SecretBytes dek = Hkdf.expand(prk, dekOf(active), 32);
                SecretBytes access = active.invitation().accessKey().scalar()) {
            secrets.put("E", entropy.toByteArray());
            secrets.put("E as a number's words", words(entropy.toByteArray()));
            secrets.put("Z", pair.toByteArray());
            secrets.put("PRK", prk.toByteArray());
            secrets.put("DEK", dek.toByteArray());
            secrets.put("access key", access.toByteArray());
            secrets.put("access key as a number's words", words(access.toByteArray()));
        }
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        secrets.put("content", content);
        secrets.put("content as UTF-16", text.getBytes(StandardCharsets.UTF_16BE));
        secrets.put("content as base64url", ascii(Bytes.of(content).toBase64Url()));
        return secrets;
    }

    private static Bytes dekOf(ActiveContainer active) {
        return Encoder.of("mayfly/v1/dek")
                .bytes(active.invitation().user(Role.SENDER).encoded())
                .bytes(active.invitation().user(Role.RECEIVER).encoded())
                .toBytes();
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
