package dev.mayfly.crypto.hpke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.Case;
import dev.mayfly.crypto.KnownAnswers;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.TestBytes;
import dev.mayfly.crypto.internal.AesGcm;
import dev.mayfly.crypto.internal.Point;
import dev.mayfly.crypto.secret.SecretBytes;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class HpkeTest {

    private static final Bytes INFO = TestBytes.utf8("info");

    private final SecureRandom random = TestBytes.seeded(1);
    private final HpkePrivateKey key = HpkePrivateKey.generate(random);
    private final SecretBytes plaintext = TestBytes.secret(TestBytes.utf8("a share"));

    @Test
    void open_givesBackWhatWasSealed() throws RejectedException {
        Bytes sealed = Hpke.seal(key.publicKey(), INFO, plaintext, random);
        assertThat(sealed.size()).isEqualTo(plaintext.size() + 81);
        assertThat(Hpke.open(key, INFO, sealed).sameAs(plaintext)).isTrue();
    }

    @Test
    void seal_takesAnEmptyPlaintext() throws RejectedException {
        Bytes sealed = Hpke.seal(key.publicKey(), INFO, TestBytes.secretHex(""), random);
        assertThat(Hpke.open(key, INFO, sealed).size()).isZero();
    }

    @Test
    void seal_differsEveryTime() {
        assertThat(Hpke.seal(key.publicKey(), INFO, plaintext, random))
                .isNotEqualTo(Hpke.seal(key.publicKey(), INFO, plaintext, random));
    }

    @Test
    void open_refusedForAnotherKeyOrInfo() {
        Bytes sealed = Hpke.seal(key.publicKey(), INFO, plaintext, random);
        refused(HpkePrivateKey.generate(random), INFO, sealed);
        refused(key, TestBytes.utf8("infO"), sealed);
        refused(key, TestBytes.utf8(""), sealed);
    }

    @Test
    void open_refusedWhenAnyBitIsTurned() {
        Bytes sealed = Hpke.seal(key.publicKey(), INFO, plaintext, random);
        for (int bit = 0; bit < sealed.size() * 8; bit++) {
            refused(key, INFO, TestBytes.flip(sealed, bit));
        }
    }

    @Test
    void open_refusedWhenCutOrLengthened() {
        Bytes sealed = Hpke.seal(key.publicKey(), INFO, plaintext, random);
        for (int size = 0; size < sealed.size(); size++) {
            refused(key, INFO, sealed.slice(0, size));
        }
        refused(key, INFO, Bytes.concat(sealed, Bytes.of(new byte[1])));
    }

    @Test
    void open_refusedWhenTheEphemeralKeyIsOfAnotherMessage() {
        Bytes one = Hpke.seal(key.publicKey(), INFO, plaintext, random);
        Bytes other = Hpke.seal(key.publicKey(), INFO, plaintext, random);
        refused(key, INFO, Bytes.concat(one.slice(0, 65), other.slice(65, other.size())));
    }

    @Test
    void agree_isTheSameFromBothSides() {
        HpkePrivateKey other = HpkePrivateKey.generate(random);
        SecretBytes shared = key.agree(other.publicKey());
        assertThat(shared.size()).isEqualTo(32);
        assertThat(shared.sameAs(other.agree(key.publicKey()))).isTrue();
        assertThat(shared.sameAs(key.agree(key.publicKey()))).isFalse();
    }

    @Test
    void parse_readsWhatItWrote() throws RejectedException {
        assertThat(HpkePublicKey.parse(key.publicKey().bytes())).isEqualTo(key.publicKey());
        assertThat(HpkePrivateKey.parse(key.scalar()).publicKey()).isEqualTo(key.publicKey());
    }

    @Test
    void parse_refusedWhenTheScalarIsOutOfRange() {
        for (String bad : new String[] {"00".repeat(32), "ff".repeat(32), "01", ""}) {
            assertThatThrownBy(() -> HpkePrivateKey.parse(TestBytes.secretHex(bad)))
                    .isInstanceOf(RejectedException.class);
        }
    }

    @Test
    void thumbprint_asInRfc9449() throws RejectedException {
        Case test = KnownAnswers.ofRfc("rfc9449-6-1.json").list("tests").get(0);
        Point point =
                Point.decodeUncompressed(Bytes.concat(TestBytes.hex("04"), test.base64Url("x"), test.base64Url("y")));
        assertThat(new HpkePublicKey(point).thumbprint()).isEqualTo(test.base64Url("thumbprint"));
    }

    /** Section 5.2 of RFC 9180: the nonce is base_nonce XOR the number of the message. */
    @Test
    void context_sealsEachMessageUnderItsOwnNonce() throws RejectedException {
        HpkePrivateKey ephemeral = HpkePrivateKey.generate(random);
        KeySchedule keys = KeySchedule.of(Dhkem.encap(key.publicKey(), ephemeral), INFO);
        try (HpkeContext sender = HpkeContext.send(key.publicKey(), ephemeral, INFO);
                HpkeContext receiver = HpkeContext.receive(Dhkem.enc(ephemeral.publicKey()), key, INFO)) {
            for (int seq = 0; seq < 300; seq++) {
                byte[] nonce = keys.baseNonce().toByteArray();
                nonce[10] ^= (byte) (seq >>> 8);
                nonce[11] ^= (byte) seq;
                Bytes aad = Bytes.of(new byte[seq % 5]);
                Bytes ct = sender.seal(aad, plaintext);
                assertThat(ct).isEqualTo(AesGcm.seal(keys.key(), Bytes.of(nonce), aad, plaintext));
                assertThat(receiver.open(aad, ct).sameAs(plaintext)).isTrue();
                assertThatThrownBy(() -> receiver.open(aad, ct)).isInstanceOf(RejectedException.class);
            }
        }
    }

    @Test
    void export_isTheSameOnBothSidesAndDiffersByContext() throws RejectedException {
        HpkePrivateKey ephemeral = HpkePrivateKey.generate(random);
        HpkeContext sender = HpkeContext.send(key.publicKey(), ephemeral, INFO);
        HpkeContext receiver = HpkeContext.receive(Dhkem.enc(ephemeral.publicKey()), key, INFO);
        SecretBytes exported = sender.export(TestBytes.utf8("a"), 40);
        assertThat(exported.size()).isEqualTo(40);
        assertThat(exported.sameAs(receiver.export(TestBytes.utf8("a"), 40))).isTrue();
        assertThat(exported.sameAs(sender.export(TestBytes.utf8("b"), 40))).isFalse();
        sender.close();
        assertThatIllegalStateException().isThrownBy(() -> sender.seal(INFO, plaintext));
        assertThatIllegalStateException().isThrownBy(() -> sender.export(INFO, 1));
    }

    @Test
    void keySchedule_isWipedWhenClosed() {
        KeySchedule keys = KeySchedule.of(TestBytes.secretHex("00".repeat(32)), INFO);
        keys.close();
        assertThatIllegalStateException().isThrownBy(() -> keys.key().toByteArray());
    }

    @Test
    void everyUse_failsAfterClose() {
        key.close();
        assertThatIllegalStateException().isThrownBy(key::scalar);
        assertThatIllegalStateException().isThrownBy(() -> key.agree(key.publicKey()));
    }

    private static void refused(HpkePrivateKey key, Bytes info, Bytes sealed) {
        assertThatThrownBy(() -> Hpke.open(key, info, sealed))
                .isInstanceOf(RejectedException.class)
                .hasNoCause();
    }
}
