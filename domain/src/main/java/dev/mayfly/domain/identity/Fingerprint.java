package dev.mayfly.domain.identity;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.encoding.Encoder;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A user with its keys as eight groups of five digits, short enough to be read out and compared by voice. To find other keys
 * with a given fingerprint takes about 2^132 attempts.
 *
 * @param text the groups, parted by single spaces
 */
public record Fingerprint(String text) {
    private static final int GROUPS = 8;
    private static final int GROUP = 100_000;

    /**
     * The fingerprint of a user with these keys: {@code SHA-256(encode("mayfly/v1/fingerprint", userId, signing,
     * encryption))}, each four bytes of it big-endian, modulo 100,000.
     */
    public static Fingerprint of(UserId user, PublicKeys keys) {
        Bytes digest = Encoder.of("mayfly/v1/fingerprint")
                .bytes(user.encoded())
                .bytes(keys.signing().bytes())
                .bytes(keys.encryption().bytes())
                .sha256();
        ByteBuffer words = ByteBuffer.wrap(digest.toByteArray());
        List<String> groups = new ArrayList<>();
        for (int group = 0; group < GROUPS; group++) {
            groups.add(String.format(Locale.ROOT, "%05d", Integer.toUnsignedLong(words.getInt()) % GROUP));
        }
        return new Fingerprint(String.join(" ", groups));
    }

    /**
     * A fingerprint as somebody wrote it down.
     *
     * @throws RejectedException when it is not eight groups of five digits, parted by single spaces
     */
    public static Fingerprint parse(String text) throws RejectedException {
        if (!text.matches("[0-9]{5}( [0-9]{5}){7}")) {
            throw new RejectedException("fingerprint", "a fingerprint is eight groups of five digits");
        }
        return new Fingerprint(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
