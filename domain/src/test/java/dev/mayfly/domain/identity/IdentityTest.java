package dev.mayfly.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.domain.TestNetwork;
import dev.mayfly.domain.TestUser;
import dev.mayfly.domain.directory.KeyIndex;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdentityTest {

    private static final VrfPrivateKey VRF = VrfPrivateKey.generate(TestNetwork.RANDOM);
    private static final TestUser ALICE = TestUser.named("alice");
    private static final TestUser BOB = TestUser.named("bob");

    static Stream<String> namesNeverAccepted() {
        return Stream.of("", "a".repeat(256), "e\u0301", "\u212b", "\ud83d", "\udc00x");
    }

    @ParameterizedTest
    @MethodSource("namesNeverAccepted")
    void userId_refusedInAnyFormThatIsNotOneSpelling(String name) {
        assertThatThrownBy(() -> UserId.of(name, "subject")).isInstanceOf(RejectedException.class);
        assertThatThrownBy(() -> UserId.of("issuer", name)).isInstanceOf(RejectedException.class);
        assertThatIllegalArgumentException().isThrownBy(() -> new UserId(name, "subject"));
    }

    /** Names are compared as exact bytes: case, look-alikes and compatibility forms are different users. */
    @Test
    void userId_differsForEverySpellingThatIsAccepted() throws RejectedException {
        List<String> names = List.of("zoe", "Zoe", "zoë", "zоe", "ｚoe", "zoe ", "zoe\u200b");
        for (String name : names) {
            assertThat(UserId.decode(UserId.of("issuer", name).encoded())).isEqualTo(new UserId("issuer", name));
        }
        assertThat(names.stream().map(name -> new UserId("issuer", name).encoded()))
                .doesNotHaveDuplicates();
    }

    @Test
    void userId_keepsIssuerAndSubjectApart() {
        assertThat(new UserId("ab", "c").encoded()).isNotEqualTo(new UserId("a", "bc").encoded());
        assertThat(new UserId("a", "b").encoded()).isNotEqualTo(new UserId("b", "a").encoded());
    }

    @Test
    void commitment_opensToItsOwnerOnly() {
        PartyCommitment commitment = ALICE.as(Role.SENDER);
        Salts salts = ALICE.salts();
        Salts other = Salts.random(TestNetwork.RANDOM);

        assertThat(commitment.opensTo(Role.SENDER, ALICE.id(), ALICE.keys(), salts))
                .isTrue();
        assertThat(commitment.opensTo(Role.RECEIVER, ALICE.id(), ALICE.keys(), salts))
                .isFalse();
        assertThat(commitment.opensTo(Role.SENDER, BOB.id(), ALICE.keys(), salts))
                .isFalse();
        assertThat(commitment.opensTo(Role.SENDER, ALICE.id(), BOB.keys(), salts))
                .isFalse();
        assertThat(commitment.opensTo(Role.SENDER, ALICE.id(), ALICE.keys(), new Salts(other.id(), salts.keys())))
                .isFalse();
        assertThat(commitment.opensTo(Role.SENDER, ALICE.id(), ALICE.keys(), new Salts(salts.id(), other.keys())))
                .isFalse();
    }

    @Test
    void commitment_opensToNeitherWithOneKeyExchanged() {
        PartyCommitment commitment = ALICE.as(Role.SENDER);
        PublicKeys signingOfBob =
                new PublicKeys(BOB.keys().signing(), ALICE.keys().encryption());
        PublicKeys encryptionOfBob =
                new PublicKeys(ALICE.keys().signing(), BOB.keys().encryption());

        assertThat(commitment.opensTo(Role.SENDER, ALICE.id(), signingOfBob, ALICE.salts()))
                .isFalse();
        assertThat(commitment.opensTo(Role.SENDER, ALICE.id(), encryptionOfBob, ALICE.salts()))
                .isFalse();
    }

    /** The same user in two containers, or in the other place of one, is nobody's to recognise. */
    @Test
    void commitment_differsByRoleAndBySalt() {
        PartyCommitment sender = ALICE.as(Role.SENDER);
        PartyCommitment receiver = ALICE.as(Role.RECEIVER);
        PartyCommitment again =
                PartyCommitment.of(Role.SENDER, ALICE.id(), ALICE.keys(), Salts.random(TestNetwork.RANDOM));

        assertThat(Stream.of(sender.id(), sender.keys(), receiver.id(), receiver.keys(), again.id(), again.keys()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aToB_isNeverBToA() {
        List<Bytes> thereAndBack = List.of(
                ALICE.as(Role.SENDER).id(),
                BOB.as(Role.RECEIVER).id(),
                BOB.as(Role.SENDER).id(),
                ALICE.as(Role.RECEIVER).id());
        assertThat(thereAndBack).doesNotHaveDuplicates();
    }

    @Test
    void keysCommitment_changesWithSaltAndEitherKey() {
        Bytes salt = ALICE.salts().keys();
        assertThat(Stream.of(
                        ALICE.keys().commitment(salt),
                        ALICE.keys().commitment(ALICE.salts().id()),
                        BOB.keys().commitment(salt),
                        new PublicKeys(BOB.keys().signing(), ALICE.keys().encryption()).commitment(salt),
                        new PublicKeys(ALICE.keys().signing(), BOB.keys().encryption()).commitment(salt)))
                .doesNotHaveDuplicates();
    }

    @Test
    void keyIndex_sameForAUserAtAnyTimeAndProvedToWhoAsks() throws RejectedException {
        KeyIndex index = KeyIndex.of(ALICE.id(), VRF);
        assertThat(KeyIndex.of(ALICE.id(), VRF)).isEqualTo(index);
        assertThat(KeyIndex.verify(ALICE.id(), index.proof().bytes(), VRF.publicKey()))
                .isEqualTo(index);
    }

    @Test
    void keyIndex_refusedForAnotherUserOrKeyOrProof() {
        Bytes proof = KeyIndex.of(ALICE.id(), VRF).proof().bytes();
        VrfPrivateKey other = VrfPrivateKey.generate(TestNetwork.RANDOM);

        assertThatThrownBy(() -> KeyIndex.verify(BOB.id(), proof, VRF.publicKey()))
                .isInstanceOf(RejectedException.class);
        assertThatThrownBy(() -> KeyIndex.verify(ALICE.id(), proof, other.publicKey()))
                .isInstanceOf(RejectedException.class);
        assertThatThrownBy(() -> KeyIndex.verify(ALICE.id(), proof.slice(0, 80), VRF.publicKey()))
                .isInstanceOf(RejectedException.class);
    }

    @Test
    void salts_refusedOfAnotherLengthAndNeverPrinted() {
        Bytes salt = ALICE.salts().id();
        assertThatThrownBy(() -> Salts.of(salt.slice(0, 63), salt)).isInstanceOf(RejectedException.class);
        assertThatThrownBy(() -> Salts.of(salt, salt.slice(0, 63))).isInstanceOf(RejectedException.class);
        assertThat(ALICE.salts().toString()).doesNotContain(salt.toBase64Url());
    }

    @Test
    void role_readsItsOwnLabelsOnly() throws RejectedException {
        for (Role role : Role.values()) {
            assertThat(Role.of(role.label())).isEqualTo(role);
            assertThat(role.other().other()).isEqualTo(role);
        }
        assertThatThrownBy(() -> Role.of("SENDER")).isInstanceOf(RejectedException.class);
    }
}
