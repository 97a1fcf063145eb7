package replicationlab.check;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import replicationlab.postgres.config.Conninfo;
import replicationlab.postgres.config.ConninfoHost;
import replicationlab.postgres.config.SettingLine;

/** Faults of primary_conninfo: whether, where and as whom the standby connects. */
final class LostConnection {

  private static final String NAME = "primary_conninfo";
  private static final int LISTS_SINCE = 10;

  /** What pg_basebackup -R writes besides, and what a lab's remedy does not write. */
  private static final Set<String> BY_DEFAULT =
      Set.of(
          "passfile",
          "krbsrvname",
          "sslsni",
          "sslcertmode",
          "sslnegotiation",
          "ssl_min_protocol_version",
          "min_protocol_version",
          "gssdelegation",
          "load_balance_hosts");

  private static final Set<String> NEEDS_SSL = Set.of("require", "verify-ca", "verify-full");

  private final Scene scene;
  private final String text;
  private final Conninfo conninfo;

  LostConnection(Scene scene) {
    this(scene, scene.recoverySetting(NAME).orElse(""));
  }

  private LostConnection(Scene scene, String text) {
    this.scene = scene;
    this.text = text;
    this.conninfo = Conninfo.parse(text);
  }

  Optional<Explanation> find() {
    return Diagnosis.first(this::missing, this::overridden, this::wrong, this::user);
  }

  private Optional<Explanation> missing() {
    return Diagnosis.when(
        text.isBlank(),
        () ->
            explain(
                "conninfo-missing",
                "primary_conninfo is not set in data2, so the standby does"
                    + " not know its primary."));
  }

  /** ALTER SYSTEM and pg_basebackup -R write a file that has the last word. */
  private Optional<Explanation> overridden() {
    if (scene.hasRecoveryConf()) {
      return Optional.empty();
    }
    Optional<SettingLine> counts = scene.standby.files().last(NAME);
    Optional<SettingLine> other =
        scene
            .standby
            .files()
            .all(NAME)
            .filter(line -> !line.file().endsWith("postgresql.auto.conf"))
            .reduce((earlier, later) -> later);
    boolean two =
        other.isPresent()
            && counts.filter(line -> line.file().endsWith("postgresql.auto.conf")).isPresent();
    if (!two || wrong().isEmpty()) {
      return Optional.empty();
    }
    Mend mend = new Mend();
    if (scene.standby.answers()) {
      mend.sql(5433, "ALTER SYSTEM RESET primary_conninfo");
    } else {
      mend.commentOut("data2/postgresql.auto.conf", counts.get().text());
    }
    boolean rightBelow = new LostConnection(scene, other.get().value()).wrong().isEmpty();
    if (!rightBelow) {
      mend.settings(scene.standby.files().shown(other.get().file()), FreshCopy.CONNINFO);
    }
    return Optional.of(
        new Explanation(
            "conninfo-overridden",
            "data2/postgresql.auto.conf has a primary_conninfo of its own, which has the last word"
                + " over postgresql.conf, and it is wrong: "
                + text,
            mend.bring(scene.standby)
                .as("Take it back, so that postgresql.conf counts, and restart the standby.")));
  }

  private Optional<Explanation> wrong() {
    return Diagnosis.first(
        this::mistyped, this::tooNew, this::list, this::itself, this::port, this::host, this::ssl);
  }

  private Optional<Explanation> mistyped() {
    return Diagnosis.when(
        !conninfo.problem().isEmpty(),
        () ->
            explain(
                "conninfo-mistyped",
                "primary_conninfo is not a connection string: "
                    + conninfo.problem()
                    + " in '"
                    + text
                    + "'."));
  }

  /** A newer pg_basebackup -R writes what its own libpq knows. */
  private Optional<Explanation> tooNew() {
    List<String> unknown = conninfo.unknownTo(scene.major());
    return Diagnosis.when(
        !unknown.isEmpty(),
        () ->
            new Explanation(
                "conninfo-option-unknown",
                "primary_conninfo has options that PostgreSQL "
                    + scene.system.clusters().installation().version().majorName()
                    + " does not know yet: "
                    + String.join(", ", unknown)
                    + ". A pg_basebackup -R of a newer version writes such.",
                mend("").as("Leave them out, and restart the standby.")));
  }

  /** By default a server offers no encryption, and by default a standby does not ask for it. */
  private boolean demandsSsl() {
    return NEEDS_SSL.contains(conninfo.values().getOrDefault("sslmode", ""))
        && conninfo.hosts().stream().noneMatch(ConninfoHost::isSocket)
        && scene.primary.setting("ssl").filter("off"::equals).isPresent();
  }

  private Optional<Explanation> ssl() {
    return Diagnosis.when(
        demandsSsl(),
        () ->
            new Explanation(
                "conninfo-ssl",
                "primary_conninfo demands encryption (sslmode="
                    + conninfo.values().get("sslmode")
                    + "), and the primary has ssl = off.",
                mend("").as("Do not demand it on this machine, and restart the standby.")));
  }

  private Optional<Explanation> list() {
    return Diagnosis.when(
        scene.major() < LISTS_SINCE && conninfo.hasList(),
        () ->
            explain(
                "conninfo-wrong-host",
                "primary_conninfo names several hosts or ports, which PostgreSQL takes since 10"
                    + " only: "
                    + text));
  }

  private Optional<Explanation> itself() {
    int own = scene.system.standby().port();
    return Diagnosis.when(
        conninfo.hosts().stream().allMatch(host -> host.port() == own),
        () ->
            explain(
                "conninfo-to-itself",
                "primary_conninfo leads to port " + own + ", which is the standby's own."));
  }

