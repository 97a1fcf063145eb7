package replicationlab.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Gatherers;
import replicationlab.lab.CheckSpec;

/**
 * The checks that a lab's author may name, each by the word that stands first in a line of a {@code
 * check} block. To add one, write it beside its like and name it here.
 */
public final class LabChecks {

  /** One kind of check. */
  @FunctionalInterface
  interface Kind {
    CheckResult look(LabSystem system, Asking asking, List<String> arguments);
  }

  /** More than any step has. */
  private static final int AT_ONCE = 16;

  private static final Map<String, Kind> KINDS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("cluster", ClusterChecks::created),
              Map.entry("running", ClusterChecks::running),
              Map.entry("in-recovery", ClusterChecks::inRecovery),
              Map.entry("setting", SettingChecks::setting),
              Map.entry("sockets", SocketChecks::inWorkspace),
              Map.entry("keeps-wal", SettingChecks::keepsWal),
              Map.entry("hba", SettingChecks::hba),
              Map.entry("backup-begun", BackupChecks::begun),
              Map.entry("copied", BackupChecks::copied),
              Map.entry("backup-ended", BackupChecks::ended),
              Map.entry("no-copied-pid", BackupChecks::noCopiedPid),
              Map.entry("standby-configured", StandbyChecks::configured),
              Map.entry(
                  "streaming",
                  (system, asking, arguments) -> new StreamRows(system, asking).receiverStreams()),
              Map.entry("any-table", TableChecks::anyTable),
              Map.entry("table", TableChecks::table),
              Map.entry("rows", TableChecks::rows)));

  /** The check that is all of {@link ReplicationProof}. */
  public static final String PROOF = "proof";

  private LabChecks() {}

  /** The names that exist. */
  public static Set<String> names() {
    Set<String> names = new TreeSet<>(KINDS.keySet());
    names.add(PROOF);
    return names;
  }

  /** Whether a word of a check is one that cannot be anything but a name or a value in SQL. */
  public static boolean isPlain(String argument) {
    return argument.matches("[\\p{L}\\p{Nd}_.:,+=-]*");
  }

  /**
   * Carries out a step's checks; answers in their order. They do not depend on each other and may
   * each have to start a program, so they are carried out at the same time.
   */
  public static List<CheckResult> look(LabSystem system, List<CheckSpec> specs) {
    return look(system, specs, false);
  }

  /** The same for nobody in particular: does not ask a server again that has turned us away. */
  public static List<CheckResult> glance(LabSystem system, List<CheckSpec> specs) {
    return look(system, specs, true);
  }

  private static List<CheckResult> look(LabSystem system, List<CheckSpec> specs, boolean patient) {
    try (Asking asking = new Asking(system.left(), patient)) {
      return specs.stream()
          .gather(
              Gatherers.mapConcurrent(
                  AT_ONCE,
                  spec ->
                      spec.name().equals(PROOF)
                          ? new ReplicationProof(system).run(row -> {}).checks()
                          : List.of(one(system, asking, spec))))
          .flatMap(List::stream)
          .toList();
    }
  }

  private static CheckResult one(LabSystem system, Asking asking, CheckSpec spec) {
    Kind kind = KINDS.get(spec.name());
    if (kind == null) {
      return Finding.of(spec.name(), "Which check is '" + spec.name() + "'?")
          .undetermined(
              "The lab names a check that does not exist.",
              "The lab's author may use: " + String.join(", ", names()));
    }
    if (!spec.arguments().stream().allMatch(LabChecks::isPlain)) {
      return Finding.of(spec.name(), "What does '" + spec.name() + "' ask?")
          .undetermined(
              "A check's words may hold letters, digits and _ . : , + = - only.",
              "The lab's author may write: check_name primary some_name");
    }
    return kind.look(system, asking, spec.arguments().stream().map(system.wording()).toList());
  }
}
