package replicationlab.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The proof's row about where replay of the copy began. Without the backup's label a copy of a
 * running server starts from the wrong place and may be damaged, and nothing says so.
 */
final class LabelRow {

  private static final Pattern FIRST_WORDS =
      Pattern.compile("database system was (shut down at|interrupted; last known up)");

  /** Said since 15, whatever became of the label afterwards. */
  private static final Pattern FROM_LABEL = Pattern.compile("starting backup recovery with redo");

  private final LabSystem system;
  private final Asking asking;

  LabelRow(LabSystem system, Asking asking) {
    this.system = system;
    this.asking = asking;
  }

  CheckResult beganAtLabel() {
    Scene scene = new Scene(system, asking);
    Finding finding =
        Finding.of("backup-label", "Did replay of the copy begin where its backup began?")
            .asked("data2/backup_label, data2/backup_label.old");
    List<String> log = log(scene);
    FaultyBackup backup = new FaultyBackup(scene);
    if (CopyLabel.of(system.standby().data(), log).isPresent()) {
      Finding there = finding.asked("the standby's log").answered("there");
      return new StaleCopy(scene)
          .started(log)
          .or(() -> backup.outsideBackup(log))
          .map(why -> there.failed(why, system))
          .orElseGet(there::passed);
    }
    String first = firstWords(log);
    Finding all = finding.asked("the standby's log").answered("no label").answered(first);
    if (first.contains("was interrupted") && !FROM_LABEL.matcher(first).find()) {
      return all.failed(
          backup.outsideBackup(log).orElseGet(() -> LabelRow.labelMissing(scene)), system);
    }
    Optional<Explanation> stale = new StaleCopy(scene).started(log);
    if (stale.isPresent()) {
      return all.failed(stale.get(), system);
    }
    // A copy of a stopped server needs none, and one that is read need not be kept.
    return all.passed();
  }

  /**
   * How the server found the newest copy when it first started there; what has been a standby
   * before was "in recovery". If it read a label then, that line too.
   */
  private static String firstWords(List<String> log) {
    String words =
        log.stream()
            .filter(line -> FIRST_WORDS.matcher(line).find() || FROM_LABEL.matcher(line).find())
            .reduce(
                "",
                (before, line) ->
                    FROM_LABEL.matcher(line).find() && !before.isEmpty()
                        ? before + "\n" + line
                        : line);
    return words.isEmpty() ? "the log does not tell of the first start" : words;
  }

  /** A log that ends before the copy was made tells nothing of it. */
  private static List<String> log(Scene scene) {
    Path label = scene.system.standby().data().resolve(CopyLabel.USED);
    Path log = scene.standby.log().file();
    try {
      boolean older =
          Files.exists(label)
              && Files.getLastModifiedTime(log).compareTo(Files.getLastModifiedTime(label)) < 0;
      return older
          ? List.of()
          : Files.readString(log, StandardCharsets.ISO_8859_1).lines().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Explanation labelMissing(Scene scene) {
    return new Explanation(
        "backup-label-missing",
        "The copy of a running server was started without backup_label, so replay began at the"
            + " wrong place: the standby follows, and may be damaged without a word.",
        FreshCopy.of(scene)
            .as("Copy again; what pg_backup_stop() answers belongs into data2/backup_label."));
  }
}
