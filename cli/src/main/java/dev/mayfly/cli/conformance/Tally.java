package dev.mayfly.cli.conformance;

import dev.mayfly.cli.vector.Verdict;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many vectors passed, failed and were skipped, and of which primitives the skipped ones were. */
public final class Tally {
    private int passed;
    private int failed;
    private final Map<String, Integer> skipped = new TreeMap<>();

    /** Counts one verdict. */
    public void count(Verdict verdict) {
        switch (verdict.kind()) {
            case PASSED -> passed++;
            case FAILED -> failed++;
            case SKIPPED -> skipped.merge(verdict.why(), 1, Integer::sum);
        }
    }

    /** Counts what another one has counted. */
    public void add(Tally other) {
        passed += other.passed;
        failed += other.failed;
        other.skipped.forEach((name, count) -> skipped.merge(name, count, Integer::sum));
    }

    /** Whether anything was counted. */
    public boolean isEmpty() {
        return passed + failed + skipped() == 0;
    }

    /** How many failed. */
    public int failed() {
        return failed;
    }

    private int skipped() {
        return skipped.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** {@code N passed, N failed, N skipped}. */
    public String sum() {
        return "%d passed, %d failed, %d skipped".formatted(passed, failed, skipped());
    }

    /** The same, and behind it in parentheses what was skipped. */
    public String sumWithNames() {
        return skipped.isEmpty()
                ? sum()
                : sum()
                        + skipped.entrySet().stream()
                                .map(entry -> entry.getKey() + " " + entry.getValue())
                                .collect(Collectors.joining(", ", " (", ")"));
    }
}
