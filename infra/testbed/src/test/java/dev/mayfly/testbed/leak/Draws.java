package dev.mayfly.testbed.leak;

import dev.mayfly.crypto.internal.Scalar;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/** Randomness of parties that remembers every secret it gave: all scalars, and the salts of contents. */
final class Draws extends SecureRandom {
    private static final long serialVersionUID = 1;
    private static final String CONTENT_SALT = "Frame";

    /**
     * One of them.
     *
     * @param what the class outside the cryptography for which it was drawn
     */
    record Draw(String what, byte[] bytes) {}

    private final transient List<Draw> secrets = new ArrayList<>();

    @Override
    public void nextBytes(byte[] bytes) {
        super.nextBytes(bytes);
        String what = caller();
        if (what.equals(CONTENT_SALT) || isScalar()) {
            keep(new Draw(what, bytes.clone()));
        }
    }

    /** The secrets up to now, in the order in which they were drawn. */
    synchronized List<Draw> secrets() {
        return List.copyOf(secrets);
    }

    /** Gives what was drawn once more, from a place in that order on. */
    SecureRandom again(int from) {
        Iterator<Draw> rest = secrets().listIterator(from);
        return new SecureRandom() {
            private static final long serialVersionUID = 1;

            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(rest.next().bytes(), 0, bytes, 0, bytes.length);
            }
        };
    }

    private synchronized void keep(Draw draw) {
        secrets.add(draw);
    }

    private static boolean isScalar() {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().equals(Scalar.class.getName())));
    }

    private static String caller() {
        Predicate<String> ours = name -> name.startsWith("dev.mayfly.")
                && !name.startsWith("dev.mayfly.crypto.")
                && !name.equals(Draws.class.getName());
        String name = StackWalker.getInstance()
                .walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                        .filter(ours)
                        .findFirst())
                .orElseThrow();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
