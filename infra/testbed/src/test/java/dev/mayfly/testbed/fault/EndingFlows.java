package dev.mayfly.testbed.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.client.container.ActiveContainer;
import dev.mayfly.client.message.FetchedMessage;
import dev.mayfly.client.message.ReceivedMessage;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.sweep.SweepDue;
import dev.mayfly.testbed.Testbed;
import dev.mayfly.testbed.role.TestNode;
import java.util.List;

/** Reading, and every way in which a container ends. */
final class EndingFlows {
    private EndingFlows() {}

    /** Finds, fetches and opens a message, which ends nothing. */
    static final class Receive implements Flow {
        private final Stage stage;
        private Bytes container;

        Receive(Stage stage) {
            this.stage = stage;
        }

        @Override
        public void prepare() throws Exception {
            container = stage.sent();
        }

        @Override
        public void attempt() throws Exception {
            try (FetchedMessage fetched = stage.bob.fetch(container)) {
                assertThat(stage.bob.read(fetched)).isEqualTo(Stage.TEXT);
            }
        }
    }

    /** Confirms a message that was read. */
    static final class Receipt implements Flow {
        private final Stage stage;
        private FetchedMessage fetched;
        private ReceivedMessage received;

        Receipt(Stage stage) {
            this.stage = stage;
        }

        @Override
        public void prepare() throws Exception {
            fetched = stage.bob.fetch(stage.sent());
            received = stage.bob.client().unseal(fetched);
        }

        @Override
        public void attempt() {
            assertThat(stage.bob.client().confirm(received).state()).isEqualTo("delivered");
        }

        @Override
        public void verify() {
            assertThat(stage.bob.client().confirm(received).erased()).isEqualTo(Stage.THRESHOLD.n());
        }
    }

    /** Takes a message back that nobody read. */
    static final class Revoke implements Flow {
        private final Stage stage;
        private ActiveContainer container;

        Revoke(Stage stage) {
            this.stage = stage;
        }

        @Override
        public void prepare() throws Exception {
            Bytes sent = stage.sent();
            container = stage.alice.client().join(stage.alice.waiting(sent));
        }

        @Override
        public void attempt() {
            assertThat(stage.alice.client().revoke(container).state()).isEqualTo("revoked");
        }

        @Override
        public void verify() {
            assertThat(stage.alice.client().revoke(container).erased()).isEqualTo(Stage.THRESHOLD.n());
        }
    }

    /** Sweeps what has expired; what failed is left for the next run of the schedule. */
    static class Sweep implements Flow {
        final Stage stage;
        Bytes container;

        Sweep(Stage stage) {
            this.stage = stage;
        }

        @Override
        public void prepare() throws Exception {
            container = stage.sent();
            stage.testbed.clocks().forward(Stage.LIFETIME);
        }

        @Override
        public void attempt() {
            stage.testbed.clocks().forward(Testbed.RETRY);
            SweepDue.Run run = stage.testbed.sweep().run();
            if (run.failures() > 0) {
                throw new IllegalStateException("some are left for the next run: " + run);
            }
        }

        @Override
        public void verify() {
            // A node that did not answer is asked again, and nobody calls that a failure.
            attempt();
            assertThat(stage.erasures(container)).isEqualTo(Stage.THRESHOLD.n());
        }
    }

    /** Passes on the word of a party whose nodes could not be reached. */
    static final class PassOn extends Sweep {
        PassOn(Stage stage) {
            super(stage);
        }

        @Override
        public void prepare() throws Exception {
            container = stage.sent();
            List<TestNode> nodes = stage.testbed.nodes();
            try (ActiveContainer active = stage.alice.client().join(stage.alice.waiting(container))) {
                nodes.forEach(node -> node.server().stop());
                assertThat(stage.alice.client().revoke(active).erased()).isZero();
            } finally {
                nodes.forEach(node -> node.server().restart());
            }
        }
    }

    /** The nodes' own runs over what has expired. */
    static final class EraseExpired implements Flow {
        private final Stage stage;

        EraseExpired(Stage stage) {
            this.stage = stage;
        }

        @Override
        public void prepare() throws Exception {
            stage.sent();
            stage.testbed.clocks().forward(Stage.LIFETIME.multipliedBy(2));
        }

        @Override
        public void attempt() {
            for (TestNode node : stage.testbed.nodes()) {
                int failures = node.eraseExpired().failures();
                if (failures > 0) {
                    throw new IllegalStateException(node.id() + " leaves " + failures + " for its next run");
                }
            }
        }
    }
}
