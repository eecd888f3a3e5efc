package dev.mayfly.local.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.client.container.ActiveContainer;
import dev.mayfly.client.entropy.TooFewNodesException;
import dev.mayfly.client.message.FetchedMessage;
import dev.mayfly.client.message.ReceivedMessage;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.local.Person;
import dev.mayfly.local.network.LocalNetwork;
import dev.mayfly.transport.UnreachableException;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

/** Two people: one sends as fast as it can, the other reads some of it, and either of them ends some of it. */
final class Traffic implements AutoCloseable {
    private static final Threshold THREE_OF_FIVE = new Threshold(3, 5);
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofSeconds(10);

    private final Random random;
    private final Person alice;
    private final Person bob;
    private final Told told = new Told();
    private final Thread thread = new Thread(this::run, "traffic");
    private volatile boolean finishing;
    private volatile Throwable broken;

    Traffic(LocalNetwork network, Random random) throws Exception {
        this.random = random;
        this.alice = Person.registered(network, "alice");
        this.bob = Person.registered(network, "bob");
    }

    void start() {
        thread.start();
    }

    /** Returns when nothing is under way any more; fails when anything but an operation did. */
    void finish() throws InterruptedException {
        finishing = true;
        thread.join();
        assertThat(broken).isNull();
    }

    Told told() {
        return told;
    }

    /** Demands that what is stored, lives long and was ended by nobody can be read. */
    void requireReadable() throws Exception {
        for (Map.Entry<Bytes, String> stored : told.unended().entrySet()) {
            try (FetchedMessage fetched = bob.fetch(stored.getKey())) {
                assertThat(bob.read(fetched)).isEqualTo(stored.getValue());
            }
        }
    }

    private void run() {
        try {
            for (int number = 1; !finishing; number++) {
                tryOne("message " + number);
            }
        } catch (Exception | AssertionError wrong) {
            broken = wrong;
        }
    }

    /** What people are told to fail may fail; nothing else may. */
    private void tryOne(String text) throws Exception {
        try {
            writeAndEnd(text);
        } catch (Refusal | UnreachableException | TooFewNodesException | RejectedException failed) {
            told.failed();
        }
    }

    private void writeAndEnd(String text) throws Exception {
        boolean brief = random.nextInt(4) == 0;
        Bytes container = alice.send(bob, text, brief ? SHORT : LONG, THREE_OF_FIVE);
        told.sent(container, text);
        if (brief) {
            told.ending(container);
            return;
        }
        switch (random.nextInt(4)) {
            case 0 -> confirm(container, text);
            case 1 -> revoke(container);
            default -> {
                // Waits for bob until the test is over.
            }
        }
    }

    private void confirm(Bytes container, String text) throws Exception {
        try (FetchedMessage fetched = bob.fetch(container)) {
            assertThat(bob.read(fetched)).isEqualTo(text);
            try (ReceivedMessage received = bob.client.unseal(fetched)) {
                told.ending(container);
                told.ended(container, bob.client.confirm(received).state());
            }
        }
    }

    private void revoke(Bytes container) throws Exception {
        try (ActiveContainer active = alice.client.join(alice.waiting(container))) {
            told.ending(container);
            told.ended(container, alice.client.revoke(active).state());
        }
    }

    @Override
    public void close() {
        alice.close();
        bob.close();
    }
}
