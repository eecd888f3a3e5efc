package dev.mayfly.cli.audit;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.audit.LedgerReport;
import dev.mayfly.domain.audit.LedgerVerifier;
import dev.mayfly.domain.ledger.AuditLog;
import dev.mayfly.domain.ledger.ChainHead;
import dev.mayfly.domain.network.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mayfly audit verify}: recomputes a whole chain under a network file. */
@Command(
        name = "verify",
        description =
                "Recomputes a chain from its first entry; exits 0 when it holds, 1 when not, 2 when that cannot be told.",
        mixinStandardHelpOptions = true)
final class VerifyCommand extends AuditTask {
    private final Clock clock;

    @Parameters(paramLabel = "URL|FOLDER", converter = ChainSource.class, description = ChainSource.DESCRIPTION)
    private AuditLog chain;

    @Option(
            names = "--network",
            required = true,
            paramLabel = "FILE",
            description =
                    "The network file: all that is trusted. Take it from the network's admin, not from its audit.")
    private Path networkFile;

    @Option(
            names = "--head",
            paramLabel = "FILE",
            description =
                    "Remembers the chain's head: compares with the one of last time, if there is one, and keeps the new one.")
    private Path headFile;

    @Option(names = "--json", description = "One JSON object on standard output.")
    private boolean json;

    VerifyCommand() {
        this(Clock.systemUTC());
    }

    VerifyCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    int run() throws IOException, RejectedException {
        Network network = network();
        Optional<HeadFile> remembered = Optional.ofNullable(headFile).map(HeadFile::new);
        LedgerReport report = verify(network, knownHeads(remembered));
        Verdict verdict = Verdict.of(network.name(), report, clock.instant().getEpochSecond());
        if (json) {
            verdict.writeJson(out());
        } else {
            verdict.print(out());
        }
        if (!report.holds()) {
            return 1;
        }
        if (remembered.isPresent()) {
            remembered.get().write(new ChainHead(report.entries(), report.head()));
        }
        return 0;
    }

    private Network network() throws IOException, RejectedException {
        if (!Files.isReadable(networkFile)) {
            throw new IOException(networkFile + " cannot be read");
        }
        return Network.parse(Files.readAllBytes(networkFile));
    }

    private LedgerReport verify(Network network, Map<String, ChainHead> known) {
        long total = known.values().stream().mapToLong(ChainHead::entries).max().orElse(0);
        try (Progress progress = new Progress(err(), total)) {
            return new LedgerVerifier(network).verify(counted(chain.all(), progress), known);
        }
    }

    private Map<String, ChainHead> knownHeads(Optional<HeadFile> remembered) throws IOException {
        Map<String, ChainHead> known = new LinkedHashMap<>();
        if (remembered.isPresent()) {
            remembered.get().read().ifPresent(head -> known.put("the head in " + headFile, head));
        }
        chain.head().ifPresent(head -> known.put("the head that its source tells", head));
        return known;
    }

    private static Iterator<Bytes> counted(Iterator<Bytes> entries, Progress progress) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public Bytes next() {
                progress.add(1);
                return entries.next();
            }
        };
    }
}
