package dev.mayfly.crypto.encoding;

import dev.mayfly.crypto.RejectedException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * Text that has exactly one spelling in bytes: Unicode normalisation form C, no unpaired surrogates.
 *
 * <p>Anything else is refused and never mapped, since two users whose names are mapped onto one another would share
 * keys.
 */
public final class Text {

    private Text() {}

    /** Whether {@code text} is in normalisation form C and can be written as UTF-8. */
    public static boolean isNfc(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text)
                && Normalizer.isNormalized(text, Normalizer.Form.NFC);
    }

    /** {@code text} as it stands, if it {@linkplain #isNfc is} text that can be encoded. */
    public static String requireNfc(String text) throws RejectedException {
        if (!isNfc(text)) {
            throw new RejectedException("text must be well-formed Unicode in normalisation form C");
        }
        return text;
    }

    /** UTF-8 of text of our own making or already checked. */
    static byte[] toUtf8(String text) {
        if (!isNfc(text)) {
            throw new IllegalArgumentException("text must be well-formed Unicode in normalisation form C");
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String fromUtf8(byte[] utf8) throws RejectedException {
        try {
            // A fresh decoder reports malformed input; new String() would replace it in silence.
            return requireNfc(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString());
        } catch (CharacterCodingException malformed) {
            throw new RejectedException("text is not UTF-8");
        }
    }
}
