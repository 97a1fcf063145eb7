package replicationlab.cli;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import replicationlab.progress.Workspace;
import replicationlab.progress.WorkspaceLock;
import replicationlab.run.Workbench;

/** {@code lab reset}: stops a workspace's servers and deletes what the lab made in it. */
@Command(
    name = "reset",
    description = "Stops a workspace's servers and deletes what the lab made in it.",
    mixinStandardHelpOptions = true)
final class LabResetCommand implements Callable<Integer> {

  private final Services services;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private final NamedWorkspace workspace = new NamedWorkspace();

  LabResetCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Workspace opened = workspace.existing();
    // Not under the hands of a window that works in it.
    try (WorkspaceLock _ = WorkspaceLock.take(opened)) {
      // Servers that a checkpoint left standing still could not be stopped.
      LabInspectCommand.putRight(services, opened, out);
      Workbench bench = services.opener().reopen(opened, progress -> {});
      if (!bench.stopServers(line -> out.println(line.text()))) {
        out.println(
            "A server did not stop, so nothing was deleted; see its log in " + opened.logs());
        out.flush();
        return ExitCode.FAILED;
      }
      opened.whatResetDeletes().forEach(path -> out.println("deleted " + path));
      opened.reset();
      out.flush();
      return ExitCode.PASSED;
    }
  }
}
