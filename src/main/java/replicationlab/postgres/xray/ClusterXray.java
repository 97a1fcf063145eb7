package replicationlab.postgres.xray;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.cluster.ControlFile;
import replicationlab.postgres.cluster.DataDirectory;
import replicationlab.postgres.cluster.PidFile;
import replicationlab.postgres.config.ConfigKind;
import replicationlab.postgres.config.Conninfo;
import replicationlab.postgres.config.HbaClient;
import replicationlab.postgres.config.HbaFile;
import replicationlab.postgres.config.HbaRule;
import replicationlab.postgres.config.ParameterValue;
import replicationlab.postgres.config.SettingLine;
import replicationlab.postgres.config.SettingsTree;

/**
 * What one data directory's files tell, at one moment; needs no server.
 *
 * @param exists whether there is a cluster at all
 * @param major the one that made it: "9.6" or "18"
 * @param mode such as "rwx------"; empty where the system has none
 * @param settings the lines of postgresql.conf, of what it includes, and of postgresql.auto.conf
 * @param recovery the lines of recovery.conf; null if there is none
 * @param hba the rules of pg_hba.conf
 */
public record ClusterXray(
    Cluster cluster,
    boolean exists,
    String major,
    String mode,
    boolean standbySignal,
    boolean recoverySignal,
    Optional<PidFile> pid,
    boolean serverLives,
    Optional<ControlFile> control,
    Optional<BackupLabel> backupLabel,
    WalSegments wal,
    Map<String, String> tablespaces,
    SettingsTree settings,
    @Nullable SettingsTree recovery,
    List<HbaRule> hba) {

  private static final int SIGNALS_SINCE = 12;

  public ClusterXray {
    tablespaces = Map.copyOf(new TreeMap<>(tablespaces));
    hba = List.copyOf(hba);
  }

  /** Looks at a cluster's data directory now. Reads files only. */
  public static ClusterXray of(Cluster cluster) {
    Path path = cluster.data();
    DataDirectory data = new DataDirectory(path);
    return new ClusterXray(
        cluster,
        data.holdsCluster(),
        data.major(),
        mode(path),
        data.has("standby.signal"),
        data.has("recovery.signal"),
        data.pidFile(),
        data.server().isPresent(),
        ControlFile.read(path),
        BackupLabel.read(path),
        WalSegments.of(path),
        Tablespaces.of(path).places(),
        SettingsTree.of(path),
        data.has(ConfigKind.RECOVERY.fileName())
            ? SettingsTree.ofFile(path.resolve(ConfigKind.RECOVERY.fileName()))
            : null,
        hba(path, data.major()));
  }

  /**
   * Who the standby is to the primary; the lab sets PGUSER to postgres for those who name nobody.
   */
  HbaClient asStandby() {
    SettingLine line = exists ? primaryConninfo() : null;
    Conninfo conninfo = Conninfo.parse(line == null ? "" : line.value());
    String user = conninfo.user().isEmpty() ? "postgres" : conninfo.user();
    return new HbaClient(user, Set.of(), conninfo.origin());
  }

  /** A relative path begins where the server is started, which is the workspace. */
  private static List<HbaRule> hba(Path data, String major) {
    String usual = data.resolve(ConfigKind.HBA.fileName()).toString();
    Path file = data.resolveSibling(SettingsTree.of(data).value("hba_file", usual));
    try {
      return HbaFile.read(file, number(major)).rules();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  private static String mode(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }

  /** Whether others than the owner (since 11: and those of its group who only read) may enter. */
  public boolean isTooOpen() {
    if (mode.isEmpty()) {
      return false;
    }
    var set = PosixFilePermissions.fromString(mode);
    boolean group =
        set.contains(PosixFilePermission.GROUP_WRITE)
            || (majorNumber() < 11 && set.contains(PosixFilePermission.GROUP_READ));
    return group
        || set.contains(PosixFilePermission.OTHERS_READ)
        || set.contains(PosixFilePermission.OTHERS_WRITE)
        || set.contains(PosixFilePermission.OTHERS_EXECUTE);
  }

  /** The major as a number, 9 for 9.6; 0 if unknown. */
  public int majorNumber() {
    return number(major);
  }

  private static int number(String major) {
    return major.isEmpty() ? 0 : Integer.parseInt(major.split("\\.", 2)[0]);
  }

  /** Whether its major has signal files and not recovery.conf. */
  public boolean usesSignals() {
    return majorNumber() >= SIGNALS_SINCE;
  }

  /** Whether it would start as a standby. */
  public boolean wouldBeStandby() {
    if (usesSignals()) {
      return standbySignal;
    }
    return recovery != null && ParameterValue.isOn(recovery.value("standby_mode", "off"));
  }

  /** The line that tells how to reach the primary; null if there is none where it counts. */
  public @Nullable SettingLine primaryConninfo() {
    SettingsTree where = usesSignals() ? settings : recovery;
    return where == null ? null : where.effective().get("primary_conninfo");
  }

  /** The first rule that decides about a replication connection from this machine, if any. */
  public Optional<HbaRule> replicationRule(HbaClient standby) {
    return hba.stream().filter(rule -> rule.decides(HbaRule.REPLICATION, standby)).findFirst();
  }

  /** Whether postmaster.pid came with a copy: it names another directory. */
  public boolean pidIsCopied() {
    return pid.isPresent() && !pid.get().belongsTo(cluster.data());
  }
}
