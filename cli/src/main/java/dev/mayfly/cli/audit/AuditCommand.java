package dev.mayfly.cli.audit;

import picocli.CommandLine.Command;

/** {@code mayfly audit}: verifies a ledger, copies it, shows what it tells of one container. */
@Command(
        name = "audit",
        description = "Verifies a network's ledger, copies it, or shows what it tells of one container.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {VerifyCommand.class, CopyCommand.class, ShowCommand.class})
public final class AuditCommand {}
