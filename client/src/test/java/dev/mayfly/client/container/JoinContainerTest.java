package dev.mayfly.client.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.client.TestCommittee;
import dev.mayfly.client.TestCoordinator;
import dev.mayfly.client.contact.LookUp;
import dev.mayfly.client.contact.RememberedPins;
import dev.mayfly.client.entropy.AgreedDealing;
import dev.mayfly.client.entropy.Contributed;
import dev.mayfly.client.entropy.DealShares;
import dev.mayfly.client.entropy.GatherContributions;
import dev.mayfly.client.message.FetchMessage;
import dev.mayfly.client.message.FetchedMessage;
import dev.mayfly.client.message.FillContainer;
import dev.mayfly.client.message.ReceivedMessage;
import dev.mayfly.client.message.SendMessage;
import dev.mayfly.client.message.UnsealMessage;
import dev.mayfly.client.party.Budgets;
import dev.mayfly.client.party.Keyring;
import dev.mayfly.client.party.Session;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.container.Invitation;
import dev.mayfly.domain.container.OpenStatement;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.domain.registry.RegistryStatement;
import dev.mayfly.domain.selection.Draw;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.transport.CoordinatorClient;
import dev.mayfly.transport.HttpJson;
import dev.mayfly.transport.NodeClient;
import dev.mayfly.transport.Timeouts;
import java.util.List;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bob opened a container to ask alice for something; each of them joins it with nothing but what the mailbox holds. */
class JoinContainerTest {
    private static final Bytes ANSWER = Bytes.of(new byte[] {4, 7, 1, 1});

    private final TestCoordinator coordinator = new TestCoordinator();
    private final TestCommittee committee = new TestCommittee(coordinator.url());
    private final NodeClient nodes = new NodeClient(new HttpJson(Timeouts.USUAL));
    private final UserKeys alice = committee.alice();
    private final UserKeys bob = committee.bob();
    private final Invitation invitation = committee.invitation(Role.RECEIVER, alice, bob);
    private final DrawnContainer drawn = committee.drawnFor(invitation);
    private final AgreedDealing agreed = agree();

    @BeforeEach
    void bobAsked() {
        coordinator.knows(committee, alice, bob);
        coordinator.answers("fetch", body -> honest("", ""));
    }

    @AfterEach
    void close() {
        agreed.close();
        committee.close();
        coordinator.close();
    }

    @Test
    void join_givesThePeerItsPlaceBeforeAnythingWasSent() throws RejectedException {
        try (ActiveContainer joined = join(alice)) {
            assertThat(joined.role()).isEqualTo(Role.SENDER);
            assertThat(joined.peer().user()).isEqualTo(bob.user());
            assertThat(joined.drawn()).isEqualTo(drawn);
        }
    }

    @Test
    void join_givesTheOpenerItsOwnContainerBack() throws RejectedException {
        try (ActiveContainer joined = join(bob)) {
            assertThat(joined.role()).isEqualTo(Role.RECEIVER);
            assertThat(joined.invitation().accessKey().publicKey())
                    .isEqualTo(invitation.fields().accessKey());
        }
    }

    @Test
    void fill_sealsWhatTheReceiverOpens() throws RejectedException {
        coordinator.answers("send", body -> {
            CoordinatorApi.Send send = TestCoordinator.read(body, CoordinatorApi.Send.class);
            coordinator.answers("fetch", later -> honest(send.statement(), send.message()));
            return new CoordinatorApi.Stored(drawn.id(), send.statement(), send.message());
        });
        try (ActiveContainer alices = join(alice)) {
            fill(alice, alices);
        }
        try (FetchedMessage fetched = new FetchMessage(session(bob), joining(bob)).fetch(item(bob));
                ReceivedMessage received = new UnsealMessage(session(bob)).unseal(fetched)) {
            assertThat(received.content().use(Bytes::of)).isEqualTo(ANSWER);
        }
    }

    @Test
    void fill_isForbiddenToTheReceiverBeforeAnybodyIsAsked() throws RejectedException {
        try (ActiveContainer bobs = join(bob)) {
            int before = committee.requests();
            refusedWith(ErrorCode.FORBIDDEN, () -> fill(bob, bobs));
            assertThat(committee.requests()).isEqualTo(before);
        }
    }

    @Test
    void fetch_isRefusedWhileNothingWasSent() {
        refusedWith(ErrorCode.MESSAGE_MISSING, () -> new FetchMessage(session(bob), joining(bob)).fetch(item(bob)));
    }

    @Test
    void join_refusesAnotherContainersFields() {
        Bytes other = committee.invitation(Role.RECEIVER, alice, bob).fields().encoded();
        refused(good -> answer(other, good.registry(), good.proof(), good.open(), good.dealing(), good.holdings()));
    }

