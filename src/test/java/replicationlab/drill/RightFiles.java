package replicationlab.drill;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import replicationlab.postgres.cluster.Cluster;

/** Settings files, written in other words and other places than the course's. */
final class RightFiles {

  private RightFiles() {}

  static List<RightWay> all() {
    return List.of(
        RightWay.any("as in the course", pair -> {}),
        RightWay.any(
            "settings in conf.d",
            pair -> {
              for (Cluster each : List.of(pair.primary(), pair.standby())) {
                Pair.write(
                    each.data().resolve("conf.d/50-lab.conf"),
                    "port = "
                        + each.port()
                        + "\nlisten_addresses = 'localhost'\nwal_level = replica\n"
                        + "max_wal_senders = 3\nhot_standby = on\n");
                pair.remove(
                        Pair.settings(each),
                        "port",
                        "listen_addresses",
                        "wal_level",
                        "max_wal_senders",
                        "hot_standby")
                    .add(Pair.settings(each), "include_dir = 'conf.d'")
                    .restart(each);
              }
            }),
        RightWay.any(
            "settings in an included file",
            pair -> {
              Pair.write(
                  pair.standby().data().resolve("standby.conf"),
                  "port = " + pair.standby().port() + "\nhot_standby = 'on'\n");
              pair.remove(Pair.settings(pair.standby()), "port", "hot_standby")
                  .add(
                      Pair.settings(pair.standby()),
                      "include_if_exists 'absent.conf'\ninclude 'standby.conf'")
                  .restart(pair.standby());
            }),
        RightWay.any(
            "ALTER SYSTEM on the primary",
            pair ->
                pair.sql(
                        pair.primary(),
                        "ALTER SYSTEM SET port = " + pair.primary().port(),
                        "ALTER SYSTEM SET wal_level = replica",
                        "ALTER SYSTEM SET max_wal_senders = 1")
                    .remove(Pair.settings(pair.primary()), "port", "wal_level", "max_wal_senders")
                    .restart(pair.primary())),
        RightWay.any(
            "ALTER SYSTEM on the standby",
            pair ->
                pair.sql(
                        pair.standby(),
                        "ALTER SYSTEM SET port = " + pair.standby().port(),
                        "ALTER SYSTEM SET hot_standby = on")
                    .remove(Pair.settings(pair.standby()), "port", "hot_standby")
                    .restart(pair.standby())),
        RightWay.from(
            12,
            "ALTER SYSTEM for conninfo",
            pair ->
                pair.sql(
                        pair.standby(),
                        "ALTER SYSTEM SET primary_conninfo = 'host=127.0.0.1 port="
                            + pair.primary().port()
                            + " user=postgres'")
                    .remove(pair.recovery(), "primary_conninfo")
                    .restart(pair.standby())),
        RightWay.from(
            12,
            "ALTER SYSTEM over a wrong line",
            pair ->
                pair.sql(
                        pair.standby(),
                        "ALTER SYSTEM SET primary_conninfo = 'host=localhost port="
                            + pair.primary().port()
                            + "'")
                    .add(pair.recovery(), "primary_conninfo = 'host=localhost port=1'")
                    .restart(pair.standby())),
        RightWay.any("name=value without spaces", pair -> port(pair, "port=%d")),
        RightWay.any("name value without equals sign", pair -> port(pair, "port %d")),
        RightWay.any("name in capitals, quotes, tabs", pair -> port(pair, "  PORT\t=\t'%d'")),
        RightWay.any(
            "a comment after a value", pair -> port(pair, "port = %d# = 1, not the primary's")),
        RightWay.any(
            "a later line beats an earlier one", pair -> port(pair, "port = 1\nport = %d")),
        RightWay.upTo(
            11,
            "recovery.conf in other words",
            pair -> {
              Pair.write(
                  pair.recovery(),
                  "standby_mode TRUE # yes\n"
                      + "primary_conninfo  'host = localhost  port = "
                      + pair.primary().port()
                      + "'#it\n");
              pair.restart(pair.standby());
            }),
        RightWay.from(
            12,
            "conninfo in conf.d",
            pair -> {
              Pair.write(
                  pair.standby().data().resolve("conf.d/primary.conf"),
                  "PRIMARY_CONNINFO 'host=localhost port=" + pair.primary().port() + "'\n");
              pair.remove(pair.recovery(), "primary_conninfo")
                  .add(pair.recovery(), "include_dir 'conf.d'")
                  .restart(pair.standby());
            }),
        RightWay.upTo(
            11,
            "conninfo in an included file",
            pair -> {
              Pair.write(
                  pair.standby().data().resolve("primary.conf"),
                  "primary_conninfo = 'host=localhost port=" + pair.primary().port() + "'\n");
              pair.remove(pair.recovery(), "primary_conninfo")
                  .add(pair.recovery(), "include 'primary.conf'")
                  .restart(pair.standby());
            }),
        RightWay.any(
            "lines as Windows ends them",
            pair -> {
              for (Path file : files(pair)) {
                Pair.write(file, Pair.read(file).replace("\n", "\r\n"));
              }
              pair.restart(pair.primary(), pair.standby());
            }),
        RightWay.any(
            "a comment in Latin-1",
            pair -> {
              for (Path file : files(pair)) {
                Pair.write(file, "# f\u00fcr die \u00dcbung\n" + Pair.read(file), ISO_8859_1);
              }
              pair.restart(pair.primary(), pair.standby());
            }),
        RightWay.any(
            "pg_hba.conf elsewhere",
            pair -> {
              Path hba = pair.primary().data().resolve("pg_hba.conf");
              Pair.write(pair.primary().data().resolve("conf/hba.conf"), Pair.read(hba));
              Pair.write(hba, "local all all trust\n");
              pair.add(Pair.settings(pair.primary()), "hba_file = 'data/conf/hba.conf'")
                  .restart(pair.primary());
            }),
        RightWay.any("no Unix sockets at all", pair -> sockets(pair, "")),
        RightWay.any(
            "sockets in the data directory, beside the lab's",
            pair -> sockets(pair, "., ../sockets")),
        RightWay.any(
            "port on pg_ctl's command line",
            pair -> {
              pair.lab().stop(pair.standby());
              pair.remove(Pair.settings(pair.standby()), "port")
                  .run("PGDATA=data2 pg_ctl -w -l logs/standby.log -o '-p 5433' start");
            }),
        RightWay.any(
            "a changed setting that waits for a restart",
            pair ->
                pair.add(Pair.settings(pair.primary()), "max_wal_senders = 7")
                    .reload(pair.primary())
                    .restart(pair.standby())),
        RightWay.any(
            "pg_hba.conf edited and not reloaded",
            pair ->
                pair.add(pair.primary().data().resolve("pg_hba.conf"), "# nothing new")
                    .restart(pair.standby())));
  }

  private static void sockets(Pair pair, String folders) {
    for (Cluster each : List.of(pair.primary(), pair.standby())) {
      pair.add(Pair.settings(each), "unix_socket_directories = '" + folders + "'").restart(each);
    }
  }

  /** All that a person writes into. */
  private static Set<Path> files(Pair pair) {
    return new LinkedHashSet<>(
        List.of(
            Pair.settings(pair.primary()),
            Pair.settings(pair.standby()),
            pair.recovery(),
            pair.primary().data().resolve("pg_hba.conf")));
  }

  private static void port(Pair pair, String line) {
    Path file = Pair.settings(pair.standby());
    pair.remove(file, "port")
        .add(file, line.formatted(pair.standby().port()))
        .restart(pair.standby());
  }
}
