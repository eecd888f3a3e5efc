package dev.mayfly.local.leak;

import dev.mayfly.client.MayflyClient;
import dev.mayfly.client.contact.RememberedPins;
import dev.mayfly.client.container.ActiveContainer;
import dev.mayfly.client.file.KeyringFile;
import dev.mayfly.client.party.Keyring;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.secret.KeyFile;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.crypto.vss.Opening;
import dev.mayfly.crypto.vss.Share;
import dev.mayfly.domain.container.Sealing;
import dev.mayfly.domain.share.HeldShare;
import dev.mayfly.domain.share.SealedShare;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.HandlerApi;
import dev.mayfly.dynamo.node.EpochKeyTable;
import dev.mayfly.dynamo.node.ShareTable;
import dev.mayfly.dynamo.schema.Tables;
import dev.mayfly.local.HandlerCalls;
import dev.mayfly.local.RunningNetwork;
import dev.mayfly.local.network.LocalHandler;
import dev.mayfly.local.network.LocalNetwork;
import dev.mayfly.local.network.LocalNode;
import dev.mayfly.testbed.secret.Secret;
import dev.mayfly.testbed.secret.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A network whose functions log at every level, and on it a writer who is a client of ours and a reader who leaves everything
 * to a message handler: one message from each to the other. What nobody may know is noted, with the reader's keys and with
 * those of the nodes.
 */
final class TracedNetwork implements AutoCloseable {
    private static final int NODES = 5;
    private static final Map<String, String> ALL_OF_IT = Map.of("quarkus.log.level", "TRACE");
    private static final Duration DAY = Duration.ofDays(1);

    private final SecureRandom random = new SecureRandom();
    private final Secrets secrets = new Secrets();
    private final LocalNetwork network = LocalNetwork.start(RunningNetwork.root(), NODES, ALL_OF_IT);
    private final LocalHandler handler;
    private final UserKeys writer;
    private final MayflyClient client;
    private final String answer = "the answer is " + Bytes.random(random, 24);

    TracedNetwork() throws Exception {
        network.publishRegistry(1);
        network.audit();
        handler = network.startHandlers(List.of("the-reader-whom-nobody-names")).get(0);
        writer = UserKeys.generate(network.issuer().user("the-writer-whom-nobody-names"), random);
        String token = network.issuer().token(writer.user(), network.network().name());
        client = MayflyClient.connect(
                network.network(), Keyring.of(writer), new RememberedPins(), () -> token, network.evidence());
        secrets.add("token of the writer", token.getBytes(StandardCharsets.US_ASCII));
        secrets.add("answer", answer.getBytes(StandardCharsets.UTF_8));
        secrets.add(writer.user());
        secrets.add(handler.owner());
        noteKeys();
        live();
    }

    LocalNetwork network() {
        return network;
    }

    LocalHandler handler() {
        return handler;
    }

    /** What may be nowhere. */
    List<Secret> secrets() {
        return secrets.secrets();
    }

    /** What one role keeps, and no other may have. */
    List<Secret> ofRoles() {
        return secrets.ofRoles();
    }

    /** What tells who somebody is. The issuer of all of them stands in every network file. */
    List<Secret> identities() {
        return secrets.identities().stream()
                .filter(identity -> !identity.name().equals("issuer"))
                .toList();
    }

    /** What each process has printed, by the name of its file. */
    List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.walk(folder())) {
            return files.filter(file -> file.getFileName().toString().endsWith("log"))
                    .toList();
        }
    }

    private Path folder() {
        return network.networkFile().getParent();
    }

    private void live() throws Exception {
        HandlerCalls reader = new HandlerCalls(handler);
        client.register();
        reader.register();
        Bytes sent = send("the question is " + Bytes.random(random, 24));
        reader.ask("receive", sent, HandlerApi.Received.class);
        note(sent);
        reader.ask("receipt", sent, HandlerApi.Ended.class);
        Bytes asked = client.request(
                client.lookUp(handler.owner()),
                DAY,
                network.network().thresholds().get(0));
        SecretBytes filling = SecretBytes.copyOf(answer.getBytes(StandardCharsets.UTF_8));
        reader.answer("fill", new HandlerApi.Fill(asked, filling), HandlerApi.Sent.class);
        note(asked);
        reader.ask("receive", asked, HandlerApi.Received.class);
    }

    private Bytes send(String text) throws Exception {
        secrets.add("content", text.getBytes(StandardCharsets.UTF_8));
        try (SecretBytes content = SecretBytes.copyOf(text.getBytes(StandardCharsets.UTF_8))) {
            return client.send(
                    client.lookUp(handler.owner()),
                    DAY,
                    network.network().thresholds().get(0),
                    content);
        }
    }

    private void noteKeys() throws Exception {
        noteOfRole("admin's key", KeyFile.read(folder().resolve("admin.key")));
        noteOfRole("VRF key", KeyFile.read(folder().resolve("vrf.key")));
        for (LocalNode node : network.nodes()) {
            noteOfRole(
                    "key of " + node.id(),
                    KeyFile.read(folder().resolve(node.id()).resolve("signing.key")));
        }
        try (Keyring keyring = keyring()) {
            noteKeys("reader", keyring.current());
        }
        noteKeys("writer", writer);
    }

    private void noteKeys(String whose, UserKeys keys) {
        noteOfRole("signing key of the " + whose, keys.signing().scalar());
        noteOfRole("encryption key of the " + whose, keys.encryption().scalar());
    }

    private void noteOfRole(String name, SecretBytes secret) {
        try (secret) {
            secrets.addOfRole(name, secret);
        }
    }

    private Keyring keyring() throws Exception {
        return new KeyringFile(handler.keyringFile(), network.network().name()).read();
    }

    /** What a living container's parties derive, and what its nodes keep of it. */
    private void note(Bytes containerId) throws Exception {
        CoordinatorApi.InboxItem item = client.find(containerId).orElseThrow();
        try (ActiveContainer active = client.join(item)) {
            secrets.add(active, writer, network.network(), Clock.systemUTC(), random);
        }
        for (LocalNode node : network.nodes()) {
            noteShare(node, containerId);
        }
    }

    private void noteShare(LocalNode node, Bytes containerId) throws Exception {
        Tables tables = new Tables(node.tablePrefix());
        HeldShare held = new ShareTable(network.database(), tables, Duration.ZERO)
                .find(containerId)
                .orElseThrow();
        try (HpkePrivateKey epochKey = new EpochKeyTable(network.database(), tables)
                        .find(held.epochEnd())
                        .orElseThrow();
                Share share = SealedShare.open(
                        held.sealed().orElseThrow(), Sealing.SHARE, containerId, node.id(), held.rank(), epochKey);
                Opening value = share.value()) {
            secrets.add("share", value);
            noteOfRole("epoch key of " + node.id(), epochKey.scalar());
        }
    }

    @Override
    public void close() {
        writer.close();
        network.close();
    }
}
