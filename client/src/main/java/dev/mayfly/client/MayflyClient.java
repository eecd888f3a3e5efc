package dev.mayfly.client;

import dev.mayfly.client.account.Account;
import dev.mayfly.client.contact.KeysResetException;
import dev.mayfly.client.contact.LookUp;
import dev.mayfly.client.contact.Pins;
import dev.mayfly.client.container.ActiveContainer;
import dev.mayfly.client.container.AgreeOnEntropy;
import dev.mayfly.client.container.AskStatus;
import dev.mayfly.client.container.EndContainer;
import dev.mayfly.client.container.Ending;
import dev.mayfly.client.container.JoinContainer;
import dev.mayfly.client.container.OpenContainer;
import dev.mayfly.client.container.OpenedContainer;
import dev.mayfly.client.entropy.AgreedDealing;
import dev.mayfly.client.entropy.Contributed;
import dev.mayfly.client.evidence.EvidenceFolder;
import dev.mayfly.client.evidence.EvidenceStore;
import dev.mayfly.client.message.ConfirmMessage;
import dev.mayfly.client.message.FetchMessage;
import dev.mayfly.client.message.FetchedMessage;
import dev.mayfly.client.message.FillContainer;
import dev.mayfly.client.message.ReadInbox;
import dev.mayfly.client.message.ReceivedMessage;
import dev.mayfly.client.message.SendMessage;
import dev.mayfly.client.message.SentMessage;
import dev.mayfly.client.message.UnsealMessage;
import dev.mayfly.client.party.Budgets;
import dev.mayfly.client.party.Contact;
import dev.mayfly.client.party.Keyring;
import dev.mayfly.client.party.NewestRegistry;
import dev.mayfly.client.party.Session;
import dev.mayfly.client.party.Surroundings;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.identity.Fingerprint;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.transport.CoordinatorClient;
import dev.mayfly.transport.HttpJson;
import dev.mayfly.transport.NodeClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;

/**
 * One user's Mayfly. Sending, asking and receiving are one call each where nothing in between is of interest, and a call per
 * step where it is.
 *
 * <p>Every method throws a {@link dev.mayfly.domain.wire.Refusal} when the other side says no,
 * {@link dev.mayfly.transport.UnreachableException} when it says nothing,
 * {@link dev.mayfly.client.entropy.TooFewNodesException} when too few nodes did what was asked,
 * {@link dev.mayfly.client.draw.TooManyDrawsException} when too many containers were opened with one peer, and
 * {@link RejectedException} when an answer does not verify: then somebody lied, and nothing was done with it. None takes longer than its operation's
 * {@link Budgets}; the exception that tells so is the one of the call or of the nodes that were waited for.
 */
public final class MayflyClient {
    private final Account account;
    private final LookUp lookUp;
    private final OpenContainer openContainer;
    private final AgreeOnEntropy agreeOnEntropy;
    private final SendMessage sendMessage;
    private final FillContainer fillContainer;
    private final ReadInbox readInbox;
    private final JoinContainer joinContainer;
    private final FetchMessage fetchMessage;
    private final UnsealMessage unsealMessage;
    private final ConfirmMessage confirmMessage;
    private final EndContainer endContainer;
    private final AskStatus askStatus;

    private MayflyClient(Session session, Pins pins) {
        this.account = new Account(session);
        this.lookUp = new LookUp(session, pins);
        this.openContainer = new OpenContainer(session, new NewestRegistry(session));
        this.agreeOnEntropy = new AgreeOnEntropy(session);
        this.sendMessage = new SendMessage(session);
        this.fillContainer = new FillContainer(session, sendMessage);
        this.readInbox = new ReadInbox(session);
        this.joinContainer = new JoinContainer(session, lookUp);
        this.fetchMessage = new FetchMessage(session, joinContainer);
        this.unsealMessage = new UnsealMessage(session);
        this.confirmMessage = new ConfirmMessage(session);
        this.endContainer = new EndContainer(session);
        this.askStatus = new AskStatus(session);
    }

    /**
     * A client for one user.
     *
     * @param network what to trust
     * @param keys the user's keys; they stay the caller's
     * @param pins the user's contacts
     * @param token gives a bearer token that is valid now
     * @param evidence where to put what proves that a node lied
     */
    public static MayflyClient connect(
            Network network, Keyring keys, Pins pins, Supplier<String> token, Path evidence) {
        return connect(network, keys, pins, token, new EvidenceFolder(evidence), Surroundings.usual());
    }

    /** The same with a store and surroundings of the caller's. */
    public static MayflyClient connect(
            Network network,
            Keyring keys,
            Pins pins,
            Supplier<String> token,
            EvidenceStore evidence,
            Surroundings surroundings) {
        HttpJson http = new HttpJson(surroundings.budgets().calls(), surroundings.requestId());
        Session session = new Session(
                network,
                keys,
                CoordinatorClient.of(http, network.coordinator(), token),
                new NodeClient(http),
                surroundings.budgets(),
                evidence,
                surroundings.clock(),
                surroundings.random(),
                surroundings.observer());
        return new MayflyClient(session, pins);
    }

    /** The user's own keys in the directory, to change and to watch. */
    public Account account() {
        return account;
    }

    /** Registers the user's keys; again with the same keys changes nothing. */
    public Contact register() throws RejectedException {
        return account.register();
    }

