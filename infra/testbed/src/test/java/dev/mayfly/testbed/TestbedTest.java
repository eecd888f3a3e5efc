package dev.mayfly.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.client.message.FetchedMessage;
import dev.mayfly.client.message.ReceivedMessage;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.dynamodblocal.DynamoDbLocal;
import dev.mayfly.testbed.role.Person;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A message's life in one process is the one it has on packaged functions. */
@ExtendWith(LocalDynamo.class)
class TestbedTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Testbed testbed;
    private Person alice;
    private Person bob;

    TestbedTest(DynamoDbLocal engine) {
        testbed = Testbed.start(engine.endpoint(), Plan.USUAL);
    }

    @BeforeEach
    void twoPeople() throws Exception {
        alice = testbed.person("alice");
        bob = testbed.person("bob");
    }

    @AfterEach
    void everythingHolds() {
        assertThat(testbed.violations()).isEmpty();
        alice.close();
        bob.close();
        testbed.close();
    }

    @Test
    void message_isReadAndDelivered() throws Exception {
        Bytes container = alice.send(bob, "hello", HOUR, testbed.plan().threshold());

        try (FetchedMessage fetched = bob.fetch(container);
                ReceivedMessage received = bob.client().unseal(fetched)) {
            assertThat(bob.read(fetched)).isEqualTo("hello");
            assertThat(bob.client().confirm(received).erased()).isEqualTo(5);
            assertEnded(() -> bob.read(fetched));
        }
    }

    @Test
    void message_endsForEachPartyByItsOwnClock() throws Exception {
        Bytes container = alice.send(bob, "hello", HOUR, testbed.plan().threshold());
        try (FetchedMessage fetched = bob.fetch(container)) {
            bob.party().clock().forward(HOUR);
            assertEnded(() -> bob.read(fetched));
            bob.party().clock().forward(HOUR.negated());
            assertThat(bob.read(fetched)).isEqualTo("hello");

            testbed.clocks().forward(HOUR);
            assertThat(testbed.sweep().run().settled()).isEqualTo(1);
        }
    }

    private static void assertEnded(ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.CONTAINER_ENDED));
    }
}
