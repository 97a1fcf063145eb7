package replicationlab.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import replicationlab.postgres.config.Conninfo;
import replicationlab.postgres.config.HbaClient;
import replicationlab.postgres.config.HbaFile;
import replicationlab.postgres.config.HbaRule;

/** What on the primary keeps a standby out that connects as it should. */
final class LostAccess {

  private static final String LINE = "host  replication  all  127.0.0.1/32  trust";

  private final Scene scene;
  private final Conninfo conninfo;

  LostAccess(Scene scene) {
    this.scene = scene;
    this.conninfo = Conninfo.parse(scene.recoverySetting("primary_conninfo").orElse(""));
  }

  Optional<Explanation> find() {
    if (!scene.primary.answers()) {
      return Optional.empty();
    }
    return Diagnosis.first(
        this::notRestarted,
        this::minimal,
        this::senders,
        this::sendersTaken,
        this::hba,
        this::slot);
  }

  private Optional<Explanation> notRestarted() {
    boolean pending =
        scene
            .primary
            .ask(
                "SELECT count(*) FROM pg_settings WHERE pending_restart AND name IN"
                    + " ('max_wal_senders', 'wal_level', 'max_replication_slots')")
            .filter(count -> !count.equals("0"))
            .isPresent();
    boolean differs = pending || differs("max_wal_senders") || differs("wal_level");
    return Diagnosis.when(
        differs && keptOut(),
        () ->
            new Explanation(
                "not-restarted",
                "The primary's settings have been changed in the file, and the server has not been"
                    + " restarted since.",
                new Mend().restart("data").as("Restart the primary.")));
  }

  /** What the server uses, and not what stands in its files, keeps a standby out. */
  private boolean keptOut() {
    boolean noSlots = scene.primary.live("max_replication_slots").filter("0"::equals).isPresent();
    return isMinimal()
        || hasNoSenders()
        || othersTakeSenders()
        || (noSlots && !slotName().isBlank());
  }

  private boolean isMinimal() {
    return scene.primary.live("wal_level").filter("minimal"::equals).isPresent();
  }

  private boolean hasNoSenders() {
    return scene.primary.live("max_wal_senders").filter("0"::equals).isPresent();
  }

  private boolean differs(String name) {
    Optional<String> filed = scene.primary.filed(name).map(LostAccess::plain);
    return filed.isPresent() && !filed.equals(scene.primary.live(name).map(LostAccess::plain));
  }

  private static String plain(String level) {
    return Set.of("hot_standby", "archive").contains(level) ? "replica" : level;
  }

  private Optional<Explanation> minimal() {
    return Diagnosis.when(
        isMinimal(),
        () ->
            new Explanation(
                "wal-level-minimal",
                "The primary's wal_level is minimal, so its WAL lacks what a standby needs.",
                // The standby comes first: it ends by itself once it reads of the minimal WAL.
                (scene.standby.data().server().isPresent() ? new Mend().stop("data2") : new Mend())
                    .also(scene.primary.set("wal_level", "hot_standby"))
                    .also(scene.primary.set("max_wal_senders", "10"))
                    .restart("data")
                    .also(FreshCopy.ofStopped(scene))
                    .as(
                        "Let it write enough, restart it, and make the standby anew from a fresh"
                            + " copy.")));
  }

  private Optional<Explanation> senders() {
    return Diagnosis.when(
        hasNoSenders(),
        () ->
            moreSenders(
                "max-wal-senders-zero",
                "max_wal_senders is 0 on the primary, so no process may send WAL to the standby."));
  }

  private Optional<Explanation> sendersTaken() {
    return Diagnosis.when(
        othersTakeSenders(),
        () ->
            moreSenders(
                "wal-senders-taken",
                "All of the primary's max_wal_senders are taken by others than this standby."));
  }

  private boolean othersTakeSenders() {
    String own =
        conninfo
            .values()
            .getOrDefault(
                "application_name",
                scene
                    .standby
                    .setting("cluster_name")
                    .filter(name -> !name.isEmpty())
                    .orElse("walreceiver"));
    // One of its name may be another, if the standby has been told that there is no place.
    boolean told =
        scene.standby.log().since("started streaming WAL").says("exceeds \"?max_wal_senders");
    String sql =
        "SELECT count(*) >= current_setting('max_wal_senders')::int AND ("
            + told
            + " OR count(*) FILTER (WHERE application_name = '"
            + own.replace("'", "''")
            + "') = 0) FROM pg_stat_replication";
    return scene.primary.ask(sql).filter("t"::equals).isPresent();
  }

  private Explanation moreSenders(String id, String cause) {
    // The standby may not have less than the primary (since 12), so it comes first.
    return new Explanation(
        id,
        cause,
        scene
            .standby
            .set("max_wal_senders", "10")
            .also(scene.primary.set("max_wal_senders", "10"))
            .bring(scene.standby)
            .restart("data")
            .as("Allow some, and restart both."));
  }

  private Optional<Explanation> hba() {
    Path file = scene.primary.hbaFile();
    HbaFile hba;
    try {
      hba = HbaFile.read(file, scene.major());
    } catch (IOException e) {
      return Optional.empty();
    }
    HbaClient client = client();
    Optional<HbaRule> rule = hba.decides(HbaRule.REPLICATION, client);
    return Diagnosis.first(
        () -> new BrokenFiles(scene, scene.primary).hba(),
        () -> Diagnosis.when(rule.isEmpty(), () -> noLine(hba, client)),
        () -> rule.flatMap(this::refuses),
        () -> notReloaded(file));
  }

