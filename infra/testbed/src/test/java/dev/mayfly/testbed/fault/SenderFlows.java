package dev.mayfly.testbed.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.client.container.ActiveContainer;
import dev.mayfly.client.container.OpenedContainer;
import dev.mayfly.client.entropy.AgreedDealing;
import dev.mayfly.client.message.FetchedMessage;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.testbed.role.Person;

/** What a sender does, from opening to sending, in steps. */
final class SenderFlows {
    private SenderFlows() {}

    /** Opens a container; again it is another one, and the first expires. */
    static final class Open implements Flow {
        private final Stage stage;
        private OpenedContainer opened;

        Open(Stage stage) {
            this.stage = stage;
        }

        @Override
        public void attempt() throws Exception {
            opened = stage.opened();
        }

        @Override
        public void verify() {
            assertThat(stage.bob.client().find(opened.drawn().id())).isPresent();
        }
    }

    /** Has the nodes agree, and activates. A dealing that failed is never repaired: its container is given up. */
    static final class Activate implements Flow {
        private final Stage stage;
        private OpenedContainer opened;
        private AgreedDealing dealing;
        private ActiveContainer active;
        private boolean given;

        Activate(Stage stage) {
            this.stage = stage;
        }

        @Override
        public void prepare() throws Exception {
            // A new epoch and a new registry, so that nodes make keys and look for the registry each time.
            stage.testbed.clocks().forward(Stage.LIFETIME);
            stage.publishNextRegistry();
            opened = stage.opened();
        }

        @Override
        public void attempt() throws Exception {
            if (dealing == null) {
                opened = given ? stage.opened() : opened;
                given = true;
                dealing = stage.agreed(opened);
            }
            active = stage.alice.client().activate(opened, dealing);
        }

        @Override
        public void verify() throws Exception {
            assertThat(stage.alice.client().status(active)).isEqualTo("active");
        }
    }

    /** Sends into an active container. Whose first attempt got through unheard finds its own message there. */
    static class Send implements Flow {
        final Stage stage;
        private OpenedContainer opened;
        private AgreedDealing dealing;
        private ActiveContainer active;
        private boolean tried;

        Send(Stage stage) {
            this.stage = stage;
        }

        @Override
        public void prepare() throws Exception {
            opened = stage.opened();
            dealing = stage.agreed(opened);
            active = stage.alice.client().activate(opened, dealing);
        }

        @Override
        public void attempt() throws Exception {
            try (SecretBytes text = Stage.text()) {
                send(text);
            } catch (Refusal anotherIsThere) {
                if (anotherIsThere.code() != ErrorCode.MESSAGE_CONFLICT || !tried || !readBy(stage.alice)) {
                    throw anotherIsThere;
                }
            } finally {
                tried = true;
            }
            stage.acknowledge(container());
        }

        void send(SecretBytes text) throws RejectedException {
            stage.alice.client().send(active, dealing, text);
        }

        Bytes container() {
            return opened.drawn().id();
        }

        @Override
        public void verify() throws Exception {
            assertThat(readBy(stage.bob)).isTrue();
        }

        private boolean readBy(Person person) throws RejectedException {
            try (FetchedMessage fetched = person.fetch(container())) {
                return person.read(fetched).equals(Stage.TEXT);
            }
        }
    }

    /** Sends into a container that the receiver opened. */
    static final class Fill extends Send {
        private Bytes requested;

        Fill(Stage stage) {
            super(stage);
        }

        @Override
        public void prepare() throws Exception {
            requested = stage.bob
                    .client()
                    .request(stage.bob.client().lookUp(stage.alice.keys().user()), Stage.LIFETIME, Stage.THRESHOLD);
        }

        @Override
        void send(SecretBytes text) throws RejectedException {
            try (ActiveContainer joined = stage.alice.client().join(stage.alice.waiting(requested))) {
                stage.alice.client().send(joined, text);
            }
        }

        @Override
        Bytes container() {
            return requested;
        }
    }
}
