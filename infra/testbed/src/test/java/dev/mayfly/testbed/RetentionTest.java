package dev.mayfly.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.client.container.ActiveContainer;
import dev.mayfly.client.message.FetchedMessage;
import dev.mayfly.client.message.ReceivedMessage;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.dynamo.schema.Memory;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamodblocal.DynamoDbLocal;
import dev.mayfly.testbed.role.Person;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is left in all tables when retention is over and time to live has done its work: nothing of a person, and the chain. */
@ExtendWith(LocalDynamo.class)
class RetentionTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Testbed testbed;
    private final TimeToLive timeToLive;
    private final Map<String, Bytes> traces = new LinkedHashMap<>();
    private Person alice;
    private Person bob;

    RetentionTest(DynamoDbLocal engine) {
        testbed = Testbed.start(engine.endpoint(), Plan.SMALL);
        timeToLive = new TimeToLive(testbed);
    }

    /** The names are long: three letters are found by chance among random bytes sooner or later. */
    @BeforeEach
    void threeMessages() throws Exception {
        alice = testbed.person("alice-and-nobody-else");
        bob = testbed.person("bob-and-nobody-else");
        Bytes delivered = message();
        try (FetchedMessage fetched = bob.fetch(delivered);
                ReceivedMessage received = bob.client().unseal(fetched)) {
            note("delivered", fetched, bob);
            bob.client().confirm(received);
        }
        Bytes revoked = message();
        try (FetchedMessage fetched = alice.fetch(revoked)) {
            note("revoked", fetched, alice);
            alice.client().revoke(fetched.container());
        }
        try (FetchedMessage fetched = bob.fetch(message())) {
            note("waiting", fetched, bob);
        }
    }

    @AfterEach
    void close() {
        alice.close();
        bob.close();
        testbed.close();
    }

    @Test
    void traces_areNowhereWhenRetentionIsOver() {
        assertThat(timeToLive.tablesWith(traces.get("invitation, waiting"))).containsExactly("mailbox");
        assertThat(timeToLive.tablesWith(traces.get("message, waiting"))).containsExactly("messages");

        endAndCollect();

        assertThat(traces)
                .hasSize(18)
                .allSatisfy((what, trace) ->
                        assertThat(timeToLive.tablesWith(trace)).as(what).isEmpty());
    }

    @Test
    void address_leadsToNoContainerWhenRetentionIsOver() throws Exception {
        Bytes address = alice.client().lookUp(bob.keys().user()).index();
        assertThat(timeToLive.tablesWith(address)).contains("containers", "mailbox");

        endAndCollect();

        assertThat(timeToLive.tablesWith(address)).containsExactlyInAnyOrder("audit", "keys");
    }

    @Test
    void names_areNowhereAtAnyTime() {
        for (Person person : new Person[] {alice, bob}) {
            Bytes name = utf8(person.keys().user().subject());
            assertThat(timeToLive.tablesWith(name)).isEmpty();
            assertThat(timeToLive.tablesWith(person.keys().user().encoded())).isEmpty();
        }
        assertThat(timeToLive.tablesWith(utf8(Testbed.ISSUER))).isEmpty();
    }

    @Test
    void tablesThatForget_areEmptyAndTheChainHoldsWhenRetentionIsOver() {
        endAndCollect();

        for (TableSchema schema : TableSchema.values()) {
            if (schema.memory() == Memory.FORGETS) {
                assertThat(timeToLive.items(schema)).as(schema.baseName()).isEmpty();
            }
        }
        assertThat(testbed.violations()).isEmpty();
        assertThat(testbed.ledger().containers()).hasSize(3).allMatch(trail -> trail.erased() == trail.issued());
        assertThat(testbed.ledger().findings()).isEmpty();
    }

    @Test
    void timeToLive_isInSecondsSinceTheEpochInEveryItemThatIsForgotten() {
        long soonest = testbed.clocks().seconds();
        long latest =
                soonest + HOUR.plus(testbed.plan().retention()).plusDays(1).toSeconds();

        assertThat(timeToLive.times())
                .isNotEmpty()
                .allSatisfy(time -> assertThat(time).isBetween(soonest, latest));
    }

    private Bytes message() throws Exception {
        return alice.send(bob, "to be forgotten", HOUR, Plan.SMALL.threshold());
    }

    /** Notes what must be gone later: salts, the invitation, and what was sent. */
    private void note(String end, FetchedMessage fetched, Person party) {
        ActiveContainer container = fetched.container();
        for (Role role : Role.values()) {
            traces.put(
                    "id salt of the " + role + ", " + end,
                    container.invitation().salts(role).id());
            traces.put(
                    "key salt of the " + role + ", " + end,
                    container.invitation().salts(role).keys());
        }
        traces.put("invitation, " + end, party.waiting(container.drawn().id()).invitation());
        traces.put("message, " + end, utf8(fetched.message().compact()));
    }

    private void endAndCollect() {
        testbed.clocks().forward(HOUR);
        testbed.sweep().run();
        testbed.nodes().forEach(node -> node.eraseExpired());
        testbed.clocks().forward(testbed.plan().retention().plusDays(1));
        testbed.nodes().forEach(node -> node.eraseExpired());
        timeToLive.collect();
    }

    private static Bytes utf8(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
