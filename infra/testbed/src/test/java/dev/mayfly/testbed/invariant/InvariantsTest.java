package dev.mayfly.testbed.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.client.message.FetchedMessage;
import dev.mayfly.client.message.ReceivedMessage;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.dynamodblocal.DynamoDbLocal;
import dev.mayfly.testbed.LocalDynamo;
import dev.mayfly.testbed.Plan;
import dev.mayfly.testbed.Testbed;
import dev.mayfly.testbed.role.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each damage to a network is found, beside those that were done to it before. */
@ExtendWith(LocalDynamo.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvariantsTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Testbed testbed;
    private Person alice;
    private Person bob;
    private Bytes waiting;
    private Bytes delivered;

    InvariantsTest(DynamoDbLocal engine) {
        testbed = Testbed.start(engine.endpoint(), Plan.SMALL);
    }

    @BeforeAll
    void twoPeople() throws RejectedException {
        alice = testbed.person("alice");
        bob = testbed.person("bob");
    }

    @BeforeEach
    void twoContainers() throws RejectedException {
        waiting = alice.send(bob, "still there", HOUR, Plan.SMALL.threshold());
        delivered = alice.send(bob, "read", HOUR, Plan.SMALL.threshold());
        try (FetchedMessage fetched = bob.fetch(delivered);
                ReceivedMessage received = bob.client().unseal(fetched)) {
            bob.client().confirm(received);
        }
    }

    @AfterAll
    void close() {
        alice.close();
        bob.close();
        testbed.close();
    }

    @ParameterizedTest
    @EnumSource
    void violations_nameWhatWasDamaged(Damage damage) {
        List<String> before = testbed.violations();
        assertThat(before).noneMatch(found -> found.contains(waiting.toString()));

        damage.doTo(testbed, waiting, delivered);

        List<String> after = new ArrayList<>(testbed.violations());
        after.removeAll(before);
        assertThat(after).as("%s", damage).anyMatch(found -> found.contains(damage.what()));
    }

    @Test
    void violations_nameAnAcknowledgedMessageThatIsNowhere() {
        Bytes lost = Bytes.of(new byte[32]);

        assertThat(testbed.invariants().violations(testbed.clocks().seconds(), List.of(waiting, delivered, lost)))
                .containsOnlyOnce(lost + ": should hold: an acknowledged message has its entry")
                .noneMatch(found -> found.contains(waiting.toString()));
    }

    @Test
    void violations_nameSharesAndKeysThatOutlivedTheirTime() {
        testbed.clocks().forward(HOUR.plusHours(1));

        assertThat(testbed.invariants().violations(testbed.clocks().seconds()))
                .as("before the nodes' own runs")
                .anyMatch(found -> found.contains(waiting + ": should hold: no share is left after its time"))
                .anyMatch(found -> found.contains("an epoch's key goes with its epoch"));
        assertThat(testbed.violations()).noneMatch(found -> found.contains(waiting.toString()));
    }
}
