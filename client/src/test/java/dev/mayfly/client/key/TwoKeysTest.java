package dev.mayfly.client.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.encoding.Encoder;
import dev.mayfly.crypto.jose.Jwe;
import dev.mayfly.crypto.kdf.Hkdf;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.identity.UserId;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/**
 * AES-GCM does not commit to its key: here is a ciphertext that is authentic under two of them. Whoever could show two
 * people one message with two contents would have broken what a receipt means; the commitment in the header prevents it.
 */
class TwoKeysTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Bytes CONTAINER = Bytes.random(RANDOM, 32);
    private static final UserId ALICE = new UserId("https://issuer.test", "alice");
    private static final UserId BOB = new UserId("https://issuer.test", "bob");
    private static final Bytes PAIR = Bytes.random(RANDOM, 32);
    private static final Bytes ONE = Bytes.random(RANDOM, 32);
    private static final Bytes OTHER = Bytes.random(RANDOM, 32);

    /** The polynomial of GCM's field (NIST SP 800-38D section 6.3), in its order of bits. */
    private static final BigInteger R = BigInteger.valueOf(0xe1).shiftLeft(120);

    @Test
    void open_refusesTheKeyThatTheMessageDoesNotCommitTo() throws Exception {
        Jwe message = Jwe.parse(underBoth());
        try (MessageKey one = key(ONE);
                MessageKey other = key(OTHER)) {
            assertThat(message.open(dek(ONE)).size())
                    .as("AES-GCM accepts the one")
                    .isEqualTo(32);
            assertThat(message.open(dek(OTHER)).size()).as("and the other").isEqualTo(32);

            assertThat(one.open(message).size()).isEqualTo(32);
            assertThatThrownBy(() -> other.open(message)).isInstanceOf(RejectedException.class);
        }
    }

    private static MessageKey key(Bytes entropy) {
        return MessageKey.derive(CONTAINER, ALICE, BOB, secret(entropy), secret(PAIR));
    }

    private static SecretBytes dek(Bytes entropy) {
        SecretBytes shard = Encoder.of("mayfly/v1/shard")
                .secret(secret(entropy))
                .secret(secret(PAIR))
                .toSecret();
        Bytes info = Encoder.of("mayfly/v1/dek")
                .bytes(ALICE.encoded())
                .bytes(BOB.encoded())
                .toBytes();
        return Hkdf.expand(Hkdf.extract(CONTAINER, shard), info, 32);
    }

    /** A message that commits to {@link #ONE}, whose first block is chosen so that both keys give it the same tag. */
    private static String underBoth() throws GeneralSecurityException {
        Frame frame = Frame.of(SecretBytes.adopt(new byte[0]), RANDOM);
        String header = key(ONE).seal(frame, RANDOM).split("\\.")[0];
        Bytes nonce = Bytes.random(RANDOM, 12);
        BigInteger second = block(Bytes.random(RANDOM, 16));
        BigInteger[] aad = blocks(Bytes.of(header.getBytes(StandardCharsets.US_ASCII)));
        BigInteger lengths =
                BigInteger.valueOf(header.length() * 8L).shiftLeft(64).or(BigInteger.valueOf(256));

        BigInteger one = tag(ONE, nonce, aad, BigInteger.ZERO, second, lengths);
        BigInteger other = tag(OTHER, nonce, aad, BigInteger.ZERO, second, lengths);
        BigInteger weight = cube(hashKey(ONE)).xor(cube(hashKey(OTHER)));
        BigInteger first = times(one.xor(other), inverse(weight));

        Bytes ciphertext = Bytes.concat(bytes(first), bytes(second));
        Bytes tag = bytes(tag(ONE, nonce, aad, first, second, lengths));
        return String.join(".", header, "", nonce.toBase64Url(), ciphertext.toBase64Url(), tag.toBase64Url());
    }

    private static BigInteger tag(
            Bytes entropy, Bytes nonce, BigInteger[] aad, BigInteger first, BigInteger second, BigInteger lengths)
            throws GeneralSecurityException {
        BigInteger h = hashKey(entropy);
        BigInteger sum = BigInteger.ZERO;
        for (BigInteger block : aad) {
            sum = times(sum.xor(block), h);
        }
        sum = times(sum.xor(first), h);
        sum = times(sum.xor(second), h);
        sum = times(sum.xor(lengths), h);
        return sum.xor(encrypt(entropy, Bytes.concat(nonce, Bytes.of(new byte[] {0, 0, 0, 1}))));
    }

    private static BigInteger hashKey(Bytes entropy) throws GeneralSecurityException {
        return encrypt(entropy, Bytes.of(new byte[16]));
    }

    private static BigInteger encrypt(Bytes entropy, Bytes block) throws GeneralSecurityException {
        Cipher aes = Cipher.getInstance("AES/ECB/NoPadding");
        aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(dek(entropy).toByteArray(), "AES"));
        return block(Bytes.of(aes.doFinal(block.toByteArray())));
    }

    private static BigInteger times(BigInteger x, BigInteger y) {
        BigInteger product = BigInteger.ZERO;
        BigInteger shifted = y;
        for (int bit = 127; bit >= 0; bit--) {
            product = x.testBit(bit) ? product.xor(shifted) : product;
            shifted = shifted.testBit(0) ? shifted.shiftRight(1).xor(R) : shifted.shiftRight(1);
        }
        return product;
    }

    private static BigInteger cube(BigInteger x) {
        return times(times(x, x), x);
    }

    /** x^(2^128 − 2): the square of each x^(2^i), i from 1 to 127, multiplied. */
    private static BigInteger inverse(BigInteger x) {
        BigInteger power = times(x, x);
        BigInteger product = power;
        for (int i = 2; i < 128; i++) {
            power = times(power, power);
            product = times(product, power);
        }
        return product;
    }

    private static BigInteger[] blocks(Bytes text) {
        int count = (text.size() + 15) / 16;
        Bytes padded = Bytes.concat(text, Bytes.of(new byte[count * 16 - text.size()]));
        BigInteger[] blocks = new BigInteger[count];
        for (int i = 0; i < count; i++) {
            blocks[i] = block(padded.slice(i * 16, i * 16 + 16));
        }
        return blocks;
    }

    private static BigInteger block(Bytes bytes) {
        return new BigInteger(1, bytes.toByteArray());
    }

    private static Bytes bytes(BigInteger block) {
        byte[] all = block.setBit(128).toByteArray();
        return Bytes.of(all).slice(all.length - 16, all.length);
    }

    private static SecretBytes secret(Bytes bytes) {
        return SecretBytes.adopt(bytes.toByteArray());
    }
}
