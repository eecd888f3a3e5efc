package dev.mayfly.cli.golden;

import dev.mayfly.cli.vector.Vector;
import dev.mayfly.cli.vector.Verdict;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.ledger.Entry;
import dev.mayfly.domain.ledger.EntryBody;

/** Section 8: what the first entry follows, and an entry of every type. */
final class LedgerJudges {
    private LedgerJudges() {}

    static Verdict genesis(Vector vector) {
        return vector.expect(() -> Vector.same(
                "digest",
                vector.hex("digest"),
                Entry.genesis(vector.text("network"), Math.toIntExact(vector.number("lane")))));
    }

    static Verdict entry(Vector vector) {
        return vector.expect(() -> {
            Bytes encoded = vector.hex("encoded");
            Entry entry = Entry.decode(encoded);
            Vector.same("seq", vector.number("seq"), entry.seq());
            Vector.same("prev", vector.hex("prev"), entry.prev());
            Vector.same("time", vector.number("time"), entry.time());
            Vector.same("subject", vector.hex("subject"), entry.subject());
            Vector.same("body", vector.hex("body"), entry.body().encoded());
            Vector.same("digest", vector.hex("digest"), entry.digest());
            EntryBody body = EntryBody.decode(vector.text("type"), vector.hex("body"));
            Entry again = Entry.following(vector.hex("prev"), vector.number("seq"), vector.number("time"), body);
            Vector.same("written again", encoded, again.encoded());
        });
    }
}
