package dev.mayfly.bench.timing;

import dev.mayfly.crypto.secret.SecretBytes;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Measures every {@link Subject} and prints t. Classes alternate at random, so that drift of the machine meets both; the
 * slowest measurements, which are the machine's and not the code's, are cut off at a threshold common to both classes.
 */
public final class TimingTest {

    /** The part of the measurements, fastest first, that counts. */
    private static final double KEPT = 0.9;

    private TimingTest() {}

    /** Takes the seconds for each subject; 30 when there are none. */
    public static void main(String[] arguments) {
        long seconds = arguments.length == 0 ? 30 : Long.parseLong(arguments[0]);
        SecureRandom random = new SecureRandom();
        SecretBytes any = Subject.scalar(random);
        Map<String, Subject> subjects = new LinkedHashMap<>();
        subjects.put("VRF prove, one key against any", Subject.proof(any, random));
        subjects.put("VRF prove, the key 1 against any", Subject.proof(Subject.one(), random));
        subjects.put("VSS deal 255 shares, one secret against any", Subject.dealing(any, random));
        subjects.put("VSS deal 255 shares, the secret 1 against any", Subject.dealing(Subject.one(), random));
        subjects.put("commitment compare, 100 times", Subject.comparison(random));
        System.out.println("| operation | measurements | t | difference of means |\n|---|--:|--:|--:|");
        subjects.forEach((name, subject) -> System.out.println(measure(name, subject, seconds, random)));
    }

    private static String measure(String name, Subject subject, long seconds, SecureRandom random) {
        double threshold = threshold(subject, random);
        Welch welch = new Welch();
        long measured = 0;
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (System.nanoTime() < end) {
            boolean fixed = random.nextBoolean();
            long time = time(subject.prepare(fixed));
            if (time <= threshold) {
                welch.add(fixed ? 0 : 1, time);
                measured++;
            }
        }
        return String.format(
                Locale.ROOT, "| %s | %,d | %.2f | %.3f %% |", name, measured, welch.t(), 100 * welch.difference());
    }

    /** Warms up, and finds the time below which nine of ten measurements lie. */
    private static double threshold(Subject subject, SecureRandom random) {
        long[] times = new long[20_000];
        long end = System.nanoTime() + 8_000_000_000L;
        int n = 0;
        while (n < times.length && System.nanoTime() < end) {
            times[n++] = time(subject.prepare(random.nextBoolean()));
        }
        long[] warm = Arrays.copyOfRange(times, n / 2, n);
        Arrays.sort(warm);
        return warm[(int) (KEPT * warm.length)];
    }

    private static long time(Runnable operation) {
        long before = System.nanoTime();
        operation.run();
        return System.nanoTime() - before;
    }
}
