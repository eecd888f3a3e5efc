package dev.mayfly.testbed.fault;

import dev.mayfly.client.container.OpenedContainer;
import dev.mayfly.client.entropy.AgreedDealing;
import dev.mayfly.client.entropy.Contributed;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.dynamodblocal.DynamoDbLocal;
import dev.mayfly.testbed.Plan;
import dev.mayfly.testbed.Testbed;
import dev.mayfly.testbed.role.Person;
import dev.mayfly.testbed.role.TestNode;
import dev.mayfly.transport.Timeouts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** A small network on which flows are played, with two people who have done nothing yet. */
final class Stage implements AutoCloseable {
    static final Duration LIFETIME = Duration.ofHours(1);
    static final String TEXT = "whatever happens";
    static final Threshold THRESHOLD = Plan.SMALL.threshold();

    /** Short, so that silence does not take long, and longer than any answer does. */
    private static final Timeouts HURRIED = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(1), 2);

    final Testbed testbed;
    final Person alice;
    final Person bob;
    private final List<Bytes> acknowledged = new ArrayList<>();
    private int newcomers;
    private long registry = 1;

    Stage(DynamoDbLocal engine) throws RejectedException {
        testbed = Testbed.start(engine.endpoint(), Plan.SMALL.with(HURRIED));
        alice = testbed.person("alice");
        bob = testbed.person("bob");
    }

    Person newcomer() {
        return testbed.newcomer("newcomer " + ++newcomers);
    }

    /** The same user with keys of another device. */
    Person withOtherKeys(Person person) {
        return testbed.withOtherKeys(person);
    }

    /** A container that alice opened and nobody contributed to. */
    OpenedContainer opened() throws RejectedException {
        return alice.client().open(alice.client().lookUp(bob.keys().user()), LIFETIME, THRESHOLD);
    }

    /** A dealing of an open container. */
    AgreedDealing agreed(OpenedContainer opened) {
        SortedMap<Integer, Contributed> contributions = alice.client().gather(opened);
        return alice.client().deal(opened, contributions);
    }

    /** A message from alice to bob. */
    Bytes sent() throws RejectedException {
        return acknowledge(alice.send(bob, TEXT, LIFETIME, THRESHOLD));
    }

    /** Makes every node look for a registry that it does not know. */
    void publishNextRegistry() {
        testbed.publishRegistry(++registry);
    }

    /** How many erasures of a container are on the ledger. */
    int erasures(Bytes container) {
        return testbed.ledger().containers().stream()
                .filter(trail -> trail.containerId().equals(container))
                .findFirst()
                .orElseThrow()
                .erased();
    }

    /** Notes that somebody was told that a container's message is stored. */
    Bytes acknowledge(Bytes container) {
        acknowledged.add(container);
        return container;
    }

    static SecretBytes text() {
        return SecretBytes.copyOf(TEXT.getBytes(StandardCharsets.UTF_8));
    }

    /** What does not hold while containers live. */
    List<String> violations() {
        testbed.nodes().forEach(TestNode::eraseExpired);
        return testbed.invariants().violations(testbed.clocks().seconds(), acknowledged);
    }

    /** Lets everything end and be swept. */
    void end() {
        testbed.clocks().forward(LIFETIME.multipliedBy(2));
        do {
            testbed.clocks().forward(Testbed.RETRY);
        } while (testbed.sweep().run().due() > 0);
    }

    @Override
    public void close() {
        alice.close();
        bob.close();
        testbed.close();
    }
}
