package dev.mayfly.local.demo;

import dev.mayfly.client.MayflyClient;
import dev.mayfly.client.container.ActiveContainer;
import dev.mayfly.client.container.Ending;
import dev.mayfly.client.container.OpenedContainer;
import dev.mayfly.client.entropy.AgreedDealing;
import dev.mayfly.client.entropy.Contributed;
import dev.mayfly.client.message.FetchedMessage;
import dev.mayfly.client.message.ReceivedMessage;
import dev.mayfly.client.message.SentMessage;
import dev.mayfly.client.party.Contact;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.container.Invitation;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.ledger.LedgerReport;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.local.network.LocalNetwork;
import dev.mayfly.local.network.LocalNode;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** The story: alice sends bob something that stops being readable. */
final class Demo implements AutoCloseable {
    private static final int NODES = 7;
    private static final Threshold THRESHOLD = new Threshold(3, 5);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration SECONDS = Duration.ofSeconds(6);

    /** The second container lives as long as a slow machine needs to fill and read it, going by the first. */
    private static final int MARGIN = 2;

    private final Path root;
    private final Storyteller story;
    private final byte[] content;
    private final SecureRandom random = new SecureRandom();
    private final List<AutoCloseable> secrets = new ArrayList<>();
    private final List<LocalNode> killed = new ArrayList<>();

    private Instant openedAt;
    private Duration firstTook;
    private LocalNetwork network;
    private Ledger ledger;
    private UserKeys aliceKeys;
    private UserKeys bobKeys;
    private MayflyClient alice;
    private MayflyClient bob;
    private Contact bobAsAliceKnowsHim;
    private OpenedContainer opened;
    private SortedMap<Integer, Contributed> contributions;
    private AgreedDealing dealing;
    private ActiveContainer active;
    private SentMessage sent;
    private CoordinatorApi.InboxItem waiting;
    private FetchedMessage fetched;
    private ReceivedMessage received;

    Demo(Path root, Storyteller story, byte[] content) {
        this.root = root;
        this.story = story;
        this.content = content.clone();
    }

    void play() {
        story.step(
                "network-up", "A network starts: database, coordinator, seven nodes of seven operators", this::start);
        story.step("nodes-registered", "The admin's registry of nodes goes on the ledger", this::registerNodes);
        story.step("keys-registered", "Alice and Bob register their keys", this::registerKeys);
        story.step("container-opened", "Alice opens a container for Bob, 3 of 5, for a day", this::open);
        story.step("committee-verified", "Both verify the draw: VRF proof and ranks", this::verifyCommittee);
        story.step("entropy-contributed", "The committee contributes entropy", this::gather);
        story.step("shares-held", "Alice deals the shares; each node checks and keeps its own", this::deal);
        story.step("container-activated", "A quorum of holdings activates the container", this::activate);
        story.step("message-sent", "Alice seals the file and stores it", this::send);
        story.step("nodes-killed", "All but three of the nodes that hold a share are killed", this::kill);
        story.step("message-received", "Bob derives the same key on his own and opens the file", this::receive);
        story.step("container-delivered", "Bob confirms; the live nodes erase their shares", this::confirm);
        story.step("decrypt-refused", "Bob cannot open it again", this::refuse);
        story.step("container-expired", "Another container runs out, and nobody tells anyone", this::expire);
        story.step("ends-recorded", "The sweep records the end and gathers what the nodes sign", this::sweep);
        story.step("ledger-verified", "The chain is verified from its entries alone", this::verifyLedger);
        story.step("tampering-found", "One byte is flipped in a copy of the chain", this::tamper);
    }

    private void start(Evidence evidence) {
        network = LocalNetwork.start(root, NODES);
        ledger = new Ledger(network.network(), network.auditLog());
        evidence.note("coordinator", network.network().coordinator())
                .note("nodes", network.nodes().stream().map(LocalNode::id).toList());
    }

