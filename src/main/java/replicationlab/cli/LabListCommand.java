package replicationlab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import replicationlab.lab.Lab;
import replicationlab.progress.Progress;
import replicationlab.progress.ProgressFile;
import replicationlab.progress.Tally;
import replicationlab.progress.Workspace;

/** {@code lab list}: the labs there are, and how far the one of a workspace is. */
@Command(
    name = "list",
    description = "Lists the labs, and how far the one is that is done in a workspace.",
    mixinStandardHelpOptions = true)
final class LabListCommand implements Callable<Integer> {

  private final Services services;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private final ChosenWorkspace workspace = new ChosenWorkspace();

  LabListCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Optional<ProgressFile> file = file();
    services
        .labs()
        .all()
        .forEach(lab ->
            out.println(line(lab, file.map(known -> known.of(lab.id())).orElse(Progress.NONE))));
    out.flush();
    return ExitCode.PASSED;
  }

  /** A folder that is named must be a workspace; the usual one need not be there yet. */
  private Optional<ProgressFile> file() {
    Path folder = workspace.folder(services);
    return !workspace.isNamed() && !Workspace.isOne(folder)
        ? Optional.empty()
        : Optional.of(new ProgressFile(Workspace.existing(folder)));
  }

  private static String line(Lab lab, Progress progress) {
    String line = lab.id() + "  " + lab.title() + " (" + lab.steps().size() + " steps)";
    if (!progress.lab().equals(lab.id())) {
      return line;
    }
    Tally tally = Tally.of(lab.steps().stream().map(step -> progress.how(step.id())));
    String ways = tally.ways();
    return line + ", " + tally.ofAll() + " passed" + (ways.isEmpty() ? "" : ": " + ways);
  }
}