  private Optional<Explanation> port() {
    return Diagnosis.when(
        conninfo.hosts().stream().noneMatch(this::isPrimarysPort),
        () ->
            explain(
                "conninfo-wrong-port",
                "primary_conninfo leads to port "
                    + conninfo.values().get("port")
                    + ", and the primary listens on "
                    + scene.system.primary().port()
                    + "."));
  }

  private boolean isPrimarysPort(ConninfoHost host) {
    return host.mayBe(scene.system.primary().port());
  }

  /** One of them is enough, and it must have the primary's port itself. */
  private Optional<Explanation> host() {
    return Diagnosis.when(
        conninfo.hosts().stream().filter(this::isPrimarysPort).noneMatch(this::isHeard),
        this::wrongHost);
  }

  private boolean isHeard(ConninfoHost host) {
    if (host.name().startsWith("/")) {
      return Files.exists(Path.of(host.name(), ".s.PGSQL." + scene.system.primary().port()));
    }
    return host.isIpv6() ? listensOnIpv6() : host.isHere();
  }

  private boolean listensOnIpv6() {
    String addresses = scene.primary.setting("listen_addresses").orElse("");
    return SettingChecks.parts(addresses).stream()
        .anyMatch(address ->
            Set.of("*", "::", "::1").contains(address)
                || (address.equalsIgnoreCase("localhost") && localhostIsIpv6()));
  }

  /** By this machine's own list of hosts. */
  private static boolean localhostIsIpv6() {
    try {
      return Stream.of(InetAddress.getAllByName("localhost"))
          .anyMatch(Inet6Address.class::isInstance);
    } catch (UnknownHostException e) {
      return false;
    }
  }

  Explanation wrongHost() {
    return explain(
        "conninfo-wrong-host",
        "primary_conninfo leads to "
            + conninfo.host()
            + ", and the primary listens on 127.0.0.1 of"
            + " this machine.");
  }

  private Optional<Explanation> user() {
    String user = conninfo.user();
    if (user.isEmpty() || !scene.primary.answers()) {
      return Optional.empty();
    }
    String sql =
        "SELECT CASE WHEN NOT rolcanlogin THEN 'login' WHEN rolsuper OR rolreplication THEN 'good'"
            + " ELSE 'replication' END FROM pg_roles WHERE rolname = '"
            + user.replace("'", "''")
            + "'";
    String may = scene.primary.ask(sql).orElse("none");
    return switch (may) {
      case "none" -> Optional.of(userUnknown());
      case "login" ->
          Optional.of(alter("user-may-not-log-in", "may not log in", "LOGIN REPLICATION"));
      case "replication" ->
          Optional.of(alter("user-may-not-replicate", "may not replicate", "REPLICATION"));
      default -> Optional.empty();
    };
  }

  Explanation userUnknown() {
    String who = conninfo.user().isEmpty() ? "a user" : "\"" + conninfo.user() + "\", a user";
    return new Explanation(
        "user-unknown",
        "The standby connects as " + who + " that the primary does not have.",
        mend("postgres").as("Let it connect as postgres."));
  }

  private Explanation alter(String id, String what, String attributes) {
    String role =
        conninfo.user().matches("[a-z_][a-z0-9_]*")
            ? conninfo.user()
            : "\"" + conninfo.user() + "\"";
    return new Explanation(
        id,
        "The user " + conninfo.user() + " in primary_conninfo " + what + ".",
        new Mend()
            .run("psql -p 5432 -c 'ALTER ROLE " + role + " " + attributes + "' postgres")
            .as("Let it; the standby tries again within 5 seconds."));
  }

  /** The file is right, and the server has not read it since it was changed. */
  Optional<Explanation> notLoaded() {
    Optional<String> started =
        scene.standby.ask("SELECT extract(epoch FROM pg_postmaster_start_time())");
    boolean old =
        scene.hasRecoveryConf()
            ? LostStream.newer(scene.system.standby().data().resolve("recovery.conf"), started)
            : scene.standby.live(NAME).isPresent()
                && !scene.standby.live(NAME).equals(scene.standby.filed(NAME));
    return Diagnosis.when(
        old,
        () ->
            new Explanation(
                "conninfo-not-loaded",
                "primary_conninfo has been changed, and the standby still uses the old one.",
                new Mend().restart("data2").as("Restart the standby.")));
  }

  private Explanation explain(String id, String cause) {
    return new Explanation(
        id, cause, mend("").as("Let it lead to the primary, and restart the standby."));
  }

  /** Corrects where it leads, and keeps what else the person has written. */
  private Mend mend(String user) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("host", "localhost");
    values.put("port", "5432");
    if (conninfo.problem().isEmpty()) {
      conninfo.values().forEach(values::putIfAbsent);
      values.remove("hostaddr");
      if (demandsSsl()) {
        values.remove("sslmode");
      }
      values.replace("host", "localhost");
      values.replace("port", "5432");
    }
    values
        .keySet()
        .removeIf(option -> !Conninfo.knows(scene.major(), option) || BY_DEFAULT.contains(option));
    if (!user.isEmpty()) {
      values.put("user", user);
    }
    String right =
        values.entrySet().stream()
            .filter(entry -> entry.getValue().matches("[A-Za-z0-9_.:/-]+"))
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(" "));
    return scene.setRecovery(NAME, "'" + right + "'").bring(scene.standby);
  }
}
