package replicationlab.postgres.xray;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import replicationlab.postgres.cluster.ControlFile;
import replicationlab.postgres.cluster.PidFile;
import replicationlab.postgres.config.Conninfo;
import replicationlab.postgres.config.HbaRule;
import replicationlab.postgres.config.InitdbSettings;
import replicationlab.postgres.config.SettingLine;
import replicationlab.postgres.config.SettingsTree;
import replicationlab.postgres.xray.PairXray.Section;
import replicationlab.postgres.xray.XrayRow.Cell;

/** Lays out what two directories tell, row by row. */
final class XrayBoard {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final String NONE = "–";

  private final ClusterXray primary;
  private final ClusterXray standby;

  XrayBoard(ClusterXray primary, ClusterXray standby) {
    this.primary = primary;
    this.standby = standby;
  }

  List<Section> sections() {
    return List.of(
        new Section("What makes a standby", standbyRows()),
        new Section("Settings in the files", settingRows()),
        new Section("Who may replicate", hbaRows()),
        new Section("What pg_control says", controlRows()),
        new Section("Files", fileRows()));
  }

  private List<XrayRow> standbyRows() {
    List<XrayRow> rows = new ArrayList<>();
    boolean signals = primary.usesSignals() || standby.usesSignals();
    if (signals || primary.standbySignal() || standby.standbySignal()) {
      rows.add(row("standby.signal", x -> flag(x.standbySignal(), x, "standby.signal")));
    }
    if (primary.recoverySignal() || standby.recoverySignal()) {
      rows.add(row("recovery.signal", x -> flag(x.recoverySignal(), x, "recovery.signal")));
    }
    if (!signals || primary.recovery() != null || standby.recovery() != null) {
      rows.add(row("recovery.conf", x -> flag(x.recovery() != null, x, "recovery.conf")));
      Set<String> names = new TreeSet<>();
      names(primary.recovery(), names);
      names(standby.recovery(), names);
      names.remove("primary_conninfo");
      names.forEach(name ->
          rows.add(
              new XrayRow(
                  "recovery:" + name,
                  name,
                  set(primary.recovery(), name),
                  set(standby.recovery(), name))));
    }
    rows.add(row("primary_conninfo", XrayBoard::conninfo));
    rows.add(row("backup_label", XrayBoard::backupLabel));
    rows.add(row("postmaster.pid", XrayBoard::pid));
    return rows;
  }

  private static void names(@Nullable SettingsTree tree, Set<String> names) {
    if (tree != null) {
      names.addAll(tree.effective().keySet());
    }
  }

  private List<XrayRow> settingRows() {
    Set<String> names = new TreeSet<>();
    names(primary.settings(), names);
    names(standby.settings(), names);
    names.remove("primary_conninfo");
    List<XrayRow> rows = new ArrayList<>();
    for (String name : names) {
      XrayRow row =
          new XrayRow(
              "setting:" + name,
              name,
              set(primary.settings(), name),
              set(standby.settings(), name));
      if (row.differs() || !InitdbSettings.isUsual(name, row.primary().text())) {
        rows.add(row);
      }
    }
    // What differs is what one looks for.
    rows.sort((one, other) -> Boolean.compare(other.differs(), one.differs()));
    return rows;
  }

  private List<XrayRow> hbaRows() {
    List<XrayRow> rows = new ArrayList<>();
    int most = Math.max(primary.hba().size(), standby.hba().size());
    rows.add(row("hba", "decides for a standby here", x -> decider(x)));
    for (int i = 0; i < most; i++) {
      int index = i;
      rows.add(row("hba:" + i, "rule " + (i + 1), x -> rule(x, index)));
    }
    return rows;
  }

  private Cell decider(ClusterXray x) {
    return x.replicationRule(standby.asStandby())
        .map(rule -> rule(x, x.hba().indexOf(rule)))
        .orElse(Cell.of(x.exists() ? "no line" : ""));
  }

  private Cell rule(ClusterXray x, int index) {
    if (index >= x.hba().size()) {
      return Cell.EMPTY;
    }
    HbaRule rule = x.hba().get(index);
    Cell cell = Cell.in(rule.words(), rule.file(), rule.line());
    return x.replicationRule(standby.asStandby()).filter(rule::equals).isPresent()
        ? cell.deciding()
        : cell;
  }

