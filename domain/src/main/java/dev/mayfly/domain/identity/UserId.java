package dev.mayfly.domain.identity;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.encoding.Decoder;
import dev.mayfly.crypto.encoding.Encoder;
import java.text.Normalizer;

/**
 * A user as its OpenID issuer names it. Compared as exact bytes; text that is not in Unicode normal form C is refused,
 * never mapped, so that two spellings of a name can never become one user.
 *
 * @param issuer the token's {@code iss}, 1 to 255 characters
 * @param subject the token's {@code sub}, 1 to 255 characters
 */
public record UserId(String issuer, String subject) {
    private static final String LABEL = "mayfly/v1/user";
    private static final int MAX_CHARACTERS = 255;

    /** Checked for length and form, as {@link #of} does; here a failure is a mistake of the program. */
    public UserId {
        if (!isAcceptable(issuer) || !isAcceptable(subject)) {
            throw new IllegalArgumentException("issuer and subject: 1 to 255 characters in NFC");
        }
    }

    /**
     * A user from names that somebody sent.
     *
     * @throws RejectedException when a name is empty, too long or not in NFC
     */
    public static UserId of(String issuer, String subject) throws RejectedException {
        if (!isAcceptable(issuer)) {
            throw new RejectedException("issuer", "issuer: 1 to 255 characters in NFC");
        }
        if (!isAcceptable(subject)) {
            throw new RejectedException("subject", "subject: 1 to 255 characters in NFC");
        }
        return new UserId(issuer, subject);
    }

    /** {@code encode("mayfly/v1/user", issuer, subject)}. */
    public Bytes encoded() {
        return Encoder.of(LABEL).text(issuer).text(subject).toBytes();
    }

    /** The user whose {@link #encoded()} this is. */
    public static UserId decode(Bytes encoded) throws RejectedException {
        Decoder in = Decoder.of(LABEL, encoded);
        UserId user = of(in.text(), in.text());
        in.end();
        return user;
    }

    private static boolean isAcceptable(String name) {
        return !name.isEmpty()
                && name.length() <= MAX_CHARACTERS
                && Normalizer.isNormalized(name, Normalizer.Form.NFC)
                && name.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }
}
