package dev.mayfly.domain.audit;

import java.util.ArrayList;
import java.util.List;

/** What does not hold, in the order of the chain. The first ones are evidence enough: the rest is counted. */
final class Findings {
    private static final int MOST = 100;

    private final List<Finding> listed = new ArrayList<>();
    private long unlisted;

    void add(Finding finding) {
        if (listed.size() < MOST) {
            listed.add(finding);
        } else {
            unlisted++;
        }
    }

    List<Finding> listed() {
        return List.copyOf(listed);
    }

    long unlisted() {
        return unlisted;
    }
}
