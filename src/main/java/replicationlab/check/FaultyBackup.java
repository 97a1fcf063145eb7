package replicationlab.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import replicationlab.postgres.cluster.ControlFile;
import replicationlab.postgres.cluster.ExclusiveBackup;

/** What is wrong with the backup from which the standby was copied. */
final class FaultyBackup {

  private static final String NONE = "0/0";

  private final Scene scene;

  FaultyBackup(Scene scene) {
    this.scene = scene;
  }

  /** Why the copy runs and does not become consistent. */
  Optional<Explanation> unfinished() {
    return Diagnosis.first(this::notEnded, this::cancelled);
  }

  private Optional<Explanation> notEnded() {
    return Diagnosis.when(
        inBackup().equals("t"),
        () ->
            new Explanation(
                "backup-not-ended",
                "The backup has not been ended on the primary, so the copy cannot become"
                    + " consistent: it waits for the record of the backup's end.",
                new Mend()
                    .sql(5432, "SELECT pg_stop_backup()")
                    .as("End the backup; the standby goes on by itself.")));
  }

  /** Since 15 a backup is its session's, and no copy has a label before the end. */
  private String inBackup() {
    return scene.major() < 15 ? scene.primary.ask("SELECT pg_is_in_backup()").orElse("") : "";
  }

  /** A backup that ended has left a file in the WAL's folder, and one that was cut short none. */
  Optional<Explanation> cancelled() {
    String begin =
        ControlFile.read(scene.system.standby().data()).map(ControlFile::backupStart).orElse(NONE);
    boolean saysSo = scene.standby.log().says("PANIC: +online backup was canceled");
    return Diagnosis.when(
        !begin.equals(NONE) && (saysSo || (inBackup().equals("f") && !hasEnded(begin))),
        () ->
            new Explanation(
                "backup-cancelled",
                "The backup was cut short, as by a stop of the primary, so the record of its end,"
                    + " for which the copy waits, will never come.",
                FreshCopy.of(scene)
                    .as("Begin a backup, copy, end the backup, and leave the primary running.")));
  }

  /** The same, of a copy that has not been started yet. */
  Optional<Explanation> cutShort() {
    return Diagnosis.when(
        new ExclusiveBackup(scene.system.clusters()).leftVoidCopy(),
        () ->
            new Explanation(
                "backup-cancelled",
                "The backup went with the primary, which was stopped or killed before it had ended,"
                    + " so the record of its end, for which this copy would wait, will never"
                    + " come.",
                again()
                    .as("Begin a backup, copy, end the backup, and leave the primary running.")));
  }

  private boolean hasEnded(String begin) {
    Path folder = scene.system.primary().data().resolve(scene.walFolder());
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".backup"))
          .anyMatch(file -> text(file).contains("START WAL LOCATION: " + begin + " "));
    } catch (IOException e) {
      return true; // and so it is not blamed
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  /** The server takes the label byte by byte, with nothing before or behind. */
  Optional<Explanation> labelBroken() {
    return Diagnosis.when(
        CopyLabel.fresh(scene.system.standby().data()).filter(CopyLabel::isReadable).isEmpty()
            && scene.copyHasLabel(),
        () ->
            new Explanation(
                "backup-label-broken",
                "data2/backup_label is not as the server gave it out: signs were added, such as"
                    + " those with which psql draws a table.",
                again()
                    .as(
                        "Copy again, and write the label byte by byte as it comes, as by psql"
                            + " -At.")));
  }

  /** A copy that has not been started yet, and was made before the backup began. */
  Optional<Explanation> outside() {
    Path data = scene.system.standby().data();
    boolean older =
        CopyLabel.fresh(data)
            .flatMap(label ->
                ControlFile.read(data)
                    .filter(ControlFile::isPrimarys)
                    .map(control -> label.isYoungerThan(control.checkpoint())))
            .orElse(false);
    return Diagnosis.when(older, () -> outside("before it"));
  }

  private Explanation outside(String when) {
    return new Explanation(
        "copy-outside-backup",
        "The copy was not made between the begin and the end of a backup"
            + (when.isEmpty() ? "" : ", but " + when)
            + ". A standby from it would follow, and might be damaged without a word.",
        again().as("Begin a backup, then copy, then end the backup."));
  }

  /** What the log says of a copy from which the server cannot recover. */
  Optional<Explanation> copyBroken(ServerLog log) {
    return Diagnosis.when(
        log.says(
            "(FATAL|PANIC): .*(could not locate (a valid|required) checkpoint|invalid checkpoint"
                + " record|WAL ends before (end of online|consistent))"),
        () ->
            new Explanation(
                "copy-broken",
                "The copy has no point from which to recover: it was not made between the backup's"
                    + " begin and its end, or it lacks WAL.",
                FreshCopy.of(scene).as("Begin a backup, copy, end the backup.")));
  }

  /** What has not been made a standby yet is only copied. */
  private Mend again() {
    return scene.standby.has(scene.signal()) ? FreshCopy.of(scene) : FreshCopy.copied(scene);
  }

  /** The first start of the copy, as the log tells it, does not fit the copy's label. */
  Optional<Explanation> outsideBackup(List<String> log) {
    Optional<CopyLabel> label = CopyLabel.of(scene.system.standby().data(), log);
    boolean outside = label.map(found -> found.isYoungerThanCopy(log)).orElse(scene.major() < 15);
    return Diagnosis.when(outside, () -> outside(label.isPresent() ? "before it" : ""));
  }
}
