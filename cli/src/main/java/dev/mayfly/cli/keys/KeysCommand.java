package dev.mayfly.cli.keys;

import picocli.CommandLine.Command;

/** {@code mayfly keys}: the user's own keys. */
@Command(
        name = "keys",
        description = "A user's own keys: made, registered, changed, watched.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            GenerateCommand.class,
            RegisterCommand.class,
            RotateCommand.class,
            ResetCommand.class,
            WatchCommand.class,
            CancelCommand.class
        })
public final class KeysCommand {}
