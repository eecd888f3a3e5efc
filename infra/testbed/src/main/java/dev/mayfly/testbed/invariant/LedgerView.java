package dev.mayfly.testbed.invariant;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.audit.LedgerReport;
import dev.mayfly.domain.audit.LedgerVerifier;
import dev.mayfly.domain.ledger.AuditLog;
import dev.mayfly.domain.ledger.Entry;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The whole ledger: what it proves, and what each entry says.
 *
 * @param report what verifying it found
 * @param bodies of the entries that can be read, oldest first
 */
record LedgerView(LedgerReport report, List<EntryBody> bodies) {
    static LedgerView read(Network network, AuditLog log) {
        List<Bytes> entries = new ArrayList<>();
        log.all().forEachRemaining(entries::add);
        LedgerReport report = new LedgerVerifier(network).verify(entries.iterator());
        return new LedgerView(
                report,
                entries.stream().flatMap(entry -> decoded(entry).stream()).toList());
    }

    /** The containers by id. */
    Map<Bytes, LedgerReport.Trail> trails() {
        return report.containers().stream()
                .collect(Collectors.toMap(LedgerReport.Trail::containerId, Function.identity()));
    }

    /** The entries of a type. */
    <T extends EntryBody> List<T> of(Class<T> type) {
        return bodies.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The only entry of a type that each subject has. */
    <T extends EntryBody> Map<Bytes, T> bySubject(Class<T> type) {
        return of(type).stream()
                .collect(Collectors.toMap(EntryBody::subject, Function.identity(), (first, second) -> first));
    }

    private static Optional<EntryBody> decoded(Bytes entry) {
        try {
            return Optional.of(Entry.decode(entry).body());
        } catch (RejectedException broken) {
            // The report says so.
            return Optional.empty();
        }
    }
}
