package dev.mayfly.audit;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.ledger.AuditLog;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Reads a page of the chain, bounded in entries and in bytes. */
@Singleton
class ReadPage {
    /** In base64url within JSON this stays below the 1 MiB that clients read. */
    static final int MAX_BYTES = 512 * 1024;

    /** Entries read at once: the largest ones DynamoDB takes are 400 KB, and this function is small. */
    private static final int BLOCK = 25;

    private final AuditLog chain;

    ReadPage(AuditLog chain) {
        this.chain = chain;
    }

    /**
     * A page.
     *
     * @param entries canonical bytes
     * @param complete whether the page ends before the chain does, so that it will be the same for good
     */
    record Page(List<Bytes> entries, boolean complete) {}

    /** The entries from a position on: up to {@code limit}, and as many as fit, but at least one where there is one. */
    Page read(long from, int limit) {
        List<Bytes> page = new ArrayList<>();
        int bytes = 0;
        while (page.size() < limit) {
            int wanted = Math.min(BLOCK, limit - page.size());
            List<Bytes> block = chain.entries(from + page.size(), wanted);
            for (Bytes entry : block) {
                bytes += entry.size();
                if (bytes > MAX_BYTES && !page.isEmpty()) {
                    return new Page(page, true);
                }
                page.add(entry);
            }
            if (block.size() < wanted) {
                return new Page(page, false);
            }
        }
        return new Page(page, true);
    }
}
