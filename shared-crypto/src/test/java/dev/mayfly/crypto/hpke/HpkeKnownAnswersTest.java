package dev.mayfly.crypto.hpke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.Case;
import dev.mayfly.crypto.KnownAnswers;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.TestBytes;
import dev.mayfly.crypto.internal.AesGcm;
import dev.mayfly.crypto.internal.Point;
import dev.mayfly.crypto.secret.SecretBytes;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** DHKEM, key schedule and encryption against RFC 9180, and Diffie-Hellman against hostile points. */
class HpkeKnownAnswersTest {

    @TestFactory
    Stream<DynamicTest> kem_asInTheRfc() {
        return KnownAnswers.ofRfc("rfc9180-a3-1.json").list("tests").stream()
                .map(test -> dynamicTest("A.3.1", () -> {
                    encapsulates(test);
                    derivesKeys(test);
                }));
    }

    @TestFactory
    Stream<DynamicTest> rfcFile() throws IOException {
        return KnownAnswers.fromSharedFile(
                "rfc9180_hpke.json",
                file -> file.list("tests").stream()
                        .filter(HpkeKnownAnswersTest::isOurSuite)
                        .map(test -> dynamicTest("base mode", () -> {
                            encapsulates(test);
                            schedules(test);
                            derivesKeys(test);
                            exchanges(test);
                        })));
    }

    @TestFactory
    Stream<DynamicTest> wycheproofPoints() throws IOException {
        return KnownAnswers.fromSharedFile(
                "wycheproof_ecdh_secp256r1_ecpoint_test.json",
                file -> file.grouped().stream()
                        .map(test ->
                                dynamicTest(test.number("tcId") + " " + test.text("comment"), () -> agrees(test))));
    }

    private static boolean isOurSuite(Case test) {
        return test.number("mode") == 0
                && test.number("kem_id") == 0x10
                && test.number("kdf_id") == 1
                && test.number("aead_id") == 2;
    }

    private static void encapsulates(Case test) throws RejectedException {
        HpkePrivateKey skR = HpkePrivateKey.parse(test.secret("skRm"));
        HpkePrivateKey skE = HpkePrivateKey.parse(test.secret("skEm"));
        assertThat(Dhkem.enc(skR.publicKey())).isEqualTo(test.hex("pkRm"));
        assertThat(Dhkem.enc(skE.publicKey())).isEqualTo(test.hex("enc"));
        assertThat(TestBytes.hex(Dhkem.encap(skR.publicKey(), skE))).isEqualTo(test.text("shared_secret"));
        assertThat(TestBytes.hex(Dhkem.decap(test.hex("enc"), skR))).isEqualTo(test.text("shared_secret"));
    }

    private static void schedules(Case test) throws RejectedException {
        KeySchedule keys = KeySchedule.of(test.secret("shared_secret"), test.hex("info"));
        assertThat(TestBytes.hex(keys.key())).isEqualTo(test.text("key"));
        assertThat(keys.baseNonce()).isEqualTo(test.hex("base_nonce"));
        for (Case message : test.list("encryptions")) {
            Bytes aad = message.hex("aad");
            assertThat(AesGcm.seal(keys.key(), message.hex("nonce"), aad, message.secret("pt")))
                    .isEqualTo(message.hex("ct"));
            assertThat(TestBytes.hex(AesGcm.open(keys.key(), message.hex("nonce"), aad, message.hex("ct"))))
                    .isEqualTo(message.text("pt"));
        }
    }

    private static void derivesKeys(Case test) {
        assertThat(TestBytes.hex(HpkePrivateKey.derive(test.secret("ikmR")).scalar()))
                .isEqualTo(test.text("skRm"));
        assertThat(TestBytes.hex(HpkePrivateKey.derive(test.secret("ikmE")).scalar()))
                .isEqualTo(test.text("skEm"));
    }

    private static void exchanges(Case test) throws RejectedException {
        HpkePrivateKey skR = HpkePrivateKey.parse(test.secret("skRm"));
        HpkePrivateKey skE = HpkePrivateKey.parse(test.secret("skEm"));
        try (HpkeContext sender = HpkeContext.send(skR.publicKey(), skE, test.hex("info"));
                HpkeContext receiver = HpkeContext.receive(test.hex("enc"), skR, test.hex("info"))) {
            for (int seq = 0; seq < 3; seq++) {
                Case message = test.list("encryptions").get(seq);
                assertThat(sender.seal(message.hex("aad"), message.secret("pt")))
                        .isEqualTo(message.hex("ct"));
                assertThat(TestBytes.hex(receiver.open(message.hex("aad"), message.hex("ct"))))
                        .isEqualTo(message.text("pt"));
                assertThatThrownBy(() -> receiver.open(message.hex("aad"), message.hex("ct")))
                        .isInstanceOf(RejectedException.class);
            }
            for (Case export : test.list("exports")) {
                assertThat(TestBytes.hex(receiver.export(export.hex("exporter_context"), export.number("L"))))
                        .isEqualTo(export.text("exported_value"));
            }
        }
    }

    private static void agrees(Case test) throws RejectedException {
        if (test.isValid()) {
            HpkePublicKey peer = new HpkePublicKey(Point.decodeUncompressed(test.hex("public")));
            assertThat(TestBytes.hex(privateKey(test).agree(peer))).isEqualTo(test.text("shared"));
            assertThat(HpkePublicKey.parse(peer.bytes())).isEqualTo(peer);
        } else {
            assertThatThrownBy(() -> Point.decodeUncompressed(test.hex("public")))
                    .isInstanceOf(RejectedException.class);
            assertThatThrownBy(() -> HpkePublicKey.parse(test.hex("public"))).isInstanceOf(RejectedException.class);
        }
    }

    /** Wycheproof writes private keys as numbers, with leading zeros added or left out. */
    private static HpkePrivateKey privateKey(Case test) throws RejectedException {
        String padded = "0".repeat(64) + test.text("private");
        try (SecretBytes scalar = TestBytes.secretHex(padded.substring(padded.length() - 64))) {
            return HpkePrivateKey.parse(scalar);
        }
    }
}
