package dev.mayfly.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.client.MayflyClient;
import dev.mayfly.client.contact.Pins;
import dev.mayfly.client.contact.RememberedPins;
import dev.mayfly.client.container.Ending;
import dev.mayfly.client.message.FetchedMessage;
import dev.mayfly.client.message.ReceivedMessage;
import dev.mayfly.client.party.Contact;
import dev.mayfly.client.party.Contact.Standing;
import dev.mayfly.client.party.Keyring;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.audit.LedgerVerifier;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.local.network.LocalNetwork;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Users change their keys on a network of separate processes. */
@ExtendWith(RunningNetwork.class)
class KeysLifeTest {
    private static final Threshold THRESHOLD = new Threshold(3, 5);
    private static final Duration DAY = Duration.ofDays(1);

    private final LocalNetwork network;

    KeysLifeTest(LocalNetwork network) {
        this.network = network;
    }

    /** A user that keeps its keyring and its contacts. */
    private final class Rotating implements AutoCloseable {
        private final Pins pins = new RememberedPins();
        private Keyring keyring;
        private MayflyClient client;

        Rotating(String name) throws Exception {
            UserKeys first = fresh(name + "-" + Bytes.random(new SecureRandom(), 6));
            keyring = Keyring.of(first);
            client = network.connect(keyring, pins);
            client.register();
        }

        UserKeys fresh(String subject) {
            return UserKeys.generate(network.issuer().user(subject), new SecureRandom());
        }

        void rotate() throws Exception {
            keyring = keyring.preparing(fresh(keyring.current().user().subject()));
            client.account().rotate(keyring.next().orElseThrow());
            keyring = keyring.rotated();
            client = network.connect(keyring, pins);
        }

        Contact knows(Rotating other) throws Exception {
            return client.lookUp(other.keyring.current().user());
        }

        Bytes send(Rotating to, String text) throws Exception {
            try (SecretBytes content = SecretBytes.copyOf(text.getBytes(StandardCharsets.UTF_8))) {
                return client.send(knows(to), DAY, THRESHOLD, content);
            }
        }

        @Override
        public void close() {
            keyring.close();
        }
    }

    @Test
    void message_isReadAfterBothPartiesRotated() throws Exception {
        try (Rotating alice = new Rotating("alice");
                Rotating bob = new Rotating("bob")) {
            Bytes before = alice.send(bob, "sent before");
            alice.rotate();
            bob.rotate();
            bob.rotate();
            Bytes after = alice.send(bob, "sent after");

            assertThat(bob.client.account().watch().areOwn()).isTrue();
            assertThat(alice.knows(bob).standing()).isEqualTo(Standing.KNOWN);
            assertThat(readAndConfirmed(bob, before)).isEqualTo("sent before");
            assertThat(readAndConfirmed(bob, after)).isEqualTo("sent after");
            assertThat(new LedgerVerifier(network.network())
                            .verify(network.auditLog().entries(0, 100_000).iterator())
                            .findings())
                    .isEmpty();
        }
    }

    @Test
    void contact_isFollowedThroughARotationAndToldSo() throws Exception {
        try (Rotating alice = new Rotating("alice");
                Rotating bob = new Rotating("bob")) {
            assertThat(alice.knows(bob).standing()).isEqualTo(Standing.FIRST_USE);
            bob.rotate();

            Contact rotated = alice.knows(bob);

            assertThat(rotated.standing()).isEqualTo(Standing.ROTATED);
            assertThat(rotated.keys()).isEqualTo(bob.keyring.current().publicKeys());
        }
    }

    /** Somebody with bob's token asks for a reset: bob sees it, alice is warned, and bob says no. */
    @Test
    void reset_isSeenByEverybodyAndCancelledByTheOldKeys() throws Exception {
        try (Rotating alice = new Rotating("alice");
                Rotating bob = new Rotating("bob")) {
            alice.knows(bob);
            UserKeys stolen = bob.fresh(bob.keyring.current().user().subject());
            network.connect(stolen).account().reset();

            assertThat(alice.knows(bob).waiting()).isPresent();
            Contact.Reset unknown = bob.client.account().watch().unknownReset().orElseThrow();
            assertThat(unknown.keys()).isEqualTo(stolen.publicKeys());
            bob.client.account().cancel(unknown);

            assertThat(bob.client.account().watch().areOwn()).isTrue();
            assertThat(alice.knows(bob).waiting()).isEmpty();
            stolen.close();
        }
    }

    private static String readAndConfirmed(Rotating reader, Bytes containerId) throws Exception {
        CoordinatorApi.InboxItem item = reader.client.inbox().stream()
                .filter(waiting -> waiting.containerId().equals(containerId))
                .findFirst()
                .orElseThrow();
        try (FetchedMessage fetched = reader.client.fetch(item);
                ReceivedMessage received = reader.client.unseal(fetched)) {
            Ending ending = reader.client.confirm(received);
            assertThat(ending.state()).isEqualTo("delivered");
            return received.content().use(bytes -> new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