    private void registerNodes(Evidence evidence) throws Exception {
        aliceKeys = keep(UserKeys.generate(network.issuer().user("alice"), random));
        bobKeys = keep(UserKeys.generate(network.issuer().user("bob"), random));
        alice = network.connect(aliceKeys);
        bob = network.connect(bobKeys);
        network.publishRegistry(1);
        Registry registry = ledger.registry();
        evidence.require(registry.nodes().size() == NODES, "all nodes stand on the ledger");
        evidence.note("registryDigest", registry.digest()).note("version", registry.version());
    }

    private void registerKeys(Evidence evidence) throws Exception {
        Contact aliceAsRegistered = alice.register();
        Contact bobAsRegistered = bob.register();
        bobAsAliceKnowsHim = alice.lookUp(bobKeys.user());
        evidence.require(bobAsAliceKnowsHim.equals(bobAsRegistered), "Alice is told the keys that Bob registered");
        evidence.require(
                ledger.shows(aliceAsRegistered.entries()) && ledger.shows(bobAsRegistered.entries()),
                "both registrations stand on the ledger");
        evidence.note("alice", aliceAsRegistered.index()).note("bob", bobAsRegistered.index());
    }

    private void open(Evidence evidence) throws Exception {
        openedAt = Instant.now();
        opened = keep(alice.open(bobAsAliceKnowsHim, DAY, THRESHOLD));
        evidence.note("containerId", opened.drawn().id())
                .note("expiresAt", Instant.ofEpochSecond(opened.drawn().fields().expiresAt()));
    }

    private void verifyCommittee(Evidence evidence) throws Exception {
        CoordinatorApi.InboxItem item = bob.inbox().get(0);
        try (Invitation invitation = Invitation.open(item.invitation(), item.containerId(), bobKeys.encryption())) {
            EntryBody.ContainerCreated entry = ledger.created(item.containerId());
            DrawnContainer asBobSees =
                    DrawnContainer.verify(invitation.fields(), entry.proof(), network.network(), ledger.registry());
            evidence.require(asBobSees.equals(opened.drawn()), "Bob computes the committee that Alice computed");
            evidence.note("proof", entry.proof()).note("committee", members(asBobSees));
        }
    }

    private void gather(Evidence evidence) {
        contributions = alice.gather(opened);
        contributions.values().forEach(this::keep);
        evidence.note("contributed", List.copyOf(contributions.keySet())).note("needed", THRESHOLD.quorum());
    }

    private void deal(Evidence evidence) {
        dealing = keep(alice.deal(opened, contributions));
        evidence.note("dealingDigest", dealing.certificate().dealing().digest())
                .note("holding", List.copyOf(dealing.certificate().holdings().keySet()));
    }

    private void activate(Evidence evidence) {
        active = alice.activate(opened, dealing);
        String state = alice.status(active);
        evidence.require(state.equals("active"), "the coordinator calls it active");
        evidence.note("state", state);
    }

    private void send(Evidence evidence) throws Exception {
        try (SecretBytes message = SecretBytes.copyOf(content)) {
            sent = alice.send(active, dealing, message);
        }
        evidence.note("keyCommitment", sent.keyCommitment())
                .note("plainBytes", content.length)
                .note("sealedCharacters", sent.length());
    }

    private void kill(Evidence evidence) {
        List<String> holders = dealing.certificate().holdings().keySet().stream()
                .map(rank -> opened.drawn().committee().at(rank).orElseThrow().id())
                .toList();
        holders.subList(THRESHOLD.k(), holders.size()).forEach(id -> killed.add(network.node(id)));
        killed.forEach(LocalNode::kill);
        evidence.note("killed", killed.stream().map(LocalNode::id).toList())
                .note("left", holders.subList(0, THRESHOLD.k()));
    }

    private void receive(Evidence evidence) throws Exception {
        waiting = bob.inbox().get(0);
        fetched = keep(bob.fetch(waiting));
        received = keep(bob.unseal(fetched));
        firstTook = Duration.between(openedAt, Instant.now());
        evidence.require(received.keyCommitment().equals(sent.keyCommitment()), "both derived the same key");
        try (SecretBytes expected = SecretBytes.copyOf(content)) {
            evidence.require(received.content().sameAs(expected), "the file is the same, byte for byte");
        }
        evidence.note("keyCommitment", received.keyCommitment())
                .note("plainBytes", received.content().size());
    }

