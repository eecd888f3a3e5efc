package dev.mayfly.cli.contact;

import picocli.CommandLine.Command;

/** {@code mayfly contact}: other users, and whom to take them for. */
@Command(
        name = "contact",
        description = "Contacts: handed over in files, pinned, compared by fingerprint.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ExportCommand.class, ImportCommand.class, ShowCommand.class, AcceptCommand.class})
public final class ContactCommand {}
