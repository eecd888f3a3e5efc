package dev.mayfly.cli.network;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.network.Network;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option {@code --network}: the file of whom to trust. */
public final class NetworkOption {
    /** Far more than any network file has. */
    private static final int MAX_BYTES = 64 * 1024;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--network",
            required = true,
            paramLabel = "FILE",
            description = "The network file: whom to trust, and where the coordinator is.")
    private Path file;

    /**
     * What it says.
     *
     * @throws ParameterException when it cannot be read or is none
     */
    public Network read() {
        CommandLine command = spec.commandLine();
        try (InputStream in = Files.newInputStream(file)) {
            return Network.parse(in.readNBytes(MAX_BYTES));
        } catch (IOException unreadable) {
            throw new ParameterException(command, file + " cannot be read");
        } catch (RejectedException notOne) {
            throw new ParameterException(command, file + ": " + notOne.getMessage());
        }
    }
}
