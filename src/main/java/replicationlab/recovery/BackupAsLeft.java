package replicationlab.recovery;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import replicationlab.checkpoint.Checkpoint;
import replicationlab.postgres.cluster.DataDirectory;
import replicationlab.postgres.cluster.ExclusiveBackup;
import replicationlab.progress.Progress;
import replicationlab.run.Workbench;

/**
 * A backup that an interruption has met between its begin and its end.
 *
 * @param checkpoints all there are, the oldest first
 * @param now what has passed
 * @param titleOf a step's title, by its name
 */
record BackupAsLeft(
    Workbench bench, List<Checkpoint> checkpoints, Progress now, UnaryOperator<String> titleOf) {

  Optional<Finding> look() {
    int major = bench.clusters().installation().version().major();
    return ExclusiveBackup.isKnownTo(major) ? ofServer() : ofSession();
  }

  /** Up to 14 it can outlive the session that began it, but never its server. */
  private Optional<Finding> ofServer() {
    ExclusiveBackup backup = new ExclusiveBackup(bench.clusters());
    if (backup.isUnderWay()) {
      return Optional.of(
          Finding.takenUp("A backup is still under way on the primary; go on with its next step."));
    }
    boolean nothingCopied = wasUnderWay() && !backup.copy().holdsCluster();
    return backup.wentWithServer() || backup.leftVoidCopy() || nothingCopied
        ? Optional.of(
            Finding.offered(
                "A backup was under way when the primary went, and it has gone with it; begin it"
                    + " again, and copy again."
                    + back()))
        : Optional.empty();
  }

  /** Since 15 it ends with its session; the label comes with its end. */
  private Optional<Finding> ofSession() {
    boolean labelled = new DataDirectory(bench.clusters().standby().data()).has("backup_label");
    return wasUnderWay() && !labelled
        ? Optional.of(
            Finding.offered(
                "A backup was under way, and it has gone with the lab's session that had begun it;"
                    + " begin it again, and copy again."
                    + back()))
        : Optional.empty();
  }

  /** As far as the checkpoint after the last step tells, if nothing has passed since. */
  private boolean wasUnderWay() {
    return !checkpoints.isEmpty()
        && checkpoints.getLast().backupOpen()
        && checkpoints.getLast().progress().passed().equals(now.passed());
  }

  private String back() {
    return checkpoints.stream()
        .filter(checkpoint -> !checkpoint.backupOpen())
        .filter(checkpoint -> now.passed().containsAll(checkpoint.progress().passed()))
        .reduce((earlier, later) -> later)
        .map(checkpoint -> " Or go back to after '" + titleOf.apply(checkpoint.step()) + "'.")
        .orElse("");
  }
}
