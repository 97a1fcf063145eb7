package replicationlab.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import replicationlab.postgres.cluster.ControlFile;

/**
 * A standby with an old directory's files: the new copy was put inside it, or nowhere, and only the
 * label is the new backup's. It starts there, and leaves out all WAL in between.
 */
final class StaleCopy {

  private static final String STOPPED_STANDBY = "shut down in recovery";
  private static final Pattern FOUND = Pattern.compile("database system was (.*)");

  /** Said since 15, whose label is put into the copy by hand. */
  private static final Pattern FROM_LABEL = Pattern.compile("starting backup recovery with redo");

  private final Scene scene;

  StaleCopy(Scene scene) {
    this.scene = scene;
  }

  /** The log tells that what was started with the label had been a standby before. */
  Optional<Explanation> started(List<String> log) {
    return Diagnosis.when(
        beganAsOldStandby(log),
        () ->
            because(
                "The standby has an old directory's files, and only the label is the new"
                    + " backup's: it began there and left out all that was written in between."));
  }

  /** The same, of what has not been started yet. */
  Optional<Explanation> fresh() {
    boolean old =
        CopyLabel.fresh(scene.system.standby().data())
            .flatMap(label ->
                ControlFile.read(scene.system.standby().data())
                    .filter(control -> control.state().equals(STOPPED_STANDBY))
                    .map(control -> label.isYoungerThan(control.checkpoint())))
            .orElse(false);
    return Diagnosis.when(
        old,
        () ->
            because(
                "data2 still has the files of an older standby, and only the label is the new"
                    + " backup's: it would begin there and leave out all that was written in"
                    + " between."));
  }

  static boolean beganAsOldStandby(List<String> log) {
    boolean old = false;
    String found = "";
    for (String line : log) {
      var words = FOUND.matcher(line);
      if (words.find()) {
        found = words.group(1);
        old &= found.startsWith(STOPPED_STANDBY) || found.contains("in recovery");
      } else if (FROM_LABEL.matcher(line).find()) {
        old = found.startsWith(STOPPED_STANDBY);
      }
    }
    return old;
  }

  /** What was found, and where the new copy is, if it can be seen. */
  Explanation because(String finding) {
    return scene
        .nested()
        .map(nested ->
            new Explanation(
                "copy-nested",
                finding
                    + " The copy lies in "
                    + nested
                    + " and not in data2: cp -R puts a directory into one that is there already,"
                    + " and that kept its old files.",
                FreshCopy.of(scene).as("Move data2 out of the way and copy again.")))
        .orElseGet(() ->
            new Explanation(
                "copy-stale",
                finding,
                FreshCopy.of(scene)
                    .as("Make it anew from a fresh copy, in a data2 that is not there before.")));
  }
}
