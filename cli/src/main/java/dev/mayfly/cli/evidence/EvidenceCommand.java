package dev.mayfly.cli.evidence;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.evidence.Misbehaviour;
import dev.mayfly.domain.evidence.ReleaseEvidence;
import dev.mayfly.domain.network.Network;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mayfly evidence FILE --network FILE}: what a file proves against a node, on standard output. */
@Command(
        name = "evidence",
        description = "Checks evidence against a node, offline; exits 0 when it proves something, 1 when it does not.",
        mixinStandardHelpOptions = true)
public final class EvidenceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "What a client wrote.")
    private Path evidence;

    @Option(
            names = "--network",
            required = true,
            paramLabel = "FILE",
            description = "The network file: whose registry and draw are trusted.")
    private Path network;

    @Override
    public Integer call() {
        Network trusted = network();
        PrintWriter out = spec.commandLine().getOut();
        try {
            Misbehaviour proven = ReleaseEvidence.parse(read(evidence)).prove(trusted);
            tell(out, proven);
            return 0;
        } catch (RejectedException unproven) {
            out.println("not proven: " + unproven.getMessage());
            return 1;
        } finally {
            out.flush();
        }
    }

    private static void tell(PrintWriter out, Misbehaviour proven) {
        out.printf("proven: %s, %s of %s%n", proven.what(), proven.nodeId(), proven.operator());
        out.printf("container: %s, rank %d%n", proven.containerId(), proven.rank());
        out.printf("signed at: %s by the node's clock%n", Instant.ofEpochSecond(proven.signedAt()));
        out.println(
                "It shows that the holder of this node's signing key signed it. It shows nothing about any other node.");
    }

    private Network network() {
        try {
            return Network.parse(read(network));
        } catch (RejectedException notOne) {
            throw new ParameterException(spec.commandLine(), network + ": " + notOne.getMessage());
        }
    }

    /** One byte more than the longest file tells that it is too long. */
    private byte[] read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(ReleaseEvidence.MAX_BYTES + 1);
        } catch (IOException unreadable) {
            throw new ParameterException(spec.commandLine(), file + " cannot be read");
        }
    }
}
