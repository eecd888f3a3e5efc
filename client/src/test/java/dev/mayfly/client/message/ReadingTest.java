package dev.mayfly.client.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.client.TestCommittee;
import dev.mayfly.client.contact.LookUp;
import dev.mayfly.client.contact.RememberedPins;
import dev.mayfly.client.container.ActiveContainer;
import dev.mayfly.client.container.JoinContainer;
import dev.mayfly.client.entropy.AgreedDealing;
import dev.mayfly.client.entropy.Contributed;
import dev.mayfly.client.entropy.DealShares;
import dev.mayfly.client.entropy.GatherContributions;
import dev.mayfly.client.key.Frame;
import dev.mayfly.client.key.MessageKey;
import dev.mayfly.client.party.Budgets;
import dev.mayfly.client.party.Contact;
import dev.mayfly.client.party.Keyring;
import dev.mayfly.client.party.Session;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.Jwe;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.container.ContainerFields;
import dev.mayfly.domain.container.Invitation;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.message.MessageStatement;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.transport.CoordinatorClient;
import dev.mayfly.transport.HttpJson;
import dev.mayfly.transport.NodeClient;
import dev.mayfly.transport.TestServer;
import dev.mayfly.transport.Timeouts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bob reads what alice sealed, until his own clock says that it is over. */
class ReadingTest {

    private static final long END = TestCommittee.NOW + 3600;

    private final TestServer coordinator = new TestServer();
    private final TestCommittee committee = new TestCommittee(coordinator.url());
    private final NodeClient nodes = new NodeClient(new HttpJson(Timeouts.USUAL));
    private final AgreedDealing agreed = agree();

    @AfterEach
    void close() {
        agreed.close();
        committee.close();
        coordinator.close();
    }

    @Test
    void unseal_givesBackTheContentUntilTheLastSecond() throws RejectedException {
        try (ReceivedMessage received = unseal(END - 1, message("hello", "hello"))) {
            assertThat(text(received.content())).isEqualTo("hello");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {END, END + 1, END + 86_400})
    void unseal_refusedByTheOwnClockBeforeAnybodyIsAsked(long now) {
        FetchedMessage fetched = message("hello", "hello");
        int before = committee.requests();
        ended(() -> unseal(now, fetched));
        assertThat(committee.requests()).isEqualTo(before);
        assertThat(coordinator.requests()).isEmpty();
    }

    /** Alice signed one thing and sealed another: Bob is shown neither. */
    @Test
    void unseal_refusesContentThatIsNotWhatTheSenderStated() {
        assertThatThrownBy(() -> unseal(END - 1, message("hello", "goodbye")))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("not what the sender stated");
    }

    @Test
    void fetch_refusedByTheOwnClockBeforeAnybodyIsAsked() {
        Session late = session(committee.bob(), END);
        ended(() -> fetch(late, item(committee.invitation(), committee.bob())));
        assertThat(coordinator.requests()).isEmpty();
    }

    @Test
    void fetch_refusesAnInvitationForAnotherKeyOrContainer() {
        refused(item(committee.invitation(), committee.alice()));
        CoordinatorApi.InboxItem item = item(committee.invitation(), committee.bob());
        Bytes other = Bytes.random(TestCommittee.RANDOM, 32);
        refused(item(other, item.expiresAt(), item.invitation()));
    }

    /** Sealed to Bob, committed to his keys, and still in the name of carol. */
    @Test
    void fetch_refusesAnInvitationThatNamesSomebodyElse() {
        UserKeys carol = TestCommittee.user("carol");
        UserKeys bobsKeysAsCarol = new UserKeys(
                carol.user(), committee.bob().signing(), committee.bob().encryption());
        refused(item(committee.invitation(committee.alice(), bobsKeysAsCarol), committee.bob()));
    }

    private void refused(CoordinatorApi.InboxItem item) {
        Session bob = session(committee.bob(), TestCommittee.NOW);
        assertThatThrownBy(() -> fetch(bob, item)).isInstanceOf(RejectedException.class);
        assertThat(coordinator.requests()).isEmpty();
    }

    private static void ended(ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.CONTAINER_ENDED));
    }

    private ReceivedMessage unseal(long now, FetchedMessage fetched) throws RejectedException {
        return new UnsealMessage(session(committee.bob(), now)).unseal(fetched);
    }

    private static CoordinatorApi.InboxItem item(Invitation invitation, UserKeys to) {
        ContainerFields fields = invitation.fields();
        Bytes sealed = invitation.sealTo(to.encryption().publicKey(), TestCommittee.RANDOM);
        return item(fields.id(), fields.expiresAt(), sealed);
    }

    private static CoordinatorApi.InboxItem item(Bytes id, long expiresAt, Bytes sealed) {
        return new CoordinatorApi.InboxItem(id, "receiver", "active", true, expiresAt, sealed);
    }

    private static FetchedMessage fetch(Session session, CoordinatorApi.InboxItem item) throws RejectedException {
        return new FetchMessage(session, new JoinContainer(session, new LookUp(session, new RememberedPins())))
                .fetch(item);
    }

    /** Alice's message as Bob fetched it, with her statement over some content. */
    private FetchedMessage message(String sealed, String stated) {
        Bytes id = committee.container().id();
        Frame frame = Frame.of(secret(sealed), TestCommittee.RANDOM);
        try (SecretBytes pair = committee
                        .alice()
                        .encryption()
                        .agree(committee.bob().encryption().publicKey());
                MessageKey key = MessageKey.derive(
                        id, committee.alice().user(), committee.bob().user(), agreed.entropy(), pair)) {
            Jwe jwe = Jwe.parse(key.seal(frame, TestCommittee.RANDOM));
            MessageStatement sent = new MessageStatement(
                    session(committee.alice(), TestCommittee.NOW).toCoordinator(),
                    id,
                    jwe.digest(),
                    new Frame(frame.salt(), secret(stated)).contentDigest());
            return new FetchedMessage(active(), jwe, sent);
        } catch (RejectedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private ActiveContainer active() {
        UserKeys alice = committee.alice();
        Contact peer = new Contact(
                alice.user(),
                alice.publicKeys(),
                Bytes.of(new byte[32]),
                List.of(),
                Optional.empty(),
                Contact.Standing.KNOWN);
        return new ActiveContainer(
                committee.invitation(),
                committee.container(),
                committee.registryStatement(),
                agreed.certificate(),
                Role.RECEIVER,
                peer);
    }

    private AgreedDealing agree() {
        SortedMap<Integer, Contributed> contributions = new GatherContributions(
                        nodes, TestCommittee.CLOCK, TestCommittee.RANDOM)
                .gather(committee.container(), committee.accessKey());
        try {
            return new DealShares(nodes, TestCommittee.CLOCK, TestCommittee.RANDOM)
                    .deal(committee.container(), committee.accessKey(), contributions);
        } finally {
            contributions.values().forEach(Contributed::close);
        }
    }

    private Session session(UserKeys me, long now) {
        HttpJson http = new HttpJson(Timeouts.USUAL);
        return new Session(
                committee.network(),
                Keyring.of(me),
                CoordinatorClient.of(http, coordinator.url(), () -> "token"),
                nodes,
                Budgets.USUAL,
                TestCommittee.NO_EVIDENCE,
                TestCommittee.clockAt(now),
                TestCommittee.RANDOM);
    }

    private static SecretBytes secret(String text) {
        return SecretBytes.adopt(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(SecretBytes secret) {
        return secret.use(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
