package dev.mayfly.domain.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.domain.TestBytes;
import dev.mayfly.domain.TestContainer;
import dev.mayfly.domain.TestNetwork;
import dev.mayfly.domain.identity.PartyCommitment;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.network.Threshold;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContainerFieldsTest {

    private static final TestContainer CONTAINER = TestContainer.open(TestNetwork.of(5));
    private static final ContainerFields FIELDS = CONTAINER.fields();

    @Test
    void decode_givesBackWhatWasEncoded() throws RejectedException {
        assertThat(ContainerFields.decode(FIELDS.encoded())).isEqualTo(FIELDS);
    }

    @Test
    void id_changesWithEveryField() {
        List<ContainerFields> variants = variants();
        assertThat(Stream.concat(Stream.of(FIELDS), variants.stream()).map(ContainerFields::id))
                .hasSize(variants.size() + 1)
                .doesNotHaveDuplicates();
    }

    /** Whatever is accepted is exactly what was sent, and another container. */
    @Test
    void decode_refusesOrGivesAnotherContainerForEveryByteFlipped() {
        Bytes encoded = FIELDS.encoded();
        for (int i = 0; i < encoded.size(); i++) {
            Bytes flipped = TestBytes.flip(encoded, i);
            try {
                ContainerFields other = ContainerFields.decode(flipped);
                assertThat(other.encoded()).as("byte " + i).isEqualTo(flipped);
                assertThat(other.id()).as("byte " + i).isNotEqualTo(FIELDS.id());
            } catch (RejectedException refused) {
                assertThat(refused).hasNoCause();
            }
        }
    }

    @Test
    void decode_refusesEveryOtherLength() {
        Bytes encoded = FIELDS.encoded();
        for (int size = 0; size < encoded.size(); size++) {
            Bytes cut = encoded.slice(0, size);
            assertThatThrownBy(() -> ContainerFields.decode(cut)).isInstanceOf(RejectedException.class);
        }
        assertThatThrownBy(() -> ContainerFields.decode(Bytes.concat(encoded, Bytes.of(new byte[4]))))
                .isInstanceOf(RejectedException.class);
    }

    @Test
    void party_isTheCommitmentOfItsRole() {
        assertThat(FIELDS.party(Role.SENDER)).isEqualTo(FIELDS.sender());
        assertThat(FIELDS.party(Role.RECEIVER)).isEqualTo(FIELDS.receiver());
    }

    /** One for each of the thirteen encoded fields, and one with sender and receiver exchanged. */
    private static List<ContainerFields> variants() {
        PartyCommitment sender = FIELDS.sender();
        PartyCommitment receiver = FIELDS.receiver();
        Bytes other = TestNetwork.digest();
        return List.of(
                with("other", Role.SENDER, FIELDS.nonce(), sender, receiver),
                with(FIELDS.network(), Role.RECEIVER, FIELDS.nonce(), sender, receiver),
                with(FIELDS.network(), Role.SENDER, other, sender, receiver),
                with(
                        FIELDS.network(),
                        Role.SENDER,
                        FIELDS.nonce(),
                        new PartyCommitment(other, sender.keys()),
                        receiver),
                with(FIELDS.network(), Role.SENDER, FIELDS.nonce(), new PartyCommitment(sender.id(), other), receiver),
                with(
                        FIELDS.network(),
                        Role.SENDER,
                        FIELDS.nonce(),
                        sender,
                        new PartyCommitment(other, receiver.keys())),
                with(FIELDS.network(), Role.SENDER, FIELDS.nonce(), sender, new PartyCommitment(receiver.id(), other)),
                with(FIELDS.network(), Role.SENDER, FIELDS.nonce(), receiver, sender),
                with(SigningPrivateKey.generate(TestNetwork.RANDOM), 0, 0, FIELDS.threshold(), FIELDS.registryDigest()),
                with(CONTAINER.accessKey(), 1, 0, FIELDS.threshold(), FIELDS.registryDigest()),
                with(CONTAINER.accessKey(), 0, 1, FIELDS.threshold(), FIELDS.registryDigest()),
                with(CONTAINER.accessKey(), 0, 0, new Threshold(4, 5), FIELDS.registryDigest()),
                with(CONTAINER.accessKey(), 0, 0, new Threshold(3, 4), FIELDS.registryDigest()),
                with(CONTAINER.accessKey(), 0, 0, FIELDS.threshold(), other));
    }

    private static ContainerFields with(
            String network, Role opener, Bytes nonce, PartyCommitment sender, PartyCommitment receiver) {
        return new ContainerFields(
                network,
                opener,
                nonce,
                sender,
                receiver,
                FIELDS.accessKey(),
                FIELDS.issuedAt(),
                FIELDS.expiresAt(),
                FIELDS.threshold(),
                FIELDS.registryDigest());
    }

    private static ContainerFields with(
            SigningPrivateKey accessKey, long issued, long expires, Threshold threshold, Bytes registry) {
        return new ContainerFields(
                FIELDS.network(),
                FIELDS.opener(),
                FIELDS.nonce(),
                FIELDS.sender(),
                FIELDS.receiver(),
                accessKey.publicKey(),
                FIELDS.issuedAt() + issued,
                FIELDS.expiresAt() + expires,
                threshold,
                registry);
    }
}
