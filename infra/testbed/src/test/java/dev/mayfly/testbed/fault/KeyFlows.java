package dev.mayfly.testbed.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.client.party.Contact;
import dev.mayfly.testbed.role.Person;

/** Registering keys, and every way to change them. */
final class KeyFlows {
    private KeyFlows() {}

    /** Registers keys; the same keys again find themselves. */
    static final class Register implements Flow {
        private final Stage stage;
        private final Person newcomer;

        Register(Stage stage) {
            this.stage = stage;
            this.newcomer = stage.newcomer();
        }

        @Override
        public void attempt() throws Exception {
            newcomer.client().register();
        }

        @Override
        public void verify() throws Exception {
            assertThat(stage.alice.client().lookUp(newcomer.keys().user()).keys())
                    .isEqualTo(newcomer.keys().publicKeys());
        }
    }

    /** Puts new keys in the place of registered ones. */
    static final class Rotate implements Flow {
        private final Stage stage;
        private final Person newcomer;
        private final Person next;

        Rotate(Stage stage) {
            this.stage = stage;
            this.newcomer = stage.newcomer();
            this.next = stage.withOtherKeys(newcomer);
        }

        @Override
        public void prepare() throws Exception {
            newcomer.client().register();
            stage.alice.client().lookUp(newcomer.keys().user());
        }

        @Override
        public void attempt() throws Exception {
            newcomer.client().account().rotate(next.keys());
        }

        @Override
        public void verify() throws Exception {
            assertThat(stage.alice.client().lookUp(newcomer.keys().user()).keys())
                    .isEqualTo(next.keys().publicKeys());
        }
    }

    /** Asks for other keys in the place of lost ones. */
    static class Reset implements Flow {
        final Stage stage;
        final Person newcomer;
        final Person next;

        Reset(Stage stage) {
            this.stage = stage;
            this.newcomer = stage.newcomer();
            this.next = stage.withOtherKeys(newcomer);
        }

        @Override
        public void prepare() throws Exception {
            newcomer.client().register();
        }

        @Override
        public void attempt() throws Exception {
            next.client().account().reset();
        }

        @Override
        public void verify() throws Exception {
            assertThat(newcomer.client().account().watch().unknownReset())
                    .map(Contact.Reset::keys)
                    .contains(next.keys().publicKeys());
        }
    }

    /** Says no to a reset. */
    static final class Cancel extends Reset {
        private Contact.Reset unknown;

        Cancel(Stage stage) {
            super(stage);
        }

        @Override
        public void prepare() throws Exception {
            super.prepare();
            super.attempt();
            unknown = newcomer.client().account().watch().unknownReset().orElseThrow();
        }

        @Override
        public void attempt() throws Exception {
            newcomer.client().account().cancel(unknown);
        }

        @Override
        public void verify() throws Exception {
            assertThat(newcomer.client().account().watch().areOwn()).isTrue();
        }
    }
}
