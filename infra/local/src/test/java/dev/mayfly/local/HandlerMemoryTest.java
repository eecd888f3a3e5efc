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
import dev.mayfly.local.network.LocalHandler;
import dev.mayfly.local.network.LocalNetwork;
import dev.mayfly.transport.HttpJson;
import dev.mayfly.transport.NodeClient;
import dev.mayfly.transport.Timeouts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a handler knows, and anybody logged, when it has answered: its owner's keys, and nothing of the message. */
@ExtendWith(RunningNetwork.class)
class HandlerMemoryTest {
    private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");

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

        byte[] heap = heap();

        assertThat(holds(heap, received.signingKey()))
                .as("the search finds what is there")
                .isTrue();
        received.secrets()
                .forEach((name, secret) ->
                        assertThat(holds(heap, secret)).as(name).isFalse());
    }

    /** Every function takes its level from {@code QUARKUS_LOG_LEVEL}, and then this looks at all it says. */
    @Test
    void receive_isLoggedByNobodyWithASecret() throws Exception {
        Received received = receive();

        List<Path> logs = logs();
        assertThat(logs)
                .as("of coordinator, nodes and handler")
                .hasSizeGreaterThan(network.nodes().size() + 1);
        assertThat(holds(Files.readAllBytes(reader.keyringFile().resolveSibling("log")), ascii("started in")))
                .as("the search finds what is there")
                .isTrue();
        for (Path log : logs) {
            byte[] said = Files.readAllBytes(log);
            received.spelled()
                    .forEach((name, secret) -> assertThat(holds(said, secret))
                            .as("%s in %s", name, log)
                            .isFalse());
        }
    }

    /**
     * A message that the handler opened, and gave to its owner's app.
     *
     * @param secrets what nobody may keep, by name
     */
    private record Received(byte[] signingKey, Map<String, byte[]> secrets) {
        /** The keys as texts may have them. */
        Map<String, byte[]> spelled() {
            Map<String, byte[]> spelled = new LinkedHashMap<>(secrets);
            spelled.put("signing key", signingKey);
            Map.copyOf(spelled).forEach((name, secret) -> {
                spelled.put(name + " as hex", ascii(HexFormat.of().formatHex(secret)));
                spelled.put(
                        name + " as base64",
                        ascii(Base64.getEncoder().withoutPadding().encodeToString(secret)));
                spelled.put(name + " as base64url", ascii(Bytes.of(secret).toBase64Url()));
            });
            return spelled;
        }
    }

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

    /** Everything that the handler's process can still reach. */
    private byte[] heap() throws Exception {
        Path dump = folder.resolve("heap.hprof");
        Process jcmd = new ProcessBuilder(
                        JCMD.toString(), String.valueOf(reader.pid()), "GC.heap_dump", dump.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(jcmd.waitFor()).as(said).isZero();
        return Files.readAllBytes(dump);
    }

    /** The files with what every process of the network has printed. */
    private List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.walk(network.networkFile().getParent())) {
            return files.filter(file -> file.getFileName().toString().endsWith("log"))
                    .toList();
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean holds(byte[] heap, byte[] wanted) {
        for (int at = 0; at <= heap.length - wanted.length; at++) {
            if (heap[at] == wanted[0] && Arrays.equals(heap, at, at + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