  private HbaClient client() {
    String user = conninfo.user().isEmpty() ? "postgres" : conninfo.user();
    String groups =
        "WITH RECURSIVE has(role) AS (SELECT r.oid FROM pg_roles r WHERE r.rolname = '"
            + user.replace("'", "''")
            // Since 16 pg_auth_members has a column oid too.
            + "' UNION SELECT m.roleid FROM pg_auth_members m JOIN has h ON m.member = h.role)"
            + " SELECT string_agg(r.rolname, ',') FROM pg_roles r JOIN has h ON r.oid = h.role";
    List<String> names = List.of(scene.primary.ask(groups).orElse("").split(",", -1));
    return new HbaClient(user, Set.copyOf(names), conninfo.origin());
  }

  private Explanation noLine(HbaFile hba, HbaClient client) {
    String file = scene.primary.hbaName();
    Optional<HbaRule> near = hba.nearMiss(scene.major() >= 10);
    Remedy remedy =
        new Mend()
            .hba(file, LINE)
            .reload("data")
            .as(
                "Add a line for it and reload the primary; the standby tries again within 5"
                    + " seconds.");
    if (near.isEmpty()) {
      return new Explanation(
          "hba-line-missing",
          "No line of "
              + file
              + " lets the standby in for replication; a line for the database \"all\" does not"
              + " count for it.",
          remedy);
    }
    String text = near.get().text().strip();
    return near.get().fits(client)
        ? new Explanation(
            "hba-wrong-address",
            "The line for replication in "
                + file
                + " is for another address than 127.0.0.1: "
                + text,
            remedy)
        : new Explanation(
            "hba-wrong-user",
            "The line for replication in "
                + file
                + " is for another user than "
                + client.user()
                + ": "
                + text,
            remedy);
  }

  private Optional<Explanation> refuses(HbaRule rule) {
    StandbyPassword password = new StandbyPassword(scene, conninfo);
    boolean asks = StandbyPassword.ASKED_BY.contains(rule.method());
    if (rule.method().equals("trust")
        || (asks && !password.isNotRight())
        || (conninfo.hasPassword() && !asks && !rule.method().equals("reject"))) {
      return Optional.empty();
    }
    String file = scene.primary.hbaName();
    String text = rule.text().strip();
    String method = rule.method();
    String id =
        asks ? "hba-asks-password" : method.equals("reject") ? "hba-rejects" : "hba-other-method";
    String cause =
        switch (id) {
          case "hba-rejects" ->
              "A line of " + file + " turns the standby away, and the first that fits decides: ";
          case "hba-asks-password" ->
              "A line of "
                  + file
                  + " asks the standby for a password, and "
                  + password.shown()
                  + ": ";
          default -> "A line of " + file + " wants the standby to prove itself by " + method + ": ";
        };
    return Optional.of(
        new Explanation(
            id,
            cause + text,
            new Mend()
                .commentOut(file, rule.text())
                .hba(file, LINE)
                .reload("data")
                .as(
                    "Take the line out of use, add one that trusts this machine, and reload the"
                        + " primary"
                        + (asks ? "; or " + password.howToShow() + "." : "."))));
  }

  private Optional<Explanation> notReloaded(Path file) {
    Optional<String> loaded = scene.primary.ask("SELECT extract(epoch FROM pg_conf_load_time())");
    // Not every change is about the standby: it must have been turned away.
    boolean refused = scene.standby.log().since("started streaming WAL").says("pg_hba\\.conf");
    return Diagnosis.when(
        LostStream.newer(file, loaded) && refused,
        () ->
            new Explanation(
                "hba-not-reloaded",
                scene.primary.hbaName()
                    + " lets the standby in, but the primary has not read it since it was changed.",
                new Mend().reload("data").as("Reload the primary.")));
  }

  /** Up to 11 an empty name is an error, so the line goes out of use. */
  private Mend withoutSlot() {
    Mend mend = new Mend();
    if (scene.hasRecoveryConf()) {
      scene
          .recoveryConf()
          .all("primary_slot_name")
          .forEach(line -> mend.commentOut("data2/recovery.conf", line.text()));
      return mend;
    }
    return scene.setRecovery("primary_slot_name", "''");
  }

  private String slotName() {
    return scene.recoverySetting("primary_slot_name").orElse("");
  }

  private Optional<Explanation> slot() {
    String slot = slotName();
    if (slot.isBlank()) {
      return Optional.empty();
    }
    String state =
        scene
            .primary
            .ask(
                "SELECT CASE WHEN slot_type <> 'physical' THEN 'logical' WHEN active THEN 'taken'"
                    + " ELSE 'free' END FROM pg_replication_slots WHERE slot_name = '"
                    + slot
                    + "'")
            .orElse("missing");
    if (state.equals("free")) {
      return Optional.empty();
    }
    boolean canMake =
        state.equals("missing")
            && scene
                .primary
                .live("max_replication_slots")
                .filter(max -> !max.equals("0"))
                .isPresent();
    Mend mend =
        canMake
            ? new Mend().sql(5432, "SELECT pg_create_physical_replication_slot('" + slot + "')")
            : withoutSlot().bring(scene.standby);
    return Optional.of(
        new Explanation(
            state.equals("missing") ? "slot-missing" : "slot-in-use",
            "The standby wants the replication slot "
                + slot
                + ", which "
                + (state.equals("missing")
                    ? "the primary does not have."
                    : "is not free for it (" + state + ")."),
            mend.as(
                canMake
                    ? "Make it on the primary; the standby tries again within 5 seconds."
                    : "Do without a slot, and restart the standby.")));
  }
}
