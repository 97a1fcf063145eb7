package replicationlab.ui.shell;

import replicationlab.postgres.replication.ReplicationMonitor;
import replicationlab.progress.WorkspaceLock;
import replicationlab.run.LabRun;
import replicationlab.run.Workbench;

/** A lab that is open in the window, with all that belongs to it. */
record OpenLab(Workbench bench, LabRun run, ReplicationMonitor monitor, WorkspaceLock lock)
    implements AutoCloseable {

  /** Lets go of everything; the servers stay as they are. */
  @Override
  public void close() {
    monitor.close();
    run.close();
    lock.close();
  }
}
