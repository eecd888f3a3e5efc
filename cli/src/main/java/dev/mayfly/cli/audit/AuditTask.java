package dev.mayfly.cli.audit;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.transport.UnreachableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that ends with 2 and a sentence when it cannot do its work: a file or a server is not there, or not as it should. */
abstract class AuditTask implements Callable<Integer> {
    private static final int CANNOT = 2;

    @Spec
    private CommandSpec spec;

    /** Does the work; 0 when all is well, 1 when something is wrong with the chain. */
    abstract int run() throws IOException, RejectedException;

    @Override
    public final Integer call() {
        try {
            return run();
        } catch (IOException | UncheckedIOException | RejectedException | Refusal | UnreachableException failed) {
            err().println("mayfly audit: " + failed.getMessage());
            return CANNOT;
        } finally {
            out().flush();
            err().flush();
        }
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
