package dev.mayfly.testbed.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.client.message.FetchedMessage;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamodblocal.DynamoDbLocal;
import dev.mayfly.testbed.LocalDynamo;
import dev.mayfly.testbed.Plan;
import dev.mayfly.testbed.Testbed;
import dev.mayfly.testbed.role.Person;
import dev.mayfly.testbed.role.TestNode;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Everybody's clock is half a minute before the end of a message's container, but for those that a test sets. Three of five
 * nodes are needed.
 */
@ExtendWith(LocalDynamo.class)
class EndTimeTest {
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int BEFORE = 30;

    private final Testbed testbed;
    private Person alice;
    private Person bob;
    private Bytes container;
    private CoordinatorApi.InboxItem item;
    private FetchedMessage fetched;
    private List<TestNode> holders;
    private long end;

    EndTimeTest(DynamoDbLocal engine) {
        testbed = Testbed.start(engine.endpoint(), Plan.USUAL);
    }

    @BeforeEach
    void send() throws Exception {
        alice = testbed.person("alice");
        bob = testbed.person("bob");
        end = testbed.clocks().seconds() + LIFE.toSeconds();
        container = alice.send(bob, "hello", LIFE, testbed.plan().threshold());
        testbed.clocks().set(end - BEFORE);
        item = bob.waiting(container);
        fetched = bob.fetch(container);
        holders = fetched.container().certificate().holdings().keySet().stream()
                .map(rank -> fetched.container()
                        .drawn()
                        .committee()
                        .at(rank)
                        .orElseThrow()
                        .id())
                .map(testbed::node)
                .toList();
    }

    @AfterEach
    void close() {
        fetched.close();
        alice.close();
        bob.close();
        testbed.close();
    }

    @ParameterizedTest
    @CsvSource({"-1, true", "0, false", "1, false"})
    void client_readsUntilTheLastSecondOfItsOwnClock(int seconds, boolean opens) throws Exception {
        bob.party().clock().set(end + seconds);
        expect(opens, () -> bob.read(fetched));
        expect(opens, () -> bob.client().fetch(item).close());
    }

    @ParameterizedTest
    @CsvSource({"-1, true", "0, false", "1, false"})
    void coordinator_givesTheMessageUntilTheLastSecondOfItsOwnClock(int seconds, boolean opens) throws Exception {
        testbed.coordinator().party().clock().set(end + seconds);
        expect(opens, () -> bob.client().fetch(item).close());
        assertThat(bob.client().inbox()).hasSize(opens ? 1 : 0);
        // Whoever has it already needs nobody but nodes.
        assertThat(bob.read(fetched)).isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void oneNode_endsNothingForTheOthers(int seconds) throws Exception {
        holders.get(0).party().clock().set(end + seconds);
        assertThat(bob.read(fetched)).isEqualTo("hello");
    }

    @ParameterizedTest
    @CsvSource({"-1, true", "0, false", "1, false"})
    void kNodes_endIt(int seconds, boolean opens) throws Exception {
        holders.subList(0, 3).forEach(node -> node.party().clock().set(end + seconds));
        expect(opens, () -> bob.read(fetched));
    }

    @ParameterizedTest
    @CsvSource({"-1, true", "0, false", "1, false"})
    void everybody_readsUntilTheLastSecond(int seconds, boolean opens) throws Exception {
        testbed.clocks().set(end + seconds);
        expect(opens, () -> bob.read(fetched));
        expect(opens, () -> bob.client().fetch(item).close());
    }

    /** A clock that goes back gives back what was not erased meanwhile, and nothing else. */
    @Test
    void nodes_giveNothingAnyMoreOnceTheyErasedThoughTheirClocksGoBack() throws Exception {
        List<TestNode> three = holders.subList(0, 3);
        three.forEach(node -> node.party().clock().set(end));
        ended(() -> bob.read(fetched));
        three.forEach(node -> node.party().clock().set(end - BEFORE));
        assertThat(bob.read(fetched)).isEqualTo("hello");

        three.forEach(node -> node.party().clock().set(end));
        three.forEach(node -> assertThat(node.eraseExpired().shares()).isEqualTo(1));
        three.forEach(node -> node.party().clock().set(end - BEFORE));
        ended(() -> bob.read(fetched));
    }

    /** Fewer than k nodes whose clocks stand still cannot keep a container open, whatever the reader's clock shows. */
    @Test
    void frozenClocks_keepNothingOpenWhenFewerThanKNodesHaveThem() {
        testbed.clocks().set(end + 3600);
        holders.subList(0, 2).forEach(node -> node.party().clock().set(end - 1));
        bob.party().clock().set(end - 1);
        assertThatThrownBy(() -> bob.read(fetched)).isInstanceOf(RuntimeException.class);
        testbed.clocks().set(end);
        holders.subList(0, 2).forEach(node -> node.party().clock().set(end - 1));
        bob.party().clock().set(end - 1);
        ended(() -> bob.read(fetched));
    }

    /** A reader who sets its clock back far enough to be alive is too far from everybody else. */
    @Test
    void readersClock_reopensNothingWhenItGoesBack() {
        testbed.clocks().set(end + 61);
        bob.party().clock().set(end - 1);
        assertThatThrownBy(() -> bob.read(fetched)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> bob.client().fetch(item).close()).isInstanceOf(RuntimeException.class);
    }

    /** Nothing was swept, collected or erased: everything still lies in the tables, and nobody gets any of it. */
    @Test
    void timeToLive_needNeverRun() {
        testbed.clocks().set(end);
        bob.party().clock().set(end - 1);
        assertThat(bob.client().inbox()).isEmpty();
        ended(() -> bob.client().fetch(item).close());
        ended(() -> bob.read(fetched));
        assertThat(testbed.dynamoDb()
                        .scan(scan ->
                                scan.tableName(testbed.coordinator().tables().name(TableSchema.MESSAGES)))
                        .count())
                .isEqualTo(1);
    }

    private static void expect(boolean opens, ThrowingCallable reading) throws Exception {
        if (opens) {
            try {
                reading.call();
            } catch (Throwable failed) {
                throw new AssertionError("it should open", failed);
            }
        } else {
            ended(reading);
        }
    }

    private static void ended(ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.CONTAINER_ENDED));
    }
}
