package dev.mayfly.local.demo.world;

import dev.mayfly.client.MayflyClient;
import dev.mayfly.client.party.Contact;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.local.network.LocalNetwork;
import dev.mayfly.local.network.LocalNode;
import dev.mayfly.transport.AuditClient;
import dev.mayfly.transport.HttpJson;
import dev.mayfly.transport.Timeouts;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What all acts share, from the first to the last: a network, two people, and how each of their containers ended. */
public final class World implements AutoCloseable {
    /** What every container of the story has. */
    public static final Threshold THRESHOLD = new Threshold(3, 5);

    private final Path root;
    private final byte[] content;
    private final SecureRandom random = new SecureRandom();
    private final List<AutoCloseable> secrets = new ArrayList<>();
    private final List<LocalNode> killed = new ArrayList<>();
    private final Map<Bytes, ContainerState> ended = new LinkedHashMap<>();

    private LocalNetwork network;
    private Ledger ledger;
    private UserKeys aliceKeys;
    private UserKeys bobKeys;
    private MayflyClient alice;
    private MayflyClient bob;
    private Contact bobAsAliceKnowsHim;

    /**
     * A world in which nothing runs yet.
     *
     * @param root the project's root, with its functions packaged
     * @param content what Alice sends
     */
    public World(Path root, byte[] content) {
        this.root = root;
        this.content = content.clone();
    }

    /** Starts a network of as many nodes. */
    public void start(int nodes) {
        network = LocalNetwork.start(root, nodes);
        ledger = new Ledger(network.network(), network.auditLog());
    }

    /** Gives Alice and Bob their keys and clients. */
    public void introduce() {
        aliceKeys = keep(UserKeys.generate(network.issuer().user("alice"), random));
        bobKeys = keep(UserKeys.generate(network.issuer().user("bob"), random));
        alice = network.connect(aliceKeys);
        bob = network.connect(bobKeys);
    }

    /** Remembers whom Alice's client found as Bob. */
    public void know(Contact contact) {
        bobAsAliceKnowsHim = contact;
    }

    /** The running network. */
    public LocalNetwork network() {
        return network;
    }

    /** Its chain. */
    public Ledger ledger() {
        return ledger;
    }

    /** The same, as the audit tells it. */
    public Ledger audited() {
        return new Ledger(network.network(), new AuditClient(new HttpJson(Timeouts.USUAL), network.audit()));
    }

    /** Alice's client. */
    public MayflyClient alice() {
        return alice;
    }

    /** Bob's client. */
    public MayflyClient bob() {
        return bob;
    }

    /** Alice's own keys. */
    public UserKeys aliceKeys() {
        return aliceKeys;
    }

    /** Bob's own keys. */
    public UserKeys bobKeys() {
        return bobKeys;
    }

    /** Bob, as the directory told Alice. */
    public Contact bobAsAliceKnowsHim() {
        return bobAsAliceKnowsHim;
    }

    /** What Alice sends; the caller closes it. */
    public SecretBytes content() {
        return SecretBytes.copyOf(content);
    }

    /** Kills these nodes. */
    public void kill(Collection<String> ids) {
        ids.forEach(id -> killed.add(network.node(id)));
        killed.forEach(LocalNode::kill);
    }

    /** The nodes that are killed. */
    public List<String> killed() {
        return killed.stream().map(LocalNode::id).toList();
    }

    /** Starts all nodes that are killed. */
    public void revive() {
        network.restart(killed);
        killed.clear();
    }

    /** Remembers a container and how it ended, which the ledger has to show when the story is over. */
    public void ended(Bytes containerId, ContainerState end) {
        ended.put(containerId, end);
    }

    /** Every container of the story and how it ended, in the order of their ends. */
    public Map<Bytes, ContainerState> ends() {
        return ended;
    }

    /** Has something wiped when the story is over. */
    public <T extends AutoCloseable> T keep(T secret) {
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
