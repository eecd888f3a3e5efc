package dev.mayfly.cli.keys;

import dev.mayfly.client.party.Contact;
import dev.mayfly.domain.identity.Fingerprint;
import dev.mayfly.domain.ledger.KeyEntry;
import java.io.PrintWriter;
import java.time.Instant;

/** How keys are told of. */
final class Telling {
    private Telling() {}

    static void version(PrintWriter out, Contact me) {
        out.printf(
                "in force: version %d, %s%n",
                me.version().entry().version(),
                Fingerprint.of(me.user(), me.newest().keys()));
    }

    static void reset(PrintWriter out, Contact me, Contact.Reset reset) {
        out.printf(
                "waiting: a reset to %s, until %s%n",
                Fingerprint.of(me.user(), reset.keys()),
                Instant.ofEpochSecond(reset.entry().effectiveAt()));
    }

    static String of(KeyEntry.Place place) {
        return "%s, version %d".formatted(place.type(), place.version());
    }
}
