package dev.mayfly.cli.audit;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.ledger.AuditLog;
import dev.mayfly.domain.ledger.ChainHead;
import dev.mayfly.domain.ledger.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A copy of a chain: files {@code entries-<position of the first>.txt} of 100 entries each, the last one shorter, an entry a
 * line in canonical base64url; and {@code head.json}, the head of what was copied. Nothing here is believed: what is no entry is
 * handed on as it stands, for the verifier to name.
 */
final class ChainFolder implements AuditLog {
    private static final int PAGE = 100;
    private static final String HEAD = "head.json";

    /** A hundred of the largest entries that DynamoDB takes, 400 KB each, in base64url. */
    private static final long MAX_PAGE_BYTES = 55_000_000;

    private final Path folder;
    private final HeadFile head;

    ChainFolder(Path folder) {
        this.folder = folder;
        this.head = new HeadFile(folder.resolve(HEAD));
    }

    /** Whether a copy was made here. */
    static boolean isCopy(Path folder) {
        return Files.exists(folder.resolve(HEAD));
    }

    @Override
    public List<Bytes> entries(long from, int limit) {
        List<Bytes> page = read(from / PAGE);
        int first = (int) (from % PAGE);
        return first >= page.size() ? List.of() : page.subList(first, Math.min(page.size(), first + limit));
    }

    @Override
    public List<Bytes> entriesAbout(Bytes subject, long from, int limit) {
        List<Bytes> found = new ArrayList<>();
        long position = 0;
        for (Iterator<Bytes> all = all(); all.hasNext() && found.size() < limit; position++) {
            Bytes entry = all.next();
            if (position >= from && isAbout(entry, subject)) {
                found.add(entry);
            }
        }
        return found;
    }

    /** The head of what was copied; empty before the first copy. */
    @Override
    public Optional<ChainHead> head() {
        try {
            return head.read();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable.getMessage(), unreadable);
        }
    }

    /** Adds entries at a position, which is the end of the copy, and moves the head there. */
    void append(long from, List<Bytes> entries) throws IOException {
        List<Bytes> before = read(from / PAGE);
        int kept = (int) (from % PAGE);
        if (before.size() < kept) {
            throw new IOException(file(from / PAGE) + " has lost entries");
        }
        List<Bytes> page = new ArrayList<>(before.subList(0, kept));
        long position = from;
        for (Bytes entry : entries) {
            page.add(entry);
            position++;
            if (position % PAGE == 0) {
                write((position - 1) / PAGE, page);
                page.clear();
            }
        }
        if (!page.isEmpty()) {
            write(position / PAGE, page);
        }
        Bytes last = entries.get(entries.size() - 1);
        head.write(new ChainHead(position, last.sha256()));
    }

    private static boolean isAbout(Bytes entry, Bytes subject) {
        try {
            return Entry.decode(entry).subject().equals(subject);
        } catch (RejectedException broken) {
            return false;
        }
    }

    private Path file(long page) {
        return folder.resolve("entries-%012d.txt".formatted(page * PAGE));
    }

    private List<Bytes> read(long page) {
        Path file = file(page);
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            if (Files.size(file) > MAX_PAGE_BYTES) {
                throw new IOException(file + " is larger than any page");
            }
            List<Bytes> entries = Files.readString(file, StandardCharsets.ISO_8859_1)
                    .lines()
                    .map(ChainFolder::entry)
                    .toList();
            if (entries.size() > PAGE) {
                throw new IOException(file + " holds more than a page");
            }
            return entries;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable.getMessage(), unreadable);
        }
    }

    /** No entry begins like a line that is not base64url, so that the verifier finds it at its position. */
    private static Bytes entry(String line) {
        try {
            return Bytes.fromBase64Url(line);
        } catch (RejectedException damaged) {
            return Bytes.of(line.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private void write(long page, List<Bytes> entries) throws IOException {
        StringBuilder lines = new StringBuilder();
        entries.forEach(entry -> lines.append(entry.toBase64Url()).append('\n'));
        HeadFile.replace(file(page), lines.toString().getBytes(StandardCharsets.US_ASCII));
    }
}
