package dev.mayfly.domain.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.encoding.Encoder;
import dev.mayfly.crypto.hpke.Hpke;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.TestBytes;
import dev.mayfly.domain.TestContainer;
import dev.mayfly.domain.TestNetwork;
import dev.mayfly.domain.TestUser;
import dev.mayfly.domain.identity.Role;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class InvitationTest {

    private static final TestContainer CONTAINER = TestContainer.open(TestNetwork.of(5));
    private static final HpkePrivateKey BOB = CONTAINER.receiver().encryption();
    private static final Bytes SEALED = CONTAINER.invitation().sealTo(BOB.publicKey(), TestNetwork.RANDOM);

    @Test
    void open_givesBothPartiesTheSame() throws RejectedException {
        HpkePrivateKey alice = CONTAINER.sender().encryption();
        Bytes toAlice = CONTAINER.invitation().sealTo(alice.publicKey(), TestNetwork.RANDOM);
        same(Invitation.open(SEALED, CONTAINER.id(), BOB));
        same(Invitation.open(toAlice, CONTAINER.id(), alice));
    }

    @Test
    void open_refusedForAnybodyElse() {
        refused(SEALED, CONTAINER.id(), CONTAINER.sender().encryption());
    }

    @Test
    void open_refusedForAnotherContainer() {
        refused(SEALED, TestNetwork.digest(), BOB);
    }

    @Test
    void open_refusedForEveryByteFlippedAndEveryPartMissing() {
        for (int i = 0; i < SEALED.size(); i += 7) {
            refused(TestBytes.flip(SEALED, i), CONTAINER.id(), BOB);
            refused(SEALED.slice(0, i), CONTAINER.id(), BOB);
        }
    }

    @Test
    void open_refusedForWhatWasSealedForAnotherPurpose() {
        for (Sealing purpose : Sealing.values()) {
            Bytes sealed = sealed(CONTAINER.fields(), CONTAINER.accessKey(), purpose, new byte[0]);
            if (purpose != Sealing.INVITATION) {
                refused(sealed, CONTAINER.id(), BOB);
            }
        }
    }

    /** An opener that keeps the true access key to itself would hold the receiver off its own container. */
    @Test
    void open_refusedWithAnAccessKeyThatIsNotTheContainers() {
        SigningPrivateKey foreign = SigningPrivateKey.generate(TestNetwork.RANDOM);
        refused(sealed(CONTAINER.fields(), foreign, Sealing.INVITATION, new byte[0]), CONTAINER.id(), BOB);
    }

    @Test
    void open_refusedWithTheFieldsOfAnotherContainer() {
        TestContainer other = TestContainer.open(TestNetwork.of(5));
        refused(sealed(other.fields(), other.accessKey(), Sealing.INVITATION, new byte[0]), CONTAINER.id(), BOB);
    }

    @Test
    void open_refusedWithMoreThanAnInvitation() throws RejectedException {
        same(Invitation.open(
                sealed(CONTAINER.fields(), CONTAINER.accessKey(), Sealing.INVITATION, new byte[0]),
                CONTAINER.id(),
                BOB));
        refused(
                sealed(CONTAINER.fields(), CONTAINER.accessKey(), Sealing.INVITATION, new byte[] {0, 0, 0, 0}),
                CONTAINER.id(),
                BOB);
    }

    @Test
    void requireParty_acceptsTheRegisteredKeysOfEachRole() {
        Invitation invitation = CONTAINER.invitation();
        assertThatCode(() -> {
                    invitation.requireParty(Role.SENDER, CONTAINER.sender().keys());
                    invitation.requireParty(Role.RECEIVER, CONTAINER.receiver().keys());
                })
                .doesNotThrowAnyException();
    }

    @Test
    void requireParty_refusesOtherKeysAndTheOtherRole() {
        Invitation invitation = CONTAINER.invitation();
        TestUser mallory = TestUser.named("mallory");
        assertThatThrownBy(() -> invitation.requireParty(Role.SENDER, mallory.keys()))
                .isInstanceOf(RejectedException.class);
        assertThatThrownBy(() -> invitation.requireParty(
                        Role.SENDER, CONTAINER.receiver().keys()))
                .isInstanceOf(RejectedException.class);
    }

    /** What the invitation says of names and salts counts only as far as the container commits to it. */
    @Test
    void requireParty_refusesNamesTheContainerDoesNotCommitTo() {
        Invitation lying = new Invitation(
                CONTAINER.fields(),
                TestUser.named("mallory").id(),
                CONTAINER.receiver().id(),
                CONTAINER.sender().salts(),
                CONTAINER.sender().salts(),
                CONTAINER.accessKey());
        assertThatThrownBy(
                        () -> lying.requireParty(Role.SENDER, CONTAINER.sender().keys()))
                .isInstanceOf(RejectedException.class);
        assertThatThrownBy(() ->
                        lying.requireParty(Role.RECEIVER, CONTAINER.receiver().keys()))
                .isInstanceOf(RejectedException.class);
    }

    private static void same(Invitation opened) {
        assertThat(opened.fields()).isEqualTo(CONTAINER.fields());
        assertThat(opened.user(Role.SENDER)).isEqualTo(CONTAINER.sender().id());
        assertThat(opened.user(Role.RECEIVER)).isEqualTo(CONTAINER.receiver().id());
        assertThat(opened.salts(Role.SENDER)).isEqualTo(CONTAINER.sender().salts());
        assertThat(opened.salts(Role.RECEIVER)).isEqualTo(CONTAINER.receiver().salts());
        assertThat(opened.accessKey().publicKey())
                .isEqualTo(CONTAINER.accessKey().publicKey());
    }

    /** What a sender of its own making might seal for Bob under this container's id. */
    private static Bytes sealed(ContainerFields fields, SigningPrivateKey accessKey, Sealing purpose, byte[] more) {
        try (SecretBytes scalar = accessKey.scalar();
                SecretBytes encoded = Encoder.of("mayfly/v1/invitation")
                        .bytes(fields.encoded())
                        .bytes(CONTAINER.sender().id().encoded())
                        .bytes(CONTAINER.receiver().id().encoded())
                        .bytes(CONTAINER.sender().salts().id())
                        .bytes(CONTAINER.sender().salts().keys())
                        .bytes(CONTAINER.receiver().salts().id())
                        .bytes(CONTAINER.receiver().salts().keys())
                        .secret(scalar)
                        .toSecret()) {
            byte[] longer = Arrays.copyOf(encoded.toByteArray(), encoded.size() + more.length);
            return Hpke.seal(
                    BOB.publicKey(), purpose.info(CONTAINER.id()), SecretBytes.adopt(longer), TestNetwork.RANDOM);
        }
    }

    private static void refused(Bytes sealed, Bytes containerId, HpkePrivateKey key) {
        assertThatThrownBy(() -> Invitation.open(sealed, containerId, key)).isInstanceOf(RejectedException.class);
    }
}
