package dev.mayfly.local.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.audit.LedgerReport;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a pair of people were told to have happened. */
final class Told {
    private final Map<Bytes, String> sent = new LinkedHashMap<>();
    private final Map<Bytes, String> ended = new LinkedHashMap<>();
    private final Set<Bytes> mayHaveEnded = new HashSet<>();
    private int failures;

    void sent(Bytes container, String text) {
        sent.put(container, text);
    }

    /** Somebody is about to end it; whether it ended is open until the answer. */
    void ending(Bytes container) {
        mayHaveEnded.add(container);
    }

    void ended(Bytes container, String state) {
        ended.put(container, state);
    }

    void failed() {
        failures++;
    }

    Set<Bytes> sent() {
        return sent.keySet();
    }

    /** Messages that are stored, and that nobody tried to end. */
    Map<Bytes, String> unended() {
        Map<Bytes, String> unended = new LinkedHashMap<>(sent);
        unended.keySet().removeAll(mayHaveEnded);
        return unended;
    }

    /** Demands that the ledger records every end that somebody was told of. */
    void requireRecorded(LedgerReport ledger) {
        ended.forEach((container, state) -> assertThat(ledger.containers())
                .as("%s is %s", container, state)
                .anyMatch(trail -> trail.containerId().equals(container)
                        && trail.state().label().equals(state)));
    }

    static String sum(Collection<Told> all) {
        return "%d messages stored, %d containers ended, %d operations failed"
                .formatted(
                        all.stream().mapToInt(told -> told.sent.size()).sum(),
                        all.stream().mapToInt(told -> told.ended.size()).sum(),
                        all.stream().mapToInt(told -> told.failures).sum());
    }
}
