package replicationlab.postgres.xray;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import replicationlab.postgres.cluster.ControlFile;
import replicationlab.postgres.config.ConfigKind;
import replicationlab.postgres.config.HbaClient;
import replicationlab.postgres.config.HbaRule;
import replicationlab.postgres.config.SettingLine;

/** Whether the primary would let a standby stream from it. */
final class PrimaryFindings extends Findings {

  private final ClusterXray primary;
  private final ClusterXray standby;

  PrimaryFindings(ClusterXray primary, ClusterXray standby, List<XrayFinding> found) {
    super(found);
    this.primary = primary;
    this.standby = standby;
  }

  @Override
  void look() {
    if (primary.wouldBeStandby() && !standby.wouldBeStandby()) {
      problem(
          primary.usesSignals() ? "standby.signal" : "recovery.conf",
          "The primary's directory says standby: its server would wait for a primary of its own."
              + " Delete that file there.");
    }
    if (value(primary, "wal_level").equals("minimal")) {
      problem(
          "setting:wal_level",
          "The primary's wal_level is minimal: its WAL lacks what a standby needs. Set it to"
              + " replica and restart the primary.",
          primary.settings().effective().get("wal_level"),
          conf(primary));
    }
    if (value(primary, "max_wal_senders").equals("0")) {
      problem(
          "setting:max_wal_senders",
          "The primary's max_wal_senders is 0: no process may send WAL. Set it to 1 or more and"
              + " restart the primary.",
          primary.settings().effective().get("max_wal_senders"),
          conf(primary));
    }
    hba();
    notTakenYet("max_connections", ControlFile::maxConnections);
    if (primary.control().filter(control -> control.maxWalSenders() >= 0).isPresent()) {
      notTakenYet("max_wal_senders", ControlFile::maxWalSenders);
    }
    primary
        .backupLabel()
        .ifPresent(label ->
            note(
                "backup_label",
                primary.serverLives()
                    ? "A backup of the primary is under way since " + label.startTime() + "."
                    : "The primary has a backup_label that nobody removed: a backup was never"
                        + " ended.",
                primary.cluster().data().resolve(BackupLabel.NAME)));
  }

  private void hba() {
    HbaClient client = standby.asStandby();
    Optional<HbaRule> rule = primary.replicationRule(client);
    var file = primary.cluster().data().resolve(ConfigKind.HBA.fileName());
    if (rule.isEmpty() && !asksForGroups()) {
      problem(
          "hba",
          "No line of the primary's pg_hba.conf lets "
              + client.user()
              + " replicate from this machine (the word all does not cover it). Add: host"
              + " replication all 127.0.0.1/32 trust, and reload.",
          file,
          0);
    } else if (rule.filter(HbaRule::rejects).isPresent()) {
      problem(
          "hba",
          "The first line of the primary's pg_hba.conf that fits a standby here rejects it; later"
              + " lines do not count.",
          rule.get().file(),
          rule.get().line());
    }
  }

  /** Who is a member of a group is known to the server only. */
  private boolean asksForGroups() {
    return primary.hba().stream()
        .filter(HbaRule::isAboutReplication)
        .anyMatch(rule -> rule.users().stream().anyMatch(user -> user.startsWith("+")));
  }

  /** pg_control holds what the server was started with. */
  private void notTakenYet(String name, ToIntFunction<ControlFile> started) {
    SettingLine line = primary.settings().effective().get(name);
    if (!primary.serverLives() || line == null || primary.control().isEmpty()) {
      return;
    }
    int now = started.applyAsInt(primary.control().get());
    if (line.value().matches("\\d{1,9}") && Integer.parseInt(line.value()) != now) {
      String sentence =
          "The primary runs with %s = %d; the file says %s. Restart it."
              .formatted(name, now, line.value());
      if (now == 0) {
        problem("setting:" + name, sentence, line.file(), line.line());
      } else {
        note("setting:" + name, sentence, line.file());
      }
    }
  }
}
