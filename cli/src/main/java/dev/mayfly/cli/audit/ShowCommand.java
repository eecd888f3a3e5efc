package dev.mayfly.cli.audit;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.ledger.AuditLog;
import dev.mayfly.domain.ledger.Entry;
import dev.mayfly.domain.wire.AuditApi;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mayfly audit show}: what a chain tells of one container, for a person to read. */
@Command(
        name = "show",
        description = "Shows the entries about one container, or one user's key index, as the chain tells them.",
        mixinStandardHelpOptions = true)
final class ShowCommand extends AuditTask {
    private static final int SUBJECT_BYTES = 32;

    @Parameters(
            index = "0",
            paramLabel = "URL|FOLDER",
            converter = ChainSource.class,
            description = ChainSource.DESCRIPTION)
    private AuditLog chain;

    @Parameters(index = "1", paramLabel = "CONTAINER", description = "A container id or a key index, in base64url.")
    private String subject;

    @Override
    int run() throws RejectedException {
        Bytes id = Bytes.fromBase64Url(subject).requireSize(SUBJECT_BYTES, "CONTAINER");
        List<Bytes> trail = chain.entriesAbout(id, 0, AuditApi.MAX_ENTRIES);
        if (trail.isEmpty()) {
            out().println("No entry is about " + id + ".");
            return 1;
        }
        for (Bytes encoded : trail) {
            out().println(EntryLine.of(Entry.decode(encoded)));
        }
        out().println("So the chain tells; 'mayfly audit verify' checks it.");
        return 0;
    }
}
