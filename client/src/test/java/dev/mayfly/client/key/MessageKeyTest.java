package dev.mayfly.client.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.Jwe;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.identity.UserId;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class MessageKeyTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final UserId ALICE = new UserId("https://issuer.test", "alice");
    private static final UserId BOB = new UserId("https://issuer.test", "bob");
    private static final Bytes CONTAINER = filled(1);

    /** Once released, old messages must still open: these never change. */
    private static final String GOLDEN_DEK = "af25c2dee0160b9e6e83e240522c8dd1af1113f0155e1c3b903e6aa53d28c2a5";

    private static final String GOLDEN_COMMITMENT = "51cbaa40d5e68013243147e04a38844d4aa262a0099a975d4e86c24a84791bf1";

    @Test
    void derive_givesTheGoldenCommitmentAndKey() throws RejectedException {
        try (MessageKey key = key(CONTAINER, ALICE, BOB, 2, 3);
                SecretBytes dek = SecretBytes.adopt(HexFormat.of().parseHex(GOLDEN_DEK));
                Frame frame = Frame.of(text("hello"), RANDOM)) {
            assertThat(hex(key.commitment())).isEqualTo(GOLDEN_COMMITMENT);
            Jwe message = Jwe.parse(key.seal(frame, RANDOM));
            try (SecretBytes opened = message.open(dek)) {
                assertThat(opened.sameAs(TestFrame.whole(frame))).isTrue();
            }
        }
    }

    /** The golden values by the JDK's HMAC and bytes put together here, by RFC 5869 and the protocol's words alone. */
    @Test
    void goldenValues_areHkdfOfTheJdk() throws GeneralSecurityException {
        byte[] alice = encode("mayfly/v1/user", utf8("https://issuer.test"), utf8("alice"));
        byte[] bob = encode("mayfly/v1/user", utf8("https://issuer.test"), utf8("bob"));
        byte[] shard =
                encode("mayfly/v1/shard", filled(2).toByteArray(), filled(3).toByteArray());
        byte[] prk = hmac(CONTAINER.toByteArray(), shard);

        assertThat(HexFormat.of().formatHex(expand(prk, encode("mayfly/v1/dek", alice, bob))))
                .isEqualTo(GOLDEN_DEK);
        assertThat(HexFormat.of().formatHex(expand(prk, encode("mayfly/v1/commitment", alice, bob))))
                .isEqualTo(GOLDEN_COMMITMENT);
    }

    @Test
    void derive_differsForEveryInputAndDirection() {
        assertThat(Stream.of(
                                key(CONTAINER, ALICE, BOB, 2, 3),
                                key(CONTAINER, BOB, ALICE, 2, 3),
                                key(filled(9), ALICE, BOB, 2, 3),
                                key(CONTAINER, ALICE, BOB, 9, 3),
                                key(CONTAINER, ALICE, BOB, 2, 9),
                                key(CONTAINER, ALICE, BOB, 3, 2))
                        .map(MessageKey::commitment))
                .doesNotHaveDuplicates();
    }

    @Test
    void open_givesBackWhatTheOtherPartySealed() throws RejectedException {
        try (MessageKey alices = key(CONTAINER, ALICE, BOB, 2, 3);
                MessageKey bobs = key(CONTAINER, ALICE, BOB, 2, 3);
                Frame frame = Frame.of(text("hello"), RANDOM);
                SecretBytes opened = bobs.open(Jwe.parse(alices.seal(frame, RANDOM)))) {
            assertThat(opened.sameAs(TestFrame.whole(frame))).isTrue();
        }
    }

    @Test
    void open_refusedForAnyOtherKeyBeforeDecryption() {
        try (MessageKey right = key(CONTAINER, ALICE, BOB, 2, 3);
                Frame frame = Frame.of(text("hello"), RANDOM)) {
            String message = right.seal(frame, RANDOM);
            Stream.of(
                            key(CONTAINER, BOB, ALICE, 2, 3),
                            key(filled(9), ALICE, BOB, 2, 3),
                            key(CONTAINER, ALICE, BOB, 9, 3),
                            key(CONTAINER, ALICE, BOB, 2, 9))
                    .forEach(other -> assertThatThrownBy(() -> other.open(Jwe.parse(message)))
                            .isInstanceOf(RejectedException.class)
                            .hasMessageContaining("sealed under another key"));
        }
    }

    /** The very DEK, and still refused: AES-GCM alone would open it, the commitment says it is another key's message. */
    @Test
    void open_refusedWhenTheCommitmentDoesNotMatchThoughTheKeyWouldOpenIt() throws RejectedException {
        try (MessageKey key = key(CONTAINER, ALICE, BOB, 2, 3);
                SecretBytes dek = SecretBytes.adopt(HexFormat.of().parseHex(GOLDEN_DEK));
                Frame frame = Frame.of(text("hello"), RANDOM)) {
            Jwe otherCommitment = Jwe.parse(Jwe.seal(dek, CONTAINER, filled(7), frame.head(), frame.content(), RANDOM));
            Jwe otherContainer =
                    Jwe.parse(Jwe.seal(dek, filled(9), key.commitment(), frame.head(), frame.content(), RANDOM));
            try (SecretBytes opens = otherCommitment.open(dek)) {
                assertThat(opens.sameAs(TestFrame.whole(frame))).isTrue();
            }
            assertThatThrownBy(() -> key.open(otherCommitment)).hasMessageContaining("sealed under another key");
            assertThatThrownBy(() -> key.open(otherContainer)).hasMessageContaining("sealed under another key");
        }
    }

    @Test
    void key_printsNoSecretAndIsGoneOnceClosed() {
        MessageKey key = key(CONTAINER, ALICE, BOB, 2, 3);
        assertThat(key.toString()).isEqualTo("MessageKey[" + CONTAINER + "]");
        key.close();
        assertThatThrownBy(() -> key.seal(Frame.of(text("hello"), RANDOM), RANDOM))
                .isInstanceOf(IllegalStateException.class);
    }

    private static MessageKey key(Bytes container, UserId sender, UserId receiver, int entropy, int pair) {
        try (SecretBytes e = SecretBytes.adopt(filled(entropy).toByteArray());
                SecretBytes z = SecretBytes.adopt(filled(pair).toByteArray())) {
            return MessageKey.derive(container, sender, receiver, e, z);
        }
    }

    private static SecretBytes text(String text) {
        return SecretBytes.adopt(utf8(text));
    }

    private static Bytes filled(int value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return Bytes.of(bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(Bytes bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    private static byte[] encode(String label, byte[]... fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Stream.concat(Stream.of(utf8(label)), Arrays.stream(fields)).forEach(field -> {
            out.writeBytes(ByteBuffer.allocate(4).putInt(field.length).array());
            out.writeBytes(field);
        });
        return out.toByteArray();
    }

    /** RFC 5869 section 2.3 for one block. */
    private static byte[] expand(byte[] prk, byte[] info) throws GeneralSecurityException {
        byte[] block = Arrays.copyOf(info, info.length + 1);
        block[info.length] = 1;
        return hmac(prk, block);
    }

    private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(data);
    }
}