    @Test
    void join_refusesARegistryThatTheContainerWasNotDrawnFrom() {
        String next =
                signed(new Registry(TestCommittee.NAME, 2, committee.registry().nodes()));
        refused(good -> answer(good.container(), next, good.proof(), good.open(), good.dealing(), good.holdings()));
    }

    @Test
    void join_refusesADrawOfAnotherContainer() {
        Bytes other = Draw.prove(committee.container().id(), committee.vrf()).bytes();
        refused(good -> answer(good.container(), good.registry(), other, good.open(), good.dealing(), good.holdings()));
    }

    /** That bob opened it has to be bob's word. */
    @Test
    void join_refusesAnOpenThatTheOpenerDidNotSign() {
        String byAlice = open(alice);
        refused(good ->
                answer(good.container(), good.registry(), good.proof(), byAlice, good.dealing(), good.holdings()));
    }

    @Test
    void join_refusesADealingThatIsNone() {
        refused(good ->
                answer(good.container(), good.registry(), good.proof(), good.open(), good.open(), good.holdings()));
    }

    @Test
    void join_refusesFewerHoldingsThanTheQuorum() {
        List<String> three = agreed.holdings().subList(0, 3);
        refused(good -> answer(good.container(), good.registry(), good.proof(), good.open(), good.dealing(), three));
    }

    private void refused(UnaryOperator<CoordinatorApi.Fetched> lie) {
        int before = committee.requests();
        coordinator.answers("fetch", body -> lie.apply(honest("", "")));
        assertThatThrownBy(() -> join(alice)).isInstanceOf(RejectedException.class);
        assertThat(committee.requests()).isEqualTo(before);
    }

    private static void refusedWith(ErrorCode code, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private CoordinatorApi.Fetched honest(String sent, String message) {
        return new CoordinatorApi.Fetched(
                drawn.fields().encoded(),
                signed(committee.registry()),
                drawn.proof().bytes(),
                open(bob),
                agreed.certificate().dealing().statement().compact(),
                agreed.holdings(),
                sent,
                message);
    }

    private static CoordinatorApi.Fetched answer(
            Bytes container, String registry, Bytes proof, String open, String dealing, List<String> holdings) {
        return new CoordinatorApi.Fetched(container, registry, proof, open, dealing, holdings, "", "");
    }

    private String signed(Registry registry) {
        return RegistryStatement.sign(registry, committee.admin(), TestCommittee.CLOCK, TestCommittee.RANDOM)
                .compact();
    }

    private String open(UserKeys by) {
        Issued issued = Issued.now(TestCommittee.NAME, Issued.COORDINATOR, TestCommittee.CLOCK, TestCommittee.RANDOM);
        return OpenStatement.TYPE
                .sign(new OpenStatement(issued, drawn.id(), drawn.fields()), by.signing())
                .compact();
    }

    private ActiveContainer join(UserKeys user) throws RejectedException {
        return joining(user).join(item(user)).container();
    }

    private JoinContainer joining(UserKeys user) {
        Session session = session(user);
        return new JoinContainer(session, new LookUp(session, new RememberedPins()));
    }

    private CoordinatorApi.InboxItem item(UserKeys user) {
        Bytes sealed = invitation.sealTo(user.encryption().publicKey(), TestCommittee.RANDOM);
        return new CoordinatorApi.InboxItem(
                drawn.id(), "sender", "active", false, drawn.fields().expiresAt(), sealed);
    }

    private void fill(UserKeys user, ActiveContainer container) throws RejectedException {
        Session session = session(user);
        try (SecretBytes answer = SecretBytes.adopt(ANSWER.toByteArray())) {
            new FillContainer(session, new SendMessage(session)).fill(container, answer);
        }
    }

    private AgreedDealing agree() {
        SortedMap<Integer, Contributed> contributions = new GatherContributions(
                        nodes, TestCommittee.CLOCK, TestCommittee.RANDOM)
                .gather(drawn, invitation.accessKey());
        try {
            return new DealShares(nodes, TestCommittee.CLOCK, TestCommittee.RANDOM)
                    .deal(drawn, invitation.accessKey(), contributions);
        } finally {
            contributions.values().forEach(Contributed::close);
        }
    }

    private Session session(UserKeys me) {
        return new Session(
                committee.network(),
                Keyring.of(me),
                CoordinatorClient.of(new HttpJson(Timeouts.USUAL), coordinator.url(), () -> "token"),
                nodes,
                Budgets.USUAL,
                TestCommittee.NO_EVIDENCE,
                TestCommittee.CLOCK,
                TestCommittee.RANDOM);
    }
}
