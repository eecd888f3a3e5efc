package dev.mayfly.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.coordinator.party.Caller;
import dev.mayfly.coordinator.party.Plan;
import dev.mayfly.coordinator.party.TestContainer;
import dev.mayfly.coordinator.party.TestDealing;
import dev.mayfly.coordinator.party.TestMessage;
import dev.mayfly.coordinator.party.TestNetwork;
import dev.mayfly.coordinator.party.TestParty;
import dev.mayfly.coordinator.party.TestTokens;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.directory.KeyIndex;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.message.InboxStatement;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.dynamo.DynamoClients;
import dev.mayfly.dynamo.ledger.AuditTable;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamo.schema.Tables;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A coordinator over HTTP with a database of its own, and alice, who writes to bob. Every test begins ten minutes after the
 * last, with two users whom nobody knew before. After every class the whole ledger is verified from its entries. The same
 * tests run against the packaged program in classes named {@code …IT}; nothing is injected, so that they can.
 */
@QuarkusTestResource(CoordinatorResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class CoordinatorTest {
    protected final Network network = TestNetwork.network();
    protected final SecureRandom random = new SecureRandom();

    @TestHTTPResource("/")
    URI root;

    CoordinatorResource.Surroundings around;

    protected TestClock clock;
    protected DynamoDbClient dynamoDb;
    protected TestTokens tokens;
    protected TestLedger ledger;
    protected TestParty alice;
    protected TestParty bob;

    @BeforeAll
    void connect() {
        dynamoDb = DynamoClients.local(around.database()).build();
        tokens = TestTokens.of(around.tokenKey());
    }

    @BeforeEach
    void begin() {
        clock = TestClock.ofTheCoordinator();
        clock.beginTest();
        ledger = new TestLedger(new AuditTable(dynamoDb, tables()), network);
        publish(TestNetwork.signed(TestNetwork.registry(1)));
        alice = registered("alice");
        bob = registered("bob");
    }

    @AfterAll
    void everyEntryHolds() {
        assertThat(ledger.verified().findings()).isEmpty();
        dynamoDb.close();
    }

    /** A caller without a token. */
    protected Caller anybody() {
        return new Caller(root);
    }

    /** A user that has a token and keys, and has not registered them. */
    protected TestParty unregistered(String name) {
        UserId user = new UserId(TestNetwork.ISSUER, name + "-" + Bytes.random(random, 9));
        return new TestParty(user, clock, anybody().with(tokens.of(user)));
    }

    protected TestParty registered(String name) {
        TestParty party = unregistered(name);
        party.register();
        return party;
    }

    protected Bytes indexOf(TestParty party) {
        return KeyIndex.of(party.user(), TestNetwork.vrf()).value();
    }

    protected Registry newest() {
        try {
            String signed = Caller.read(anybody().get("v1/registry"), CoordinatorApi.SignedRegistry.class)
                    .registry();
            return Registry.verify(signed, network);
        } catch (RejectedException wrong) {
            throw new AssertionError(wrong);
        }
    }

    protected CoordinatorApi.SignedRegistry publish(String registry) {
        var request = new CoordinatorApi.SignedRegistry(registry);
        return anybody().ask("publish-registry", request, CoordinatorApi.SignedRegistry.class);
    }

    /** Puts the next version of the same nodes into force. */
    protected Registry publishNext() {
        Registry next = TestNetwork.registry(newest().version() + 1);
        publish(TestNetwork.signed(next));
        return next;
    }

    /** A container that alice may open now: ten minutes, under the newest registry. */
    protected Plan plan() {
        return Plan.from(newest(), clock.seconds());
    }

    protected TestContainer planned() {
        return TestContainer.of(plan(), alice, bob);
    }

    protected TestContainer opened() {
        TestContainer container = planned();
        open(container);
        return container;
    }

    protected CoordinatorApi.Opened open(TestContainer container) {
        return container.opener().ask("open", container.openRequest(), CoordinatorApi.Opened.class);
    }

    /** Activates a container that all five of its nodes contributed to and hold. */
    protected TestDealing activate(TestContainer container) {
        TestDealing dealing = TestDealing.of(container, 1, 2, 3, 4, 5);
        assertThat(activate(dealing.request(1, 2, 3, 4, 5), container).state()).isEqualTo("active");
        return dealing;
    }

    protected CoordinatorApi.State activate(CoordinatorApi.Activate request, TestContainer container) {
        return container.opener().ask("activate", request, CoordinatorApi.State.class);
    }

    protected TestContainer active() {
        TestContainer container = opened();
        activate(container);
        return container;
    }

    protected TestMessage send(TestContainer container) {
        TestMessage message = TestMessage.of(container);
        container.sender().ask("send", message.request(), CoordinatorApi.Stored.class);
        return message;
    }

    protected CoordinatorApi.State deliver(TestMessage message) {
        return message.container().receiver().ask("receipt", message.receipt(), CoordinatorApi.State.class);
    }

    /** A party's mailbox, the first page of it. */
    protected List<CoordinatorApi.InboxItem> inbox(TestParty party) {
        var question = new InboxStatement(party.issued(), Bytes.of(new byte[0]));
        return party.ask(
                        "inbox",
                        new CoordinatorApi.Ask(party.states(InboxStatement.TYPE, question)),
                        CoordinatorApi.Inbox.class)
                .items();
    }

    protected CoordinatorApi.State status(TestContainer container, TestParty party) {
        return party.ask("status", container.status(party), CoordinatorApi.State.class);
    }

    protected Tables tables() {
        return new Tables(CoordinatorResource.TABLES);
    }

    protected String table(TableSchema schema) {
        return tables().name(schema);
    }
}
