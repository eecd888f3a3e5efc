package dev.mayfly.client.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.mayfly.client.TestCommittee;
import dev.mayfly.client.TestDirectory;
import dev.mayfly.client.party.Budgets;
import dev.mayfly.client.party.Contact;
import dev.mayfly.client.party.Keyring;
import dev.mayfly.client.party.Session;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.directory.CancelResetStatement;
import dev.mayfly.domain.ledger.KeyEntry;
import dev.mayfly.domain.wire.AuditApi;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.WireJson;
import dev.mayfly.transport.AuditClient;
import dev.mayfly.transport.CoordinatorClient;
import dev.mayfly.transport.HttpJson;
import dev.mayfly.transport.NodeClient;
import dev.mayfly.transport.TestServer;
import dev.mayfly.transport.Timeouts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bob looks at what others may have done in his name. */
class WatchKeysTest {
    private final TestServer coordinator = new TestServer();
    private final TestCommittee committee = new TestCommittee(coordinator.url());
    private final UserKeys first = committee.bob();
    private final UserKeys second = TestCommittee.user("bob");
    private final UserKeys mallory = TestCommittee.user("bob");
    private final TestDirectory directory = new TestDirectory(TestCommittee.NAME, committee.vrf(), first);

    @AfterEach
    void close() {
        committee.close();
        coordinator.close();
    }

    @Test
    void watch_isQuietWhenAllKeysAreTheUsers() throws RejectedException {
        assertThat(watch(Keyring.of(first)).areOwn()).isTrue();
        directory.rotate(second);
        assertThat(watch(new Keyring(second, List.of(first), Optional.empty())).areOwn())
                .isTrue();
    }

    /** Keys from before those that the user still has are nobody's business. */
    @Test
    void watch_isQuietAboutKeysThatTheUserDroppedOrLost() throws RejectedException {
        directory.rotate(second);
        assertThat(watch(Keyring.of(second)).areOwn()).isTrue();
        UserKeys afterLoss = TestCommittee.user("bob");
        directory.reset(afterLoss);
        assertThat(watch(Keyring.of(afterLoss)).areOwn()).isTrue();
    }

    @Test
    void watch_namesVersionsThatTheUserNeverRegistered() throws RejectedException {
        directory.reset(mallory).rotate(second);

        OwnKeys afterwards = watch(new Keyring(second, List.of(first), Optional.empty()));

        assertThat(afterwards.inForce()).isTrue();
        assertThat(afterwards.unknown()).extracting(Contact.Version::keys).containsExactly(mallory.publicKeys());
        assertThat(afterwards.areOwn()).isFalse();
    }

    @Test
    void watch_saysThatTheUsersKeysWereReplaced() throws RejectedException {
        directory.reset(mallory);

        OwnKeys found = watch(Keyring.of(first));

        assertThat(found.inForce()).isFalse();
        assertThat(found.unknown()).hasSize(1);
        assertThat(found.areOwn()).isFalse();
    }

    @Test
    void watch_takesNobodysKeysForTheUsers() throws RejectedException {
        assertThat(watch(Keyring.of(second)).unknown()).hasSize(1);
    }

    @Test
    void watch_knowsTheUsersOwnRotationThatWasNotAnswered() throws RejectedException {
        directory.rotate(second);

        OwnKeys found = watch(Keyring.of(first).preparing(second));

        assertThat(found.unknown()).isEmpty();
        assertThat(found.inForce()).isFalse();
    }

    @Test
    void watch_isQuietAboutTheUsersOwnReset() throws RejectedException {
        directory.waitFor(second, TestCommittee.NOW + 9);
        assertThat(watch(Keyring.of(second)).unknownReset()).isEmpty();
    }

    @Test
    void watch_showsAResetThatTheUserDidNotAskForAndCancelsIt() throws Exception {
        CoordinatorApi.RegisteredKeys before = directory.answer();
        directory.waitFor(mallory, TestCommittee.NOW + 9);

        OwnKeys found = watch(Keyring.of(first));
        assertThat(found.inForce()).isTrue();
        assertThat(found.areOwn()).isFalse();
        Contact.Reset reset = found.unknownReset().orElseThrow();
        assertThat(reset.keys()).isEqualTo(mallory.publicKeys());

        answering(before);
        assertThat(new CancelReset(session(Keyring.of(first))).cancel(reset).waiting())
                .isEmpty();
        TestServer.Request asked = coordinator.requests().get(1);
        assertThat(asked.path()).isEqualTo("/v1/cancel-reset");
        String statement = WireJson.mapper()
                .readValue(asked.body(), CoordinatorApi.Ask.class)
                .statement();
        assertThat(CancelResetStatement.TYPE
                        .verify(statement, first.signing().publicKey())
                        .claims()
                        .reset())
                .isEqualTo(reset.entry().digest());
    }

