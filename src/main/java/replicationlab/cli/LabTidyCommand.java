package replicationlab.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import replicationlab.checkpoint.MovedFolder;
import replicationlab.checkpoint.MovedFolders;
import replicationlab.progress.Workspace;
import replicationlab.progress.WorkspaceLock;

/** {@code lab tidy}: deletes what was moved out of the way. */
@Command(
    name = "tidy",
    description = {
      "Shows the folders that were moved out of the way of others, asks, and deletes them.",
      "One in which a server runs stays; exits with 1 then."
    },
    mixinStandardHelpOptions = true)
final class LabTidyCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "FOLDER",
      arity = "0..*",
      description = "such as kept/data2-1, as 'lab checkpoints' names them (default: all)")
  private List<String> names = List.of();

  @Mixin private final NamedWorkspace workspace = new NamedWorkspace();

  @Option(names = "--yes", description = "you know what would be deleted, and agree")
  private boolean yes;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Workspace opened = workspace.existing();
    try (WorkspaceLock _ = WorkspaceLock.take(opened)) {
      MovedFolders moved = new MovedFolders(opened);
      List<MovedFolder> wanted = wanted(moved.all());
      if (wanted.isEmpty()) {
        out.println("Nothing has been moved out of the way.");
        return ExitCode.PASSED;
      }
      MovedRows.print(out, wanted);
      out.flush();
      return agreed(out) ? delete(moved, wanted, out) : ExitCode.PROBLEMS;
    } finally {
      out.flush();
    }
  }

  private List<MovedFolder> wanted(List<MovedFolder> all) {
    for (String name : names) {
      if (all.stream().noneMatch(folder -> folder.name().equals(name))) {
        throw new IllegalArgumentException(
            "There is no folder '"
                + name
                + "' that was moved out of the way; 'lab checkpoints' lists those there are.");
      }
    }
    return names.isEmpty()
        ? all
        : all.stream().filter(folder -> names.contains(folder.name())).toList();
  }

  private boolean agreed(PrintWriter out) {
    Optional<Boolean> answer =
        yes ? Optional.of(true) : TypedYes.asked("to delete what is listed, for good");
    if (answer.isEmpty()) {
      out.println("Nothing was deleted. If you agree, say so: --yes");
    } else if (!answer.get()) {
      out.println("Nothing was deleted.");
    }
    return answer.orElse(false);
  }

  private static int delete(MovedFolders moved, List<MovedFolder> wanted, PrintWriter out) {
    for (MovedFolder folder : wanted) {
      if (!folder.served()) {
        moved.delete(folder.name());
        out.println("deleted " + folder.name());
      }
    }
    List<String> served =
        wanted.stream().filter(MovedFolder::served).map(MovedFolder::name).toList();
    served.forEach(
        name -> out.println("A server runs in " + name + ", so it stays; stop it first."));
    return served.isEmpty() ? ExitCode.PASSED : ExitCode.FAILED;
  }
}
