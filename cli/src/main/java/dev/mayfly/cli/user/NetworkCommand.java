package dev.mayfly.cli.user;

import dev.mayfly.client.contact.KeysResetException;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.transport.UnreachableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * A command about one network. What was asked for stands on standard output; when it could not be done, one line on standard
 * error says why, and the command exits with 1.
 */
public abstract class NetworkCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--network", required = true, paramLabel = "FILE", description = "The network file.")
    private Path networkFile;

    /** Does what the command says; whether that came out as the user would want it. */
    protected abstract boolean run(Network network, PrintWriter out) throws IOException, RejectedException;

    @Override
    public final Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            return run(network(), out) ? 0 : 1;
        } catch (RejectedException | IOException failed) {
            return failed(failed);
        } catch (Refusal | UnreachableException | KeysResetException | UncheckedIOException failed) {
            return failed(failed);
        } finally {
            out.flush();
        }
    }

    private int failed(Exception why) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("mayfly: " + printable(words(why)));
        err.flush();
        return 1;
    }

    /** Text from outside as a line of a terminal: control characters would move it about. */
    public static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    private static String words(Exception why) {
        if (why instanceof UncheckedIOException unchecked) {
            return words(unchecked.getCause());
        }
        if (why instanceof NoSuchFileException missing) {
            return missing.getFile() + " is not there";
        }
        return why instanceof FileAlreadyExistsException there
                ? there.getFile() + " is there already"
                : why.getMessage();
    }

    private Network network() {
        try {
            return Network.parse(Files.readAllBytes(networkFile));
        } catch (IOException unreadable) {
            throw new ParameterException(spec.commandLine(), networkFile + " cannot be read");
        } catch (RejectedException notOne) {
            throw new ParameterException(spec.commandLine(), networkFile + ": " + notOne.getMessage());
        }
    }
}
