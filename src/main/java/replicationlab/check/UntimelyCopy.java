package replicationlab.check;

import java.time.Instant;
import java.util.Optional;
import replicationlab.postgres.cluster.ControlFile;
import replicationlab.postgres.cluster.ExclusiveBackup;

/**
 * A copy for which a backup is under way, or has just ended, and whose files are older than it:
 * copied before it began, or those of an older standby that were lying there. Looks at what has not
 * been started with the backup's label yet.
 */
final class UntimelyCopy {

  private static final String OF_RUNNING_PRIMARY = "in production";
  private static final String STOPPED_STANDBY = "shut down in recovery";

  private final Scene scene;

  UntimelyCopy(Scene scene) {
    this.scene = scene;
  }

  Optional<Explanation> found() {
    return Diagnosis.first(
        this::madeBeforeOpenBackup,
        () -> new FaultyBackup(scene).outside(),
        () -> new StaleCopy(scene).fresh());
  }

  /** Its end is still to come, so that copying is all that has to be done again. */
  private Optional<Explanation> madeBeforeOpenBackup() {
    return ControlFile.read(scene.system.standby().data())
        .filter(control -> !isBusy() && isOlderThanOpenBackup(control))
        .flatMap(control ->
            switch (control.state()) {
              case OF_RUNNING_PRIMARY ->
                  Optional.of(
                      again(
                          "copy-outside-backup",
                          "data2 was copied before the backup began: what the server has written"
                              + " since is not in it, and the backup's label would begin behind"
                              + " it."));
              case STOPPED_STANDBY ->
                  isStandbyStill(control) ? Optional.empty() : Optional.of(oldStandby());
              default -> Optional.empty();
            });
  }

  /**
   * Whether it only has to be started to go on: somebody else's backup does not concern it. What is
   * no standby any more, or lies beside a new copy, is what a new one should have replaced.
   */
  private boolean isStandbyStill(ControlFile control) {
    return scene.standby.has(scene.signal())
        && scene.nested().isEmpty()
        && ControlFile.read(scene.system.primary().data())
            .filter(primary -> primary.timeline() == control.timeline())
            .isPresent();
  }

  private Explanation oldStandby() {
    String found =
        "data2 still has the files of an older standby, from before the backup began."
            + scene
                .nested()
                .map(nested ->
                    " The copy lies in "
                        + nested
                        + ": cp -R puts a directory into one"
                        + " that is there already.")
                .orElse("");
    return again(scene.nested().isPresent() ? "copy-nested" : "copy-stale", found);
  }

  private static Explanation again(String id, String cause) {
    return new Explanation(
        id,
        cause,
        new Mend()
            .run("cp -p -R data data2")
            .as("Move data2 out of the way and copy again, while the backup is under way."));
  }

  private boolean isBusy() {
    return scene.standby.data().server().isPresent();
  }

  /** Up to 14 the server puts the label beside what is copied; since 15 it comes at the end. */
  private boolean isOlderThanOpenBackup(ControlFile control) {
    if (scene.copyHasLabel()) {
      return false; // It is for the backup of that label, and another one may be under way.
    }
    if (ExclusiveBackup.isKnownTo(scene.major())) {
      return new ExclusiveBackup(scene.system.clusters()).isUnderWay();
    }
    return OpenBackup.begun(scene.primary)
        .filter(this::hasMadeCheckpointSince)
        .map(control.written()::isBefore)
        .orElse(false);
  }

  /** As a backup does when it begins; a session's second call is refused, and makes none. */
  private boolean hasMadeCheckpointSince(Instant begun) {
    return ControlFile.read(scene.system.primary().data())
        .filter(primary -> !primary.written().isBefore(begun))
        .isPresent();
  }
}
