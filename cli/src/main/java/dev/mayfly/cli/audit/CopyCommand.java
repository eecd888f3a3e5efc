package dev.mayfly.cli.audit;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.ledger.AuditLog;
import dev.mayfly.domain.ledger.ChainHead;
import dev.mayfly.domain.wire.AuditApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mayfly audit copy}: keeps a chain in a folder, and goes on where the last copy ended. */
@Command(
        name = "copy",
        description = "Copies a chain into a folder, or what is new since the last time; verify the folder afterwards.",
        mixinStandardHelpOptions = true)
final class CopyCommand extends AuditTask {
    @Parameters(index = "0", paramLabel = "URL", converter = ChainSource.class, description = ChainSource.DESCRIPTION)
    private AuditLog source;

    @Parameters(index = "1", paramLabel = "FOLDER", description = "Where the copy is, or will be.")
    private Path folder;

    @Override
    int run() throws IOException {
        Files.createDirectories(folder);
        ChainFolder copy = new ChainFolder(folder);
        Optional<ChainHead> copied = copy.head().filter(head -> head.entries() > 0);
        if (copied.isPresent() && !goesOnFrom(copied.get())) {
            return 1;
        }
        long from = copied.map(ChainHead::entries).orElse(0L);
        long to = copyOn(copy, from);
        out().printf("%,d entries copied, %,d in all.%n", to - from, to);
        return 0;
    }

    /** Whatever was copied is evidence when the source now tells something else, so it is never written over. */
    private boolean goesOnFrom(ChainHead copied) {
        long last = copied.entries() - 1;
        List<Bytes> now = source.entries(last, 1);
        if (now.size() == 1 && now.get(0).sha256().equals(copied.digest())) {
            return true;
        }
        out().printf(
                        "entry %d: the chain goes on from what was copied%n  expected: digest %s%n  found:    %s%n"
                                + "Nothing was changed in %s, which shows what the chain was.%n",
                        last,
                        copied.digest(),
                        now.isEmpty() ? "no entry" : "digest " + now.get(0).sha256(),
                        folder);
        return false;
    }

    private long copyOn(ChainFolder copy, long from) throws IOException {
        long position = from;
        long total = source.head().map(ChainHead::entries).orElse(0L);
        try (Progress progress = new Progress(err(), total - from)) {
            List<Bytes> page = source.entries(position, AuditApi.MAX_ENTRIES);
            while (!page.isEmpty()) {
                copy.append(position, page);
                position += page.size();
                progress.add(page.size());
                page = source.entries(position, AuditApi.MAX_ENTRIES);
            }
        }
        return position;
    }
}
