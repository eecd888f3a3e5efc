package dev.mayfly.local;

import dev.mayfly.cli.audit.AuditCommand;
import dev.mayfly.cli.conformance.ConformanceCommand;
import dev.mayfly.cli.contact.ContactCommand;
import dev.mayfly.cli.evidence.EvidenceCommand;
import dev.mayfly.cli.keys.KeysCommand;
import dev.mayfly.cli.network.NetworkCommand;
import dev.mayfly.cli.node.NodeCommand;
import dev.mayfly.local.demo.DemoCommand;
import dev.mayfly.local.up.UpCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code mayfly} command. */
@Command(
        name = "mayfly",
        description = "End-to-end keys that expire.",
        mixinStandardHelpOptions = true,
        version = "mayfly 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            AuditCommand.class,
            ConformanceCommand.class,
            EvidenceCommand.class,
            KeysCommand.class,
            ContactCommand.class,
            NetworkCommand.class,
            NodeCommand.class
        })
public final class Main {
    private Main() {}

    /** Runs a command and exits with its code: 0 when it did what it says, 1 when not, 2 when it was called wrongly. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main());
    }
}
