package dev.mayfly.cli.node;

import picocli.CommandLine.Command;

/** {@code mayfly node}: entropy nodes come and go. */
@Command(
        name = "node",
        description = "Makes a node's keys and record, and registers and retires nodes as the network's admin.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {InitNode.class, RegisterNode.class, RetireNode.class})
public final class NodeCommand {}
