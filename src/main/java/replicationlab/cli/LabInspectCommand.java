package replicationlab.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import replicationlab.progress.Workspace;
import replicationlab.progress.WorkspaceLock;
import replicationlab.recovery.Finding;
import replicationlab.recovery.WorkspaceInspection;

/** {@code lab inspect}: what an interruption has left in a workspace. */
@Command(
    name = "inspect",
    description =
        "Says what an interruption has left in a workspace, and puts right what can be, as opening"
            + " the lab does; exits with 1 if something is left for you to do.",
    mixinStandardHelpOptions = true)
final class LabInspectCommand implements Callable<Integer> {

  private final Services services;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private final ChosenWorkspace workspace = new ChosenWorkspace();

  @Option(names = "--json", description = "answer as JSON")
  private boolean json;

  LabInspectCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Workspace opened = workspace.existing(services);
    List<Finding> findings;
    try (WorkspaceLock _ = WorkspaceLock.take(opened)) {
      findings = inspection(opened).putRight();
    }
    if (json) {
      out.println(Json.of(findings.stream().map(LabInspectCommand::row).toList()));
    } else if (findings.isEmpty()) {
      out.println("Nothing has happened to this workspace.");
    } else {
      findings.forEach(finding -> out.println(line(finding)));
    }
    out.flush();
    boolean leftToDo =
        findings.stream().anyMatch(finding -> finding.kind() == Finding.Kind.OFFERED);
    return leftToDo ? ExitCode.FAILED : ExitCode.PASSED;
  }

  /** Programs know a step by its name, people by its title. */
  private WorkspaceInspection inspection(Workspace opened) {
    UnaryOperator<String> called = json ? step -> step : Labs.titles(services, opened);
    return new WorkspaceInspection(opened, services.opener(), words -> {}, called);
  }

  /** Puts right what can be before another command works there, and tells of it. */
  static void putRight(Services services, Workspace opened, PrintWriter out) {
    new WorkspaceInspection(
            opened, services.opener(), progress -> {}, Labs.titles(services, opened))
        .putRight()
        .forEach(finding -> out.println(line(finding)));
  }

  static String line(Finding finding) {
    return String.format("%-9s %s", finding.kind().word(), finding.words());
  }

  private static Map<String, String> row(Finding finding) {
    return Map.of("kind", finding.kind().name().toLowerCase(Locale.ROOT), "words", finding.words());
  }
}