    private void confirm(Evidence evidence) {
        Ending ending = bob.confirm(received);
        evidence.require(ending.erased() == THRESHOLD.k(), "every live node of the committee erased its share");
        evidence.note("state", ending.state()).note("erased", ending.erased()).note("issued", ending.issued());
    }

    private void refuse(Evidence evidence) {
        evidence.note("nodes", refusal(() -> bob.unseal(fetched).close()))
                .note("coordinator", refusal(() -> bob.fetch(waiting).close()))
                .note("sharesOnLiveNodes", network.sharesHeld(opened.drawn().id()) - killed.size());
        evidence.require(bob.inbox().isEmpty(), "nothing waits for Bob any more");
    }

    private void expire(Evidence evidence) throws Exception {
        network.restart(killed);
        Duration needed = firstTook.multipliedBy(MARGIN);
        Duration lifetime = needed.compareTo(SECONDS) > 0 ? needed : SECONDS;
        try (SecretBytes message = SecretBytes.copyOf(content)) {
            alice.send(bobAsAliceKnowsHim, lifetime, THRESHOLD, message);
        }
        try (FetchedMessage second = bob.fetch(bob.inbox().get(0))) {
            bob.unseal(second).close();
            Instant end =
                    Instant.ofEpochSecond(second.container().drawn().fields().expiresAt());
            Waiting.until(end);
            MayflyClient slowBob = network.connect(bobKeys, Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-30)));
            evidence.note("client", refusal(() -> bob.unseal(second).close()))
                    .note("nodes", refusal(() -> slowBob.unseal(second).close()))
                    .note("state", bob.status(second.container()));
        }
    }

    private void sweep(Evidence evidence) {
        Waiting.until(() -> ledger.verify().containers().stream()
                .allMatch(trail -> trail.state().isEnd() && trail.erased() == trail.issued()));
        List<LedgerReport.Trail> trails = ledger.verify().containers();
        evidence.require(
                trails.get(1).state() == ContainerState.EXPIRED, "the end that nobody told anyone is on the ledger");
        evidence.note("first", trails.get(0).erasure())
                .note("second", trails.get(1).erasure());
    }

    private void verifyLedger(Evidence evidence) {
        LedgerReport report = ledger.verify();
        evidence.require(report.holds(), "nothing is found: " + report.findings());
        evidence.note("entries", report.entries()).note("head", report.head());
        report.containers()
                .forEach(trail -> evidence.note(
                        trail.containerId().toBase64Url(), trail.state().label() + ", " + trail.erasure()));
    }

    private void tamper(Evidence evidence) {
        LedgerReport report = ledger.verifyWithOneByteFlipped(opened.drawn().id());
        evidence.require(!report.holds(), "the flipped byte is found");
        evidence.note("found", report.findings().get(0));
    }

    private static List<String> members(DrawnContainer container) {
        return container.committee().ranked().stream()
                .limit(container.committee().size())
                .map(NodeRecord::id)
                .toList();
    }

    private static String refusal(Attempt attempt) {
        try {
            attempt.run();
        } catch (Refusal refusal) {
            if (refusal.code() == ErrorCode.CONTAINER_ENDED) {
                return refusal.code().slug() + ": " + refusal.detail();
            }
            throw refusal;
        } catch (Exception failed) {
            throw new IllegalStateException("refused for another reason: " + failed.getMessage(), failed);
        }
        throw new IllegalStateException("does not hold: an ended container is refused");
    }

    private interface Attempt {
        void run() throws Exception;
    }

    private <T extends AutoCloseable> T keep(T secret) {
        secrets.add(secret);
        return secret;
    }

    /** Wipes what the story held and stops the network. Also called when somebody interrupts it. */
    @Override
    public synchronized void close() {
        try {
            for (AutoCloseable secret : secrets) {
                secret.close();
            }
        } catch (Exception failed) {
            throw new IllegalStateException("a secret was not wiped", failed);
        } finally {
            secrets.clear();
            if (network != null) {
                network.close();
                network = null;
            }
        }
    }
}
