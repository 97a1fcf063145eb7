package replicationlab.checkpoint;

import java.util.Set;
import replicationlab.progress.Progress;

/**
 * A state of the lab that one can go back to.
 *
 * @param id its number, as text
 * @param step the step after which it was taken
 * @param kind why it was taken
 * @param takenMillis when, in milliseconds since 1970
 * @param folder where the workspace was then
 * @param progress what had passed, and on which ports
 * @param running the names of the clusters whose servers ran
 * @param backupOpen whether a base backup was under way: it lives in the primary's memory and
 *     cannot be brought back, only begun again
 * @param bytes what it added to the disk
 */
public record Checkpoint(
    String id,
    String step,
    Kind kind,
    long takenMillis,
    String folder,
    Progress progress,
    Set<String> running,
    boolean backupOpen,
    long bytes) {

  /** Why a checkpoint was taken. */
  public enum Kind {
    /** A step has passed. */
    STEP,
    /** Somebody went back, and this is what there was before. */
    LEFT
  }

  public Checkpoint {
    running = Set.copyOf(running);
  }

  Checkpoint with(String newId, long newBytes) {
    return new Checkpoint(
        newId, step, kind, takenMillis, folder, progress, running, backupOpen, newBytes);
  }
}
