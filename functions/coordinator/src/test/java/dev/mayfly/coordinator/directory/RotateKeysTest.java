package dev.mayfly.coordinator.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.coordinator.CoordinatorTest;
import dev.mayfly.coordinator.party.Caller;
import dev.mayfly.coordinator.party.TestContainer;
import dev.mayfly.coordinator.party.TestMessage;
import dev.mayfly.coordinator.party.TestParty;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.directory.KeysStatement;
import dev.mayfly.domain.directory.SuccessionStatement;
import dev.mayfly.domain.identity.PublicKeys;
import dev.mayfly.domain.message.InboxStatement;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RotateKeysTest extends CoordinatorTest {
    @Test
    void rotateKeys_putsTheNewKeysIntoForce() {
        TestParty next = alice.withFreshKeys();
        CoordinatorApi.RotateKeys rotation = alice.rotationTo(next);

        CoordinatorApi.RegisteredKeys reply = rotate(rotation);

        assertThat(reply.versions()).hasSize(2);
        CoordinatorApi.KeyVersion newest = reply.versions().get(1);
        assertThat(newest.signing()).isEqualTo(next.keys().signing().bytes());
        assertThat(newest.encryption()).isEqualTo(next.keys().encryption().bytes());
        assertThat(newest.succession()).isEqualTo(rotation.succession());
        assertThat(ledger.types(indexOf(alice))).containsExactly("KEYS_REGISTERED", "KEYS_REGISTERED");
        assertThat(ledger.about(indexOf(alice)).get(1).body().encoded()).isEqualTo(newest.entry());
    }

    @Test
    void rotateKeys_isAnsweredAlikeWhenRepeatedHoweverLate() {
        CoordinatorApi.RotateKeys rotation = alice.rotationTo(alice.withFreshKeys());
        CoordinatorApi.RegisteredKeys first = rotate(rotation);
        clock.forward(Duration.ofDays(2));

        assertThat(rotate(rotation)).isEqualTo(first);
        assertThat(ledger.about(indexOf(alice))).hasSize(2);
    }

    @Test
    void rotateKeys_mayChangeOneOfTheTwoKeysOnly() {
        TestParty next = alice.withFreshKeys();
        KeysStatement both = next.registrationAfter(alice.lookUpMyself());
        KeysStatement one = new KeysStatement(
                both.issued(),
                both.user(),
                2,
                both.predecessor(),
                new PublicKeys(alice.keys().signing(), next.keys().encryption()),
                both.salt());

        assertThat(rotate(new CoordinatorApi.RotateKeys(alice.states(KeysStatement.TYPE, one), alice.agreesTo(one)))
                        .versions())
                .hasSize(2);
    }

    @Test
    void rotateKeys_leavesOneWinnerOfManyAtOnce() {
        List<CoordinatorApi.RotateKeys> rotations = IntStream.range(0, 6)
                .mapToObj(i -> alice.rotationTo(alice.withFreshKeys()))
                .toList();

        List<HttpResponse<String>> answers =
                rotations.stream().map(rotation -> alice.coordinator().later("rotate-keys", rotation)).toList().stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnlyOnce(200);
        answers.stream()
                .filter(answer -> answer.statusCode() != 200)
                .forEach(answer -> Caller.problem(answer, ErrorCode.KEYS_CONFLICT));
        assertThat(ledger.about(indexOf(alice))).hasSize(2);
    }

    @Test
    void rotateKeys_isRejectedWhenTheOldKeysDidNotAgree() {
        TestParty next = alice.withFreshKeys();
        KeysStatement keys = next.registrationAfter(alice.lookUpMyself());
        String statement = next.states(KeysStatement.TYPE, keys);
        KeysStatement others = alice.withFreshKeys().registrationAfter(alice.lookUpMyself());

        refused(new CoordinatorApi.RotateKeys(statement, next.agreesTo(keys)), ErrorCode.REJECTED, "/succession");
        refused(new CoordinatorApi.RotateKeys(statement, bob.agreesTo(keys)), ErrorCode.REJECTED, "/succession");
        refused(new CoordinatorApi.RotateKeys(statement, alice.agreesTo(others)), ErrorCode.REJECTED, "/succession");
        refused(new CoordinatorApi.RotateKeys(statement, ""), ErrorCode.REJECTED, "/succession");
    }

    @Test
    void rotateKeys_isRejectedWhenTheAgreementIsMeantForAnotherNetworkOrAudience() {
        TestParty next = alice.withFreshKeys();
        KeysStatement keys = next.registrationAfter(alice.lookUpMyself());
        String statement = next.states(KeysStatement.TYPE, keys);
        Bytes digest = keys.registered(indexOf(alice)).digest();
        Issued here = alice.issued(Issued.PUBLIC);
        List<Issued> wrong = List.of(
                alice.issued(Issued.COORDINATOR), new Issued("othernet", here.audience(), here.issuedAt(), here.jti()));

        for (Issued issued : wrong) {
            String agreed = alice.states(SuccessionStatement.TYPE, new SuccessionStatement(issued, digest));
            refused(new CoordinatorApi.RotateKeys(statement, agreed), ErrorCode.REJECTED, "/succession");
        }
    }

    @Test
    void rotateKeys_isRefusedWithAnotherVersionOrPredecessor() {
        TestParty next = alice.withFreshKeys();
        KeysStatement good = next.registrationAfter(alice.lookUpMyself());

        refused(next, with(good, 3, good.predecessor()));
        refused(next, with(good, 1, good.predecessor()));
        refused(next, with(good, 2, Bytes.random(random, 32)));
    }

    @Test
    void rotateKeys_isRejectedWhenTheNewKeyDidNotSign() {
        TestParty next = alice.withFreshKeys();
        KeysStatement keys = next.registrationAfter(alice.lookUpMyself());
        var forged = new CoordinatorApi.RotateKeys(alice.states(KeysStatement.TYPE, keys), alice.agreesTo(keys));

        refused(forged, ErrorCode.REJECTED, "/statement");
    }

    @Test
    void rotateKeys_isRefusedWhenNothingIsRegistered() {
        TestParty carol = unregistered("carol");
        KeysStatement keys = carol.registration();
        var request = new CoordinatorApi.RotateKeys(carol.states(KeysStatement.TYPE, keys), carol.agreesTo(keys));

        carol.refused("rotate-keys", request, ErrorCode.KEYS_UNKNOWN, "/statement");
    }

    @ParameterizedTest
    @ValueSource(longs = {-61, 61})
    void rotateKeys_isRefusedWhenFirstSeenMoreThanAMinuteOff(long seconds) {
        TestParty next = alice.withFreshKeys();
        KeysStatement now = next.registrationAfter(alice.lookUpMyself());
        KeysStatement off =
                new KeysStatement(next.issuedAhead(seconds), now.user(), 2, now.predecessor(), now.keys(), now.salt());
        var request = new CoordinatorApi.RotateKeys(next.states(KeysStatement.TYPE, off), alice.agreesTo(off));

        refused(request, ErrorCode.STATEMENT_NOT_CURRENT, "/statement");
    }

    /** What concerns the account takes the keys in force only, and says so to whoever comes with replaced ones. */
    @Test
    void oldKeys_areRefusedForTheAccountAfterARotation() {
        TestParty next = alice.rotated();

        assertThat(next.ask("open", TestContainer.of(plan(), next, bob).openRequest(), CoordinatorApi.Opened.class)
                        .committee())
                .isNotEmpty();
        alice.refused("open", planned().openRequest(), ErrorCode.KEYS_CONFLICT, "/statement");
    }

    @Test
    void open_isRejectedForAPeersReplacedKeys() {
        TestContainer container = planned();
        bob.rotated();

        alice.refused("open", container.openRequest(), ErrorCode.REJECTED, "/peerOpening");
    }

    /** Both parties rotate while a container lives: every step of it goes on under the keys that it names. */
    @Test
    void oldKeys_goOnInTheContainersThatNameThem() {
        TestContainer container = opened();
        alice.rotated();
        bob.rotated();

        activate(container);
        TestMessage message = send(container);
        assertThat(bob.ask("fetch", container.fetch(bob), CoordinatorApi.Fetched.class)
                        .message())
                .isNotEmpty();
        assertThat(status(container, alice).state()).isEqualTo("active");
        assertThat(deliver(message).state()).isEqualTo("delivered");
    }

    @Test
    void newKeys_areAStrangersInTheContainersOfTheOldOnes() {
        TestContainer container = active();
        send(container);
        TestParty next = bob.rotated();

        next.refused("fetch", container.asks(next, container.peerOpening(), "fetch"), ErrorCode.CONTAINER_UNKNOWN);
    }

    /** The mailbox is the user's, and so are the invitations that wait in it. */
    @Test
    void inbox_staysTheSameAfterARotation() {
        TestContainer container = active();
        TestParty next = bob.rotated();

        var question = new InboxStatement(next.issued(), Bytes.of(new byte[0]));
        var request = new CoordinatorApi.Ask(next.states(InboxStatement.TYPE, question));
        assertThat(next.ask("inbox", request, CoordinatorApi.Inbox.class).items())
                .extracting(CoordinatorApi.InboxItem::containerId)
                .contains(container.id());
    }

    private static KeysStatement with(KeysStatement keys, long version, Bytes predecessor) {
        return new KeysStatement(keys.issued(), keys.user(), version, predecessor, keys.keys(), keys.salt());
    }

    private CoordinatorApi.RegisteredKeys rotate(CoordinatorApi.RotateKeys request) {
        return alice.ask("rotate-keys", request, CoordinatorApi.RegisteredKeys.class);
    }

    private void refused(TestParty next, KeysStatement keys) {
        var request = new CoordinatorApi.RotateKeys(next.states(KeysStatement.TYPE, keys), alice.agreesTo(keys));
        refused(request, ErrorCode.KEYS_CONFLICT, "/statement");
    }

    private void refused(CoordinatorApi.RotateKeys request, ErrorCode code, String field) {
        alice.refused("rotate-keys", request, code, field);
        assertThat(ledger.about(indexOf(alice))).hasSize(1);
    }
}
