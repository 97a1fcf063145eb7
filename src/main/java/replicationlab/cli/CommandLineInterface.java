package replicationlab.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import replicationlab.export.Exporter;
import replicationlab.export.LayoutCheck;

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
  private static final class Root {

    /** Never read: a window is opened before the command line is asked. It is here to be listed. */
    @Option(
        names = "--slide",
        paramLabel = "NAME|NUMBER[/STEP]",
        description = "the window begins at this slide; names are listed by: slides FILE")
    @SuppressWarnings("UnusedVariable")
    private String slide = "";
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = CommandLineInterface.class.getPackage().getImplementationVersion();
      return new String[] {"Replication Lab " + (version == null ? "(not packaged)" : version)};
    }
  }

  private final Services services;
  private final Exporter exporter;
  private final LayoutCheck layout;

  /**
   * @param exporter puts slides on paper, for which it may need more than a command line has
   */
  public CommandLineInterface(Services services, Exporter exporter) {
    this(services, exporter, deck -> LayoutCheck.Fullness.NONE);
  }

  /**
   * @param exporter puts slides on paper, for which it may need more than a command line has
   * @param layout finds slides that are too full, for which it may need the same
   */
  public CommandLineInterface(Services services, Exporter exporter, LayoutCheck layout) {
    this.services = services;
    this.layout = layout;
    this.exporter = exporter;
  }

  /** Carries out one command; answers with the program's exit code. */
  public int run(PrintWriter out, PrintWriter err, String... args) {
    return commandLine(args).setOut(out).setErr(err).execute(args);
  }

  /** Whether the word is one of our commands, and not a deck to be opened. */
  public boolean knows(String word) {
    return word.startsWith("-") || commands().containsKey(word);
  }

  private CommandLine commandLine(String... args) {
    CommandLine root = new CommandLine(new Root());
    add(root, commands(args), args, 0);
    root.setExecutionExceptionHandler(CommandLineInterface::explain);
    CommandLine.IParameterExceptionHandler usage = root.getParameterExceptionHandler();
    root.setParameterExceptionHandler((failure, words) -> {
      Optional<String> name = UnreadableName.words(failure);
      return name.isPresent()
          ? complain(failure.getCommandLine(), name.get())
          : usage.handleParseException(failure, words);
    });
    return root;
  }

  /** Only the command that is asked for, if there is one: reading all of them takes longer. */
  private static void add(
      CommandLine parent, Map<String, Supplier<CommandLine>> commands, String[] args, int depth) {
    if (depth < args.length && commands.containsKey(args[depth])) {
      parent.addSubcommand(commands.get(args[depth]).get());
    } else {
      commands.values().forEach(command -> parent.addSubcommand(command.get()));
    }
  }

  private Map<String, Supplier<CommandLine>> commands(String... args) {
    Map<String, Supplier<CommandLine>> commands = new LinkedHashMap<>();
    commands.put("slides", () -> new CommandLine(new SlidesCommand(services, layout)));
    commands.put("export", () -> new CommandLine(new ExportCommand(services, exporter)));
    commands.put("lab", () -> lab(args));
    commands.put("check", () -> new CommandLine(new CheckCommand(services)));
    commands.put("drill", () -> new CommandLine(new DrillCommand(services)));
    commands.put("postgres", this::postgres);
    commands.put("doctor", () -> new CommandLine(new DoctorCommand(services)));
    commands.put("stop", () -> new CommandLine(new StopCommand(services)));
    commands.put("evidence", this::evidence);
    return commands;
  }

  private CommandLine lab(String... args) {
    Map<String, Supplier<CommandLine>> commands = new LinkedHashMap<>();
    commands.put("list", () -> new CommandLine(new LabListCommand(services)));
    commands.put("run", () -> new CommandLine(new LabRunCommand(services)));
    commands.put("reset", () -> new CommandLine(new LabResetCommand(services)));
    commands.put("checkpoints", () -> new CommandLine(new LabCheckpointsCommand(services)));
    commands.put("tidy", () -> new CommandLine(new LabTidyCommand()));
    commands.put("back", () -> new CommandLine(new LabBackCommand(services)));
    commands.put("test", () -> new CommandLine(new LabTestCommand(services)));
    commands.put("inspect", () -> new CommandLine(new LabInspectCommand(services)));
    CommandLine lab = new CommandLine(new LabCommand());
    add(lab, commands, args, 1);
    return lab;
  }

  private CommandLine postgres() {
    return new CommandLine(new PostgresCommand(services))
        .addSubcommand(new PostgresAddCommand(services))
        .addSubcommand(new PostgresRemoveCommand(services));
  }

  private CommandLine evidence() {
    return new CommandLine(new EvidenceCommand())
        .addSubcommand(new EvidenceExportCommand(services))
        .addSubcommand(new EvidenceVerifyCommand())
        .addSubcommand(new EvidenceOverviewCommand());
  }

  /** What goes wrong is one sentence for a person, not a stack trace. */
  private static int explain(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    String words = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    return complain(command, UnreadableName.words(failure).orElse(words));
  }

  private static int complain(CommandLine command, String words) {
    command.getErr().println(words);
    command.getErr().flush();
    return ExitCode.PROBLEMS;
  }
}
