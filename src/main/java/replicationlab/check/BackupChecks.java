package replicationlab.check;

import java.util.List;
import java.util.Optional;
import replicationlab.postgres.cluster.ControlFile;
import replicationlab.postgres.cluster.DataDirectory;
import replicationlab.postgres.cluster.ExclusiveBackup;

/** Checks of the file-system backup from which the standby is made. */
final class BackupChecks {

  /** The name of the lab's session in which a backup lives since PostgreSQL 15. */
  static final String SESSION = "backup";

  private static final String LABEL = "backup_label";
  private static final String NOT_BEGUN = "backup-not-begun";

  private BackupChecks() {}

  private static DataDirectory copy(LabSystem system) {
    return new DataDirectory(system.standby().data());
  }

  private static boolean isCopyOfPrimary(LabSystem system) {
    DataDirectory primary = new DataDirectory(system.primary().data());
    return copy(system).holdsCluster()
        && primary.systemIdentifier().isPresent()
        && copy(system).systemIdentifier().equals(primary.systemIdentifier());
  }

  /**
   * Its label says where to start replaying; a standby that has started has renamed it to {@code
   * backup_label.old}.
   */
  private static boolean hasLabel(LabSystem system) {
    return copy(system).has(LABEL) || copy(system).has(LABEL + ".old");
  }

  /**
   * Whether the copy is of a server that was stopped, so that nothing is to be replayed; or has
   * been a standby since, and began where it should.
   */
  private static boolean needsNoLabel(LabSystem system, Asking asking) {
    return switch (ControlFile.read(system.standby().data()).map(ControlFile::state).orElse("")) {
      case "shut down" -> true;
      case "shut down in recovery", "in archive recovery" ->
          new LabelRow(system, asking).beganAtLabel().verdict() == Verdict.PASSED;
      default -> false;
    };
  }

  /** The lab's own, or anybody's that has begun a backup and asked for nothing since. */
  private static boolean isSessionOpen(LabSystem system, Asking asking) {
    return system.sessionOpen().test(SESSION)
        || asking.ask(system.primary(), OpenBackup.IS_OPEN).first().equals("t");
  }

  /** {@code backup-begun}: one is under way, or the copy that it was for is there already. */
  static CheckResult begun(LabSystem system, Asking asking, List<String> arguments) {
    Finding finding = Finding.of("backup-begun", "Has a backup been begun on the primary?");
    boolean isVoid = new ExclusiveBackup(system.clusters()).leftVoidCopy();
    if (isCopyOfPrimary(system) && hasLabel(system) && !isVoid) {
      return finding
          .asked("data2")
          .answered("a copy with its backup label is there already")
          .passed();
    }
    if (isCopyOfPrimary(system) && needsNoLabel(system, asking)) {
      return finding.asked("data2").answered("a copy that needs no label is there").passed();
    }
    if (system.major() >= 15) {
      boolean open = isSessionOpen(system, asking);
      return finding
          .asked("the session that called pg_backup_start()")
          .asked(OpenBackup.IS_OPEN)
          .answered(open ? "open" : "none is open")
          .verdict(
              open,
              () ->
                  Explanation.of(
                      NOT_BEGUN,
                      "Since PostgreSQL 15 a backup lasts only as long as the session that began"
                          + " it, and none is open.",
                      "Run this step; the lab then keeps its session open."),
              system);
    }
    String sql = "SELECT pg_is_in_backup()";
    Asking.Answer answer = asking.ask(system.primary(), sql);
    Finding all = finding.asked(sql).answered(answer.raw());
    if (!answer.answered()) {
      return notAnswered(all, answer);
    }
    return all.verdict(
        answer.first().equals("t"),
        () ->
            new Explanation(
                NOT_BEGUN,
                "No backup is under way.",
                new Mend()
                    .sql(5432, "SELECT pg_start_backup('testing', true)")
                    .as("Begin one on the primary.")),
        system);
  }

  private static CheckResult notAnswered(Finding finding, Asking.Answer answer) {
    return answer.tellsNothing()
        ? finding.undetermined(
            "The primary did not let the checker in.", "Read its words above and check again.")
        : finding.failed(
            "The primary does not answer, so no backup can be under way.", "Start the primary.");
  }

