package dev.mayfly.domain.ledger;

import dev.mayfly.crypto.Bytes;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Reads a chain from its first entry on, a page at a time, until a page is empty. */
final class EntryIterator implements Iterator<Bytes> {
    private static final int PAGE = 100;

    private final AuditLog log;
    private List<Bytes> page = List.of();
    private int inPage;
    private long position;

    EntryIterator(AuditLog log) {
        this.log = log;
    }

    @Override
    public boolean hasNext() {
        if (inPage == page.size()) {
            page = log.entries(position, PAGE);
            inPage = 0;
        }
        return !page.isEmpty();
    }

    @Override
    public Bytes next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        position++;
        return page.get(inPage++);
    }
}
