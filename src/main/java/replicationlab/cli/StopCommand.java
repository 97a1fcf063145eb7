package replicationlab.cli;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import replicationlab.progress.Logbook;
import replicationlab.progress.Workspace;
import replicationlab.progress.WorkspaceLock;
import replicationlab.recovery.WorkspaceInspection;
import replicationlab.run.Workbench;

/** {@code stop}: stops the servers of one workspace. */
@Command(
    name = "stop",
    description = "Stops the servers of a workspace, and no others.",
    mixinStandardHelpOptions = true)
final class StopCommand implements Callable<Integer> {

  private final Services services;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private final NamedWorkspace workspace = new NamedWorkspace();

  StopCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Workspace opened = workspace.existing();
    if (WorkspaceLock.isHeld(opened)) {
      requireNothingUnderWay(opened);
      out.println("The lab is open in this workspace; it will show its servers as stopped.");
    } else {
      // A lab that was killed may have left servers that stand still and hear of no stop.
      new WorkspaceInspection(opened, services.opener(), progress -> {}).putRight();
    }
    Workbench bench = services.opener().reopen(opened, progress -> {});
    int before = bench.running().size();
    boolean stopped = bench.stopServers(line -> out.println(line.text()));
    out.println(
        before == 0
            ? "No server of this workspace was running."
            : stopped
                ? "Stopped."
                : "A server did not stop; see its log in " + bench.workspace().logs());
    out.flush();
    return stopped ? ExitCode.PASSED : ExitCode.FAILED;
  }

  private static void requireNothingUnderWay(Workspace workspace) {
    new Logbook(workspace)
        .read()
        .filter(entry -> !entry.command().isEmpty())
        .ifPresent(entry -> {
          throw new IllegalStateException(
              "The lab is open in this workspace and carries out: "
                  + entry.command().strip()
                  + " - nothing was stopped; wait for it, or cancel it there.");
        });
  }
}
