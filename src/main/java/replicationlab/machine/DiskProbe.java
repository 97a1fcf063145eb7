package replicationlab.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Room for two clusters and the WAL that the primary keeps for the standby: 800 MB at most. */
final class DiskProbe implements Probe {

  /** Answers with the bytes that are free where a folder is. */
  interface Room {
    long at(Path folder) throws IOException;
  }

  private static final long LEAST_MB = 300;
  private static final long COMFORTABLE_MB = 1_500;

  private final LabPlan plan;
  private final Room room;

  DiskProbe(LabPlan plan) {
    this(plan, folder -> Files.getFileStore(folder).getUsableSpace());
  }

  DiskProbe(LabPlan plan, Room room) {
    this.plan = plan;
    this.room = room;
  }

  @Override
  public String name() {
    return "Disk space";
  }

  @Override
  public Diagnosis look() throws IOException {
    Path ground = plan.ground();
    long free = room.at(ground) / 1_000_000;
    String measured = "%d MB free at %s".formatted(free, ground);
    if (!Files.isWritable(ground)) {
      return Diagnosis.problem(
          name(),
          "nothing can be written to " + ground,
          "Choose a workspace in a folder of yours, with --workspace or in the window.");
    }
    if (free < LEAST_MB) {
      return Diagnosis.problem(
          name(),
          measured,
          "Make room, or choose a workspace on another disk: the lab needs at least %d MB."
              .formatted(LEAST_MB));
    }
    return free < COMFORTABLE_MB
        ? Diagnosis.warning(
            name(),
            measured,
            "Make room for %d MB: the primary keeps up to 800 MB of WAL.".formatted(COMFORTABLE_MB))
        : Diagnosis.ok(name(), measured);
  }
}
