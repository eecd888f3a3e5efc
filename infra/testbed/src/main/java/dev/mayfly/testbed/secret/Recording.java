package dev.mayfly.testbed.secret;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Bytes to search, with everything that is base64 or base64url in them decoded, and what is such in there again: a claim of a
 * statement in an attribute of a table is four deep.
 */
public final class Recording {
    private static final int DEPTH = 5;
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{16,}");

    private final List<String> layers = new ArrayList<>();
    private final long size;

    /** Everything that was heard, piece by piece. */
    public Recording(List<byte[]> heard) {
        size = heard.stream().mapToLong(bytes -> bytes.length).sum();
        heard.forEach(bytes -> collect(latin1(bytes), DEPTH));
    }

    /** Bytes recorded. */
    public long size() {
        return size;
    }

    /** Which of these are in it in any spelling, by name. */
    public Set<String> found(List<Secret> wanted) {
        Set<String> found = new TreeSet<>();
        wanted.stream().filter(secret -> holds(secret.bytes())).forEach(secret -> found.add(secret.name()));
        return found;
    }

    /** Whether it has these bytes as they are, as hex, base64 or base64url, wherever in a longer text. */
    public boolean holds(byte[] wanted) {
        return spellings(wanted).anyMatch(spelling -> layers.stream().anyMatch(layer -> layer.contains(spelling)));
    }

    private static Stream<String> spellings(byte[] wanted) {
        String hex = HexFormat.of().formatHex(wanted);
        Stream<String> plain = Stream.of(latin1(wanted), hex, hex.toUpperCase(Locale.ROOT));
        Stream<String> encoded = Stream.of(0, 1, 2)
                .map(before -> base64(wanted, before))
                .flatMap(text -> Stream.of(text, text.replace('+', '-').replace('/', '_')));
        return Stream.concat(plain, encoded);
    }

    /** What base64 makes of them behind so many other bytes, without the letters that depend on neighbours. */
    private static String base64(byte[] wanted, int before) {
        byte[] shifted = new byte[before + wanted.length];
        System.arraycopy(wanted, 0, shifted, before, wanted.length);
        String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        return text.substring((before * 8 + 5) / 6, shifted.length * 8 / 6);
    }

    private void collect(String layer, int depth) {
        layers.add(layer);
        if (depth > 0) {
            BASE64.matcher(layer).results().forEach(run -> collect(decoded(run.group()), depth - 1));
        }
    }

    private static String decoded(String run) {
        // One letter more than a multiple of four holds no byte of its own.
        String whole = run.length() % 4 == 1 ? run.substring(0, run.length() - 1) : run;
        return latin1(Base64.getDecoder().decode(whole.replace('-', '+').replace('_', '/')));
    }

    /** One character per byte, so that text and bytes are searched alike. */
    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
