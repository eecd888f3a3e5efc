package dev.mayfly.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.ledger.Entry;
import java.util.ArrayList;
import java.util.List;

/** Checks stored entries by nothing but their bytes. */
public final class Chain {
    private Chain() {}

    /** The entries, after checking positions from 0 and every digest link from the genesis on. */
    public static List<Entry> linked(List<Bytes> stored) {
        List<Entry> entries = new ArrayList<>();
        Bytes prev = Entry.genesis(Samples.NETWORK, Entry.LANE);
        for (Bytes encoded : stored) {
            Entry entry = decode(encoded);
            assertThat(entry.seq()).isEqualTo(entries.size());
            assertThat(entry.prev()).isEqualTo(prev);
            entries.add(entry);
            prev = encoded.sha256();
        }
        return entries;
    }

    /** The types of the entries, in order. */
    public static List<String> types(List<Entry> entries) {
        return entries.stream().map(entry -> entry.body().type()).toList();
    }

    private static Entry decode(Bytes encoded) {
        try {
            return Entry.decode(encoded);
        } catch (RejectedException broken) {
            throw new AssertionError(broken);
        }
    }
}
