package dev.mayfly.client.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.encoding.Encoder;
import dev.mayfly.crypto.secret.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000, Frame.MAX_CONTENT})
    void decode_givesBackTheContent(int size) throws RejectedException {
        try (SecretBytes content = SecretBytes.random(RANDOM, size);
                Frame frame = Frame.of(content, RANDOM);
                SecretBytes encoded = TestFrame.whole(frame);
                Frame decoded = Frame.decode(encoded)) {
            assertThat(decoded.content().sameAs(content)).isTrue();
            assertThat(decoded.salt()).isEqualTo(frame.salt());
            assertThat(decoded.contentDigest()).isEqualTo(frame.contentDigest());
        }
    }

    @Test
    void of_refusesOneByteTooMuch() {
        SecretBytes content = SecretBytes.random(RANDOM, Frame.MAX_CONTENT + 1);
        assertThatIllegalArgumentException().isThrownBy(() -> Frame.of(content, RANDOM));
    }

    /** The same words said twice have two digests, so that nobody can try contents against a signed one. */
    @Test
    void contentDigest_differsBySaltAndByContent() {
        Frame first = Frame.of(text("yes"), RANDOM);
        assertThat(Frame.of(text("yes"), RANDOM).contentDigest()).isNotEqualTo(first.contentDigest());
        assertThat(new Frame(first.salt(), text("no")).contentDigest()).isNotEqualTo(first.contentDigest());
    }

    @Test
    void decode_refusesAnotherSaltLabelOrLength() {
        Bytes salt = Bytes.random(RANDOM, 64);
        refused(Encoder.of("mayfly/v1/frame").bytes(salt.slice(0, 63)).secret(text("hi")));
        refused(Encoder.of("mayfly/v1/content").bytes(salt).secret(text("hi")));
        refused(Encoder.of("mayfly/v1/frame").bytes(salt).secret(text("hi")).secret(text("more")));
        refused(Encoder.of("mayfly/v1/frame").secret(text("hi")));
    }

    @Test
    void frame_printsItsLengthOnly() {
        assertThat(Frame.of(text("hello"), RANDOM)).hasToString("Frame[5 bytes]");
    }

    private static void refused(Encoder encoded) {
        try (SecretBytes bytes = encoded.toSecret()) {
            assertThatThrownBy(() -> Frame.decode(bytes)).isInstanceOf(RejectedException.class);
        }
    }

    private static SecretBytes text(String text) {
        return SecretBytes.adopt(text.getBytes(StandardCharsets.UTF_8));
    }
}