    @Test
    void watch_findsTheSameOnTheLedgerWhateverHappenedToTheKeys() throws Exception {
        directory.waitFor(mallory, TestCommittee.NOW + 9).cancel().rotate(second);
        directory.waitFor(mallory, TestCommittee.NOW + 99);

        OwnKeys found = watch(new Keyring(second, List.of(first), Optional.empty()), directory.trail());

        assertThat(found.untold()).isEmpty();
        assertThat(found.unrecorded()).isEmpty();
        assertThat(found.unknownReset()).isPresent();
    }

    /** The directory shows bob what he wants to see, and others something else: that stands on the ledger. */
    @Test
    void watch_findsOnTheLedgerWhatTheDirectoryDoesNotTell() throws Exception {
        CoordinatorApi.RegisteredKeys before = directory.answer();
        directory.reset(mallory);
        List<Bytes> trail = directory.trail();

        OwnKeys found = watch(before, Keyring.of(first), trail);

        assertThat(found.untold()).extracting(KeyEntry.Place::version).containsExactly(2L);
        assertThat(found.areOwn()).isFalse();
        assertThat(watch(before, Keyring.of(first), trail.subList(0, 2)).untold())
                .singleElement()
                .isInstanceOf(KeyEntry.KeysResetRequested.class);
    }

    @Test
    void watch_findsInTheDirectoryWhatIsNotOnTheLedger() throws Exception {
        directory.rotate(second);
        OwnKeys found = watch(
                new Keyring(second, List.of(first), Optional.empty()),
                directory.trail().subList(0, 1));
        assertThat(found.unrecorded()).extracting(KeyEntry.Place::version).containsExactly(2L);
        assertThat(found.areOwn()).isFalse();
    }

    @Test
    void watch_refusesATrailOfSomethingElse() {
        List<Bytes> alices = new TestDirectory(TestCommittee.NAME, committee.vrf(), committee.alice()).trail();
        assertThatThrownBy(() -> watch(Keyring.of(first), alices)).isInstanceOf(RejectedException.class);
        List<Bytes> backwards = new ArrayList<>(directory.rotate(second).trail());
        Collections.reverse(backwards);
        assertThatThrownBy(() -> watch(Keyring.of(first), backwards)).isInstanceOf(RejectedException.class);
    }

    private OwnKeys watch(Keyring keyring, List<Bytes> trail) throws Exception {
        return watch(directory.answer(), keyring, trail);
    }

    /** Directory and audit at one address: the first page has the whole trail, the next one nothing. */
    private OwnKeys watch(CoordinatorApi.RegisteredKeys told, Keyring keyring, List<Bytes> trail) throws Exception {
        String keys = WireJson.mapper().writeValueAsString(told);
        String page = WireJson.mapper().writeValueAsString(new AuditApi.Entries(trail));
        Iterator<String> pages = List.of(page, "{\"entries\":[]}").iterator();
        coordinator.answering((server, exchange, request) ->
                server.reply(exchange, 200, request.path().startsWith("/v1/trail?") ? pages.next() : keys));
        AuditClient ledger = new AuditClient(new HttpJson(Timeouts.USUAL), coordinator.url());
        return new WatchKeys(session(keyring)).watch(ledger);
    }

    private OwnKeys watch(Keyring keyring) throws RejectedException {
        answering(directory.answer());
        return new WatchKeys(session(keyring)).watch();
    }

    private void answering(CoordinatorApi.RegisteredKeys answer) {
        try {
            coordinator.answering(200, WireJson.mapper().writeValueAsString(answer));
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private Session session(Keyring keyring) {
        HttpJson http = new HttpJson(Timeouts.USUAL);
        return new Session(
                committee.network(),
                keyring,
                CoordinatorClient.of(http, coordinator.url(), () -> "token"),
                new NodeClient(http),
                Budgets.USUAL,
                TestCommittee.NO_EVIDENCE,
                TestCommittee.CLOCK,
                TestCommittee.RANDOM);
    }
}
