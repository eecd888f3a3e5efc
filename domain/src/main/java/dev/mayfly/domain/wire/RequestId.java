package dev.mayfly.domain.wire;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names a request, and everything that other roles are asked because of it, in all their logs. Whoever calls may choose it,
 * so it is for finding lines and proves nothing; it is too narrow to hold a name or an id of a container.
 *
 * @param text 32 hexadecimal digits in lower case, in one piece or as a UUID (RFC 9562, section 4) groups them
 */
public record RequestId(String text) {
    /** The header of requests and answers that it stands in. */
    public static final String HEADER = "X-Request-Id";

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int SIZE = 16;

    /** Refuses what no request is named by. */
    public RequestId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("a request id is 32 hexadecimal digits");
        }
    }

    /** What somebody sent, if it has the form of one. */
    public static Optional<RequestId> parse(String text) {
        return text != null && FORM.matcher(text).matches() ? Optional.of(new RequestId(text)) : Optional.empty();
    }

    /** A new one. */
    public static RequestId random(SecureRandom random) {
        byte[] id = new byte[SIZE];
        random.nextBytes(id);
        return new RequestId(HexFormat.of().formatHex(id));
    }

    @Override
    public String toString() {
        return text;
    }
}
