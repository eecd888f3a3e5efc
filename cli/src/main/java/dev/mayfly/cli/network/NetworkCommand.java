package dev.mayfly.cli.network;

import picocli.CommandLine.Command;

/** {@code mayfly network}: what everybody in a network trusts. */
@Command(
        name = "network",
        description = "Makes a network, shows one, and tells what bad nodes could do to it.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {InitNetwork.class, ShowNetwork.class, RiskCommand.class})
public final class NetworkCommand {}
