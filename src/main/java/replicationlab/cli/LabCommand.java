package replicationlab.cli;

import picocli.CommandLine.Command;

/** {@code lab}: holds its subcommands together. */
@Command(
    name = "lab",
    description = "Lists, runs, resets and tests guided labs.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class LabCommand {}
