package replicationlab.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program without a window: the same services, told in text or JSON. */
public final class CommandLineInterface {

  @Command(
      name = "replication-lab",
      description = {
        "A training lab for PostgreSQL high availability.",
        "Without a command it opens its window; with a deck's FILE it opens that deck in it."
      },
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      synopsisSubcommandLabel = "COMMAND | FILE",
      footer = {"", "A lab without a window:  replication-lab lab run lab-exercise-1"})
  private static final class Root {}

  /** The version that the build wrote into the jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = CommandLineInterface.class.getPackage().getImplementationVersion();
      return new String[] {"Replication Lab " + (version == null ? "(not packaged)" : version)};
    }
  }

  private final Services services;

  public CommandLineInterface(Services services) {
    this.services = services;
  }

  /** Carries out one command; answers with the program's exit code. */
  public int run(PrintWriter out, PrintWriter err, String... args) {
    return commandLine().setOut(out).setErr(err).execute(args);
  }

  /** Whether the word is one of our commands, and not a deck to be opened. */
  public boolean knows(String word) {
    return word.startsWith("-") || commandLine().getSubcommands().containsKey(word);
  }

  private CommandLine commandLine() {
    CommandLine lab = new CommandLine(new LabCommand());
    lab.addSubcommand(new LabListCommand(services));
    lab.addSubcommand(new LabRunCommand(services));
    lab.addSubcommand(new LabResetCommand(services));
    lab.addSubcommand(new LabCheckpointsCommand(services));
    lab.addSubcommand(new LabBackCommand(services));
    lab.addSubcommand(new LabTestCommand(services));
    lab.addSubcommand(new LabInspectCommand(services));
    CommandLine root = new CommandLine(new Root());
    root.addSubcommand(new SlidesCommand(services));
    root.addSubcommand(lab);
    root.addSubcommand(new CheckCommand(services));
    root.addSubcommand(new DrillCommand(services));
    CommandLine postgres = new CommandLine(new PostgresCommand(services));
    postgres.addSubcommand(new PostgresAddCommand(services));
    root.addSubcommand(postgres);
    root.addSubcommand(new DoctorCommand(services));
    root.addSubcommand(new StopCommand(services));
    CommandLine evidence = new CommandLine(new EvidenceCommand());
    evidence.addSubcommand(new EvidenceExportCommand(services));
    evidence.addSubcommand(new EvidenceVerifyCommand());
    evidence.addSubcommand(new EvidenceOverviewCommand());
    root.addSubcommand(evidence);
    root.setExecutionExceptionHandler(CommandLineInterface::explain);
    return root;
  }

  /** What goes wrong is one sentence for a person, not a stack trace. */
  private static int explain(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    String words = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    command.getErr().println(words);
    command.getErr().flush();
    return ExitCode.PROBLEMS;
  }
}
