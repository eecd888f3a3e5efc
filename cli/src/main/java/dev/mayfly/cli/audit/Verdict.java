package dev.mayfly.cli.audit;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.audit.Finding;
import dev.mayfly.domain.audit.LedgerReport;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.wire.WireJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an auditor is told of a chain, as JSON or in words.
 *
 * @param containers how many containers there are, by the last state an entry records
 * @param endsUnrecorded containers that are over and of which no entry says so
 * @param erasures of the containers that are over
 * @param findings what does not hold; {@code unlisted} more came after them
 */
record Verdict(
        boolean holds,
        String network,
        long entries,
        Bytes head,
        Map<String, Long> containers,
        long endsUnrecorded,
        Erasures erasures,
        List<Finding> findings,
        long unlisted) {

    private static final int MOST = 100;

    /**
     * What nodes owe and have signed.
     *
     * @param due shares that had to be erased
     * @param recorded of which a node signed that it did
     * @param missing up to 100 containers that lack some, the oldest first
     */
    record Erasures(long due, long recorded, List<Missing> missing) {}

    /** A container that is over since {@code endedAt}, seconds since the epoch, and lacks erasures. */
    record Missing(Bytes containerId, long endedAt, int missing, int issued) {}

    static Verdict of(String network, LedgerReport report, long now) {
        Map<String, Long> states = new LinkedHashMap<>();
        for (ContainerState state : ContainerState.values()) {
            states.put(
                    state.label(),
                    report.containers().stream()
                            .filter(trail -> trail.state() == state)
                            .count());
        }
        return new Verdict(
                report.holds(),
                network,
                report.entries(),
                report.head(),
                states,
                report.containers().stream()
                        .filter(trail -> trail.isUnrecordedEnd(now))
                        .count(),
                erasures(report.containers(), now),
                report.findings(),
                report.unlisted());
    }

    private static Erasures erasures(List<LedgerReport.Trail> trails, long now) {
        long recorded = trails.stream().mapToLong(LedgerReport.Trail::erased).sum();
        long missing = trails.stream().mapToLong(trail -> trail.missing(now)).sum();
        List<Missing> lacking = trails.stream()
                .filter(trail -> trail.missing(now) > 0)
                .limit(MOST)
                .map(trail -> new Missing(trail.containerId(), trail.endsAt(), trail.missing(now), trail.issued()))
                .toList();
        return new Erasures(recorded + missing, recorded, lacking);
    }

    void writeJson(PrintWriter out) throws IOException {
        out.println(WireJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(this));
    }

    void print(PrintWriter out) {
        out.printf("network %s: %,d entries, head %s%n", network, entries, head);
        out.println("containers: "
                + containers.entrySet().stream()
                        .map(state -> state.getValue() + " " + state.getKey())
                        .collect(Collectors.joining(", ")));
        out.printf("ends: %,d containers are over and no entry says so yet%n", endsUnrecorded);
        out.printf("erasures: %,d of %,d due are recorded%n", erasures.recorded(), erasures.due());
        for (Missing container : erasures.missing()) {
            out.printf(
                    "  %s: %d of %d missing, over since %s%n",
                    container.containerId(),
                    container.missing(),
                    container.issued(),
                    Instant.ofEpochSecond(container.endedAt()));
        }
        for (Finding finding : findings) {
            out.printf(
                    "entry %d: %s%n  expected: %s%n  found:    %s%n",
                    finding.seq(), finding.rule(), finding.expected(), finding.found());
        }
        out.println(holds ? "The chain holds." : "The chain does not hold: %d findings.".formatted(found()));
    }

    private long found() {
        return findings.size() + unlisted;
    }
}
