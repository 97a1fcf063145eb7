package replicationlab.cli;

import picocli.CommandLine.Command;

/** {@code evidence}: holds its subcommands together. */
@Command(
    name = "evidence",
    description = "Exports what was done in a lab, and shows what others have exported.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class EvidenceCommand {}