  /** {@code copied}: data2 is a copy of this primary, made in time, and not half of one. */
  static CheckResult copied(LabSystem system, Asking asking, List<String> arguments) {
    DataDirectory primary = new DataDirectory(system.primary().data());
    Finding finding =
        Finding.of("copied", "Is data2 a copy of the primary's data directory?")
            .asked("system identifiers in data/global/pg_control and data2/global/pg_control")
            .answered("data  " + primary.systemIdentifier().orElse("not there"))
            .answered("data2 " + copy(system).systemIdentifier().orElse("not there"));
    if (!copy(system).holdsCluster()) {
      return finding.failed(
          copyAgain("not-copied", "There is no complete data directory in data2."), system);
    }
    if (!isCopyOfPrimary(system)) {
      return finding.failed(
          copyAgain("not-a-copy", "data2 is a cluster of its own and not a copy of the primary."),
          system);
    }
    Scene scene = new Scene(system, asking);
    Optional<Explanation> faulty =
        Diagnosis.first(new FaultyBackup(scene)::cutShort, new UntimelyCopy(scene)::found);
    if (faulty.isPresent()) {
      return finding.failed(faulty.get(), system);
    }
    String walFolder = scene.walFolder();
    return finding.verdict(
        copy(system).has(walFolder) && copy(system).has("base"),
        () ->
            copyAgain(
                "copy-incomplete", "The copy is not complete: it lacks base or " + walFolder + "."),
        system);
  }

  /** The lab puts aside what is in data2. */
  private static Explanation copyAgain(String id, String cause) {
    return new Explanation(
        id,
        cause,
        new Mend().run("cp -p -R data data2").as("Copy the whole data directory into data2."));
  }

  /** {@code backup-ended}: no backup is under way, and the copy has its label. */
  static CheckResult ended(LabSystem system, Asking asking, List<String> arguments) {
    Finding finding =
        Finding.of("backup-ended", "Has the backup ended, and does the copy have its label?")
            .asked("data2/" + LABEL);
    if (!isCopyOfPrimary(system)) {
      return finding
          .answered("no copy")
          .failed("There is no copy of the primary in data2.", "Do the earlier steps first.");
    }
    boolean without = !hasLabel(system) && needsNoLabel(system, asking);
    Finding all =
        finding.answered(
            hasLabel(system) ? "there" : without ? "not there, and not needed" : "not there");
    if (!hasLabel(system) && !without) {
      return all.failed(labelMissing(system, asking), system);
    }
    Scene scene = new Scene(system, asking);
    FaultyBackup backup = new FaultyBackup(scene);
    Optional<Explanation> faulty =
        Diagnosis.first(backup::labelBroken, backup::cutShort, new UntimelyCopy(scene)::found);
    if (faulty.isPresent()) {
      return all.failed(faulty.get(), system);
    }
    if (system.major() >= 15) {
      boolean open = isSessionOpen(system, asking);
      return all.verdict(
          !open,
          "The session that began the backup is still open.",
          "SELECT labelfile FROM pg_backup_stop() in that session.");
    }
    String sql = "SELECT pg_is_in_backup()";
    Asking.Answer answer = asking.ask(system.primary(), sql);
    Finding asked = all.asked(sql).answered(answer.raw());
    return answer.answered()
        ? asked.verdict(
            answer.first().equals("f"),
            () ->
                new Explanation(
                    "backup-not-ended",
                    "The backup is still under way; the primary would not even stop.",
                    new Mend().sql(5432, "SELECT pg_stop_backup()").as("End it.")),
            system)
        : notAnswered(asked, answer);
  }

  private static Explanation labelMissing(LabSystem system, Asking asking) {
    return new Explanation(
        "backup-label-missing",
        "Without backup_label the copy would replay from the wrong place and could be damaged"
            + " without a word.",
        FreshCopy.copied(new Scene(system, asking))
            .as(
                system.major() >= 15
                    ? "Begin the backup again, copy again, and write the labelfile that"
                        + " pg_backup_stop() returns into data2/backup_label."
                    : "Begin the backup before you copy: the server writes backup_label into data,"
                        + " and cp takes it along."));
  }

  /** {@code no-copied-pid}: the copy has no pid file, or its own server's. */
  static CheckResult noCopiedPid(LabSystem system, Asking asking, List<String> arguments) {
    Finding finding =
        Finding.of("no-copied-pid", "Is data2 free of the primary's postmaster.pid?")
            .asked("data2/postmaster.pid");
    if (!copy(system).holdsCluster()) {
      return finding
          .answered("no copy")
          .failed("There is no copy in data2 yet.", "Do the earlier steps first.");
    }
    if (!copy(system).has("postmaster.pid")) {
      return finding.answered("not there").passed();
    }
    boolean own =
        copy(system).pidFile().filter(pid -> pid.belongsTo(system.standby().data())).isPresent();
    return finding
        .answered(
            own
                ? "the standby's own"
                : "names " + copy(system).pidFile().map(pid -> pid.data()).orElse("nobody"))
        .verdict(
            own,
            () ->
                new Explanation(
                    "copied-pid-file",
                    "postmaster.pid was copied from the primary and names its process.",
                    new Mend().run("rm data2/postmaster.pid").as("Remove the copied file.")),
            system);
  }
}
