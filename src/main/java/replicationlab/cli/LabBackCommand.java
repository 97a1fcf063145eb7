package replicationlab.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import replicationlab.checkpoint.Checkpoint;
import replicationlab.checkpoint.CheckpointStore;
import replicationlab.lab.Lab;
import replicationlab.progress.ProgressFile;
import replicationlab.progress.Workspace;
import replicationlab.progress.WorkspaceLock;
import replicationlab.run.LabRun;
import replicationlab.run.Workbench;

/** {@code lab back}: goes back to the state after a step. */
@Command(
    name = "back",
    description =
        "Goes back to the state after a step; what there is now is kept as a checkpoint of its"
            + " own.",
    mixinStandardHelpOptions = true)
final class LabBackCommand implements Callable<Integer> {

  private final Services services;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "STEP",
      description = "the step's name, or a checkpoint's number as 'lab checkpoints' shows it")
  private String step = "";

  @Mixin private final NamedWorkspace workspace = new NamedWorkspace();

  LabBackCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Workspace opened = workspace.existing();
    try (WorkspaceLock _ = WorkspaceLock.take(opened)) {
      LabInspectCommand.putRight(services, opened, out);
      Workbench bench = services.opener().reopen(opened, progress -> {});
      Lab lab = Labs.find(services, new ProgressFile(opened).load().lab());
      try (LabRun run = new LabRun(lab, bench)) {
        run.subscribe(new EventPrinter(lab, out, false));
        Checkpoint wanted = wanted(run.checkpoints(), opened);
        out.println(lab.placeOf(wanted.step()));
        run.goBack(wanted).join();
      } catch (CompletionException e) {
        throw e.getCause() instanceof RuntimeException cause ? cause : e;
      }
    }
    out.flush();
    return ExitCode.PASSED;
  }

  private Checkpoint wanted(List<Checkpoint> all, Workspace opened) {
    return all.reversed().stream()
        .filter(checkpoint -> checkpoint.id().equals(step) || isAfterStep(checkpoint))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                (new CheckpointStore(opened).unreadable().contains(step)
                        ? "Checkpoint " + step + " is damaged: what it was cannot be read"
                        : "There is no checkpoint '" + step + "'")
                    + "; 'lab checkpoints' lists those there are."));
  }

  private boolean isAfterStep(Checkpoint checkpoint) {
    return checkpoint.kind() == Checkpoint.Kind.STEP && checkpoint.step().equals(step);
  }
}
