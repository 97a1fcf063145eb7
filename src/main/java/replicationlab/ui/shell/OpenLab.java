package replicationlab.ui.shell;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import replicationlab.check.CheckResult;
import replicationlab.check.ProofReport;
import replicationlab.evidence.Journal;
import replicationlab.postgres.replication.ReplicationMonitor;
import replicationlab.progress.WorkspaceLock;
import replicationlab.run.LabRun;
import replicationlab.run.LogExplainer;
import replicationlab.run.StepTimes;
import replicationlab.run.Workbench;
import replicationlab.run.WorkspaceChanges;

/** A lab that is open in the window, with all that belongs to it. */
record OpenLab(
    Workbench bench,
    LabRun run,
    ReplicationMonitor monitor,
    WorkspaceChanges changes,
    Journal journal,
    WorkspaceLock lock)
    implements AutoCloseable {

  /** The proof, row by row; it is evidence too. */
  CompletableFuture<ProofReport> prove(Consumer<CheckResult> row) {
    monitor.askAgain();
    return run.prove(row)
        .thenApply(report -> {
          journal.accept(report);
          return report;
        });
  }

  /** Explains the servers' logs by what the steps do from now on. */
  LogExplainer explainer() {
    StepTimes times = new StepTimes();
    run.subscribe(times::accept);
    return new LogExplainer(run.lab(), times, run.major());
  }

  /** Lets go of everything; the servers stay as they are. */
  @Override
  public void close() {
    changes.close();
    monitor.close();
    run.close();
    journal.close();
    lock.close();
  }
}
