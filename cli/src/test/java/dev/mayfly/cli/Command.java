package dev.mayfly.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** Runs a command as a person would. */
public final class Command {
    private Command() {}

    /** What one run printed and exited with. */
    public record Run(int exit, String out, String err) {}

    /** Runs a command with its arguments. */
    public static Run run(Object command, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Run(exit, out.toString(), err.toString());
    }
}