  private List<XrayRow> controlRows() {
    List<XrayRow> rows = new ArrayList<>();
    rows.add(control("system identifier", ControlFile::systemIdentifier));
    rows.add(control("cluster state", ControlFile::state));
    rows.add(control("timeline", control -> Integer.toString(control.timeline())));
    rows.add(control("latest checkpoint", ControlFile::checkpoint));
    rows.add(control("replay begins at", ControlFile::redo));
    rows.add(control("consistent from", control -> location(control.minRecovery())));
    rows.add(control("backup began at", control -> location(control.backupStart())));
    rows.add(control("wal_level", ControlFile::walLevel));
    rows.add(control("max_connections", control -> "" + control.maxConnections()));
    rows.add(control("max_worker_processes", control -> "" + control.maxWorkerProcesses()));
    if (primary.control().or(standby::control).filter(c -> c.maxWalSenders() >= 0).isPresent()) {
      rows.add(control("max_wal_senders", control -> "" + control.maxWalSenders()));
    }
    rows.add(
        control("max_prepared_transactions", control -> "" + control.maxPreparedTransactions()));
    rows.add(
        control("max_locks_per_transaction", control -> "" + control.maxLocksPerTransaction()));
    rows.add(control("last written", control -> time(control.written())));
    return rows;
  }

  private List<XrayRow> fileRows() {
    return List.of(
        row("directory", "directory", x -> Cell.of(x.exists() ? x.cluster().data() + "" : NONE)),
        row("mode", "mode", x -> Cell.of(x.mode())),
        row("major", "made by PostgreSQL", x -> Cell.of(x.major())),
        row("wal", "WAL segments", x -> Cell.of(x.exists() ? x.wal().words() : "")),
        row(
            "tablespaces",
            "tablespaces",
            x -> Cell.of(x.exists() ? new Tablespaces(x.tablespaces()).words() : "")));
  }

  private XrayRow row(String key, Function<ClusterXray, Cell> side) {
    return row(key, key, side);
  }

  private XrayRow row(String key, String name, Function<ClusterXray, Cell> side) {
    return new XrayRow(key, name, side.apply(primary), side.apply(standby));
  }

  private XrayRow control(String name, Function<ControlFile, String> value) {
    return row("control:" + name, name, x -> Cell.of(x.control().map(value).orElse("")));
  }

  private static String location(String lsn) {
    return lsn.equals("0/0") ? NONE : lsn;
  }

  private static String time(Instant instant) {
    return TIME.format(instant.atZone(ZoneId.systemDefault()));
  }

  private static Cell flag(boolean there, ClusterXray x, String name) {
    Path file = x.cluster().data().resolve(name);
    return !x.exists() ? Cell.EMPTY : there ? Cell.in("there", file, 0) : Cell.of(NONE);
  }

  private static Cell set(@Nullable SettingsTree tree, String name) {
    SettingLine line = tree == null ? null : tree.effective().get(name);
    return line == null
        ? Cell.EMPTY
        : Cell.in(line.value().isEmpty() ? "''" : line.value(), line.file(), line.line());
  }

  private static Cell conninfo(ClusterXray x) {
    SettingLine line = x.primaryConninfo();
    return line == null
        ? Cell.of(x.exists() ? NONE : "")
        : Cell.in(Conninfo.withoutPassword(line.value()), line.file(), line.line());
  }

  private static Cell backupLabel(ClusterXray x) {
    Path file = x.cluster().data().resolve(BackupLabel.NAME);
    return x.backupLabel()
        .map(label -> Cell.in("'" + label.label() + "', from " + label.startLsn(), file, 0))
        .orElse(Cell.of(x.exists() ? NONE : ""));
  }

  private static Cell pid(ClusterXray x) {
    if (x.pid().isEmpty()) {
      return Cell.of(x.exists() ? NONE : "");
    }
    PidFile pid = x.pid().get();
    String port = pid.port() == 0 ? "" : ", port " + pid.port();
    if (x.serverLives()) {
      return Cell.of("process " + pid.pid() + " runs" + port);
    }
    Path file = x.cluster().data().resolve(PidFile.NAME);
    return x.pidIsCopied()
        ? Cell.in("copied: process " + pid.pid() + " of " + name(pid.data()), file, 0)
        : Cell.in("stale: process " + pid.pid() + " is gone", file, 0);
  }

  private static String name(String path) {
    return String.valueOf(Path.of(path).getFileName());
  }
}