    /**
     * Another user's keys, pinned at first use.
     *
     * @throws KeysResetException when they were reset and are not accepted yet
     */
    public Contact lookUp(UserId user) throws RejectedException {
        return lookUp.lookUp(user);
    }

    /** Pins a user's newest keys, if they have the fingerprint that was got another way. */
    public Contact accept(UserId user, Fingerprint fingerprint) throws RejectedException {
        return lookUp.accept(user, fingerprint);
    }

    /**
     * Sends content that can be opened until its time is over: opens a container, has its nodes agree on entropy, seals and
     * stores.
     *
     * @param content up to 256 KiB; stays the caller's
     * @return the container's id
     */
    public Bytes send(Contact to, Duration lifetime, Threshold threshold, SecretBytes content)
            throws RejectedException {
        try (OpenedContainer opened = open(to, lifetime, threshold);
                AgreedDealing dealing = agree(opened)) {
            return send(activate(opened, dealing), dealing, content).containerId();
        }
    }

    /**
     * Asks for something that can be opened until its time is over: opens a container with this user as its receiver, has its
     * nodes agree on entropy and activates it. The peer finds it among what is {@link #toFill}.
     *
     * @return the container's id
     */
    public Bytes request(Contact from, Duration lifetime, Threshold threshold) throws RejectedException {
        try (OpenedContainer opened = openContainer.open(from, Role.RECEIVER, lifetime, threshold);
                AgreedDealing dealing = agree(opened)) {
            return activate(opened, dealing).drawn().id();
        }
    }

    /** First step of sending: opens a container for a peer and verifies its draw. The caller closes it. */
    public OpenedContainer open(Contact peer, Duration lifetime, Threshold threshold) throws RejectedException {
        return openContainer.open(peer, Role.SENDER, lifetime, threshold);
    }

    /** Second step: gathers the committee's contributions, by rank. The caller closes them. */
    public SortedMap<Integer, Contributed> gather(OpenedContainer opened) {
        return agreeOnEntropy.gather(opened);
    }

    /** Third step: deals the shares of their sum to a quorum that holds them. The caller closes it. */
    public AgreedDealing deal(OpenedContainer opened, SortedMap<Integer, Contributed> contributions) {
        return agreeOnEntropy.deal(opened, contributions);
    }

    /** Fourth step: activates the container; what it returns shares the opened container's access key. */
    public ActiveContainer activate(OpenedContainer opened, AgreedDealing dealing) {
        return agreeOnEntropy.activate(opened, dealing);
    }

    /** Last step of sending: seals content under the container's key and stores it. */
    public SentMessage send(ActiveContainer container, AgreedDealing dealing, SecretBytes content)
            throws RejectedException {
        return sendMessage.send(container, dealing.entropy(), content);
    }

    /**
     * Sends into a container without the dealing at hand: one that its receiver opened, or one of this user's own from before.
     * Asks the nodes for its secret first.
     */
    public SentMessage send(ActiveContainer container, SecretBytes content) throws RejectedException {
        return fillContainer.fill(container, content);
    }

    /**
     * The containers that this user is a party of and that have not ended, all pages of them. How they stand is the
     * coordinator's word; what is in them is verified by {@link #join} and {@link #fetch}.
     */
    public List<CoordinatorApi.InboxItem> inbox() {
        return readInbox.read();
    }

    /** Those of them with a message for this user: {@link #fetch} is next. */
    public List<CoordinatorApi.InboxItem> toRead() {
        return readInbox.toRead();
    }

    /** Those of them that wait for a message of this user's: {@link #join} and {@link #send(ActiveContainer, SecretBytes)}. */
    public List<CoordinatorApi.InboxItem> toFill() {
        return readInbox.toFill();
    }

    /** One of them by its id; empty when it is none of this user's or has ended. */
    public Optional<CoordinatorApi.InboxItem> find(Bytes containerId) {
        return readInbox.find(containerId);
    }

    /**
     * Takes this user's place in an active container and verifies all of it, whoever opened it and whenever: to send into it,
     * to revoke it or to ask how it stands. The caller closes it.
     */
    public ActiveContainer join(CoordinatorApi.InboxItem item) throws RejectedException {
        return joinContainer.join(item).container();
    }

    /** Fetches a waiting container's message and verifies all that can be before a key is derived. The caller closes it. */
    public FetchedMessage fetch(CoordinatorApi.InboxItem item) throws RejectedException {
        return fetchMessage.fetch(item);
    }

    /**
     * Gets the shares, derives the key, opens the message, and forgets the key. Can be repeated until the container ends; the
     * caller closes what it got.
     */
    public ReceivedMessage unseal(FetchedMessage fetched) throws RejectedException {
        return unsealMessage.unseal(fetched);
    }

    /** Confirms a message that was read: ends its container and has the nodes erase their shares. */
    public Ending confirm(ReceivedMessage received) {
        return confirmMessage.confirm(received);
    }

    /** Ends an active container as either party, whether or not anybody read it. What was read stays read. */
    public Ending revoke(ActiveContainer container) {
        return endContainer.revoke(container);
    }

    /** How a container stands, as the coordinator has it: {@code opening, active, delivered, revoked} or {@code expired}. */
    public String status(ActiveContainer container) {
        return askStatus.ask(container);
    }

    private AgreedDealing agree(OpenedContainer opened) {
        SortedMap<Integer, Contributed> contributions = gather(opened);
        try {
            return deal(opened, contributions);
        } finally {
            contributions.values().forEach(Contributed::close);
        }
    }
}
