package replicationlab.drill;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import replicationlab.postgres.cluster.Cluster;

/**
 * A way to a working pair that is not the course's.
 *
 * @param from the first major on which it is one; 9 is 9.6
 * @param until the last
 * @param without the lab's checks that ask for the course's way and so do not apply
 */
record RightWay(String name, int from, int until, List<String> without, Consumer<Pair> take) {

  static final int LAST = 99;

  private static RightWay any(String name, Consumer<Pair> take) {
    return from(9, name, take);
  }

  private static RightWay from(int major, String name, Consumer<Pair> take) {
    return new RightWay(name, major, LAST, List.of(), take);
  }

  private static RightWay upTo(int major, String name, Consumer<Pair> take) {
    return new RightWay(name, 9, major, List.of(), take);
  }

  static List<RightWay> on(int major) {
    return Stream.of(RightCopies.all(), files(), connections(), rules(), wal(), life())
        .flatMap(List::stream)
        .filter(way -> way.from <= major && major <= way.until)
        .toList();
  }

  private static List<RightWay> files() {
    return List.of(
        any("as in the course", pair -> {}),
        any(
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
        any(
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
        any(
            "ALTER SYSTEM on the primary",
            pair ->
                pair.sql(
                        pair.primary(),
                        "ALTER SYSTEM SET port = " + pair.primary().port(),
                        "ALTER SYSTEM SET wal_level = replica",
                        "ALTER SYSTEM SET max_wal_senders = 1")
                    .remove(Pair.settings(pair.primary()), "port", "wal_level", "max_wal_senders")
                    .restart(pair.primary())),
        any(
            "ALTER SYSTEM on the standby",
            pair ->
                pair.sql(
                        pair.standby(),
                        "ALTER SYSTEM SET port = " + pair.standby().port(),
                        "ALTER SYSTEM SET hot_standby = on")
                    .remove(Pair.settings(pair.standby()), "port", "hot_standby")
                    .restart(pair.standby())),
        from(
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
        from(
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
        any("name=value without spaces", pair -> port(pair, "port=%d")),
        any("name value without equals sign", pair -> port(pair, "port %d")),
        any("name in capitals, quotes, tabs", pair -> port(pair, "  PORT\t=\t'%d'")),
        any("a comment after a value", pair -> port(pair, "port = %d# = 1, not the primary's")),
        any("a later line beats an earlier one", pair -> port(pair, "port = 1\nport = %d")),
        upTo(
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
            }));
  }

  private static void port(Pair pair, String line) {
    Path file = Pair.settings(pair.standby());
    pair.remove(file, "port")
        .add(file, line.formatted(pair.standby().port()))
        .restart(pair.standby());
  }

  private static List<RightWay> connections() {
    return List.of(
        any(
            "by Unix socket",
            pair ->
                pair.hba("local replication all trust")
                    .conninfo(
                        "host="
                            + pair.lab().bench.workspace().sockets()
                            + " port="
                            + pair.primary().port())),
        any(
            "application_name",
            pair -> pair.conninfo(to(pair, "host=localhost") + " application_name=second")),
        any("hostaddr", pair -> pair.conninfo(to(pair, "hostaddr=127.0.0.1"))),
        any("quotes in conninfo", pair -> pair.conninfo(to(pair, "host = ''localhost''"))),
        any(
            "more options in conninfo",
            pair ->
                pair.conninfo(
                    to(pair, "host=localhost")
                        + " sslmode=prefer connect_timeout=10 keepalives_idle=60")),
        from(
            10,
            "conninfo as URI",
            pair ->
                pair.conninfo(
                    "postgresql://postgres@127.0.0.1:"
                        + pair.primary().port()
                        + "/?application_name=second")),
        from(
            10,
            "two hosts in conninfo",
            pair -> {
              int port = pair.primary().port();
              pair.conninfo("host=127.0.0.1,localhost port=" + port + "," + port);
            }),
        any(
            "a user of its own",
            pair ->
                pair.sql(pair.primary(), "CREATE ROLE repl LOGIN REPLICATION")
                    .hba("host replication repl 127.0.0.1/32 trust")
                    .conninfo(to(pair, "host=localhost") + " user=repl")),
        any(
            "a user with a password",
            pair ->
                pair.sql(pair.primary(), "CREATE ROLE repl LOGIN REPLICATION PASSWORD 'swordfish'")
                    .hba("host replication repl 127.0.0.1/32 md5")
                    .conninfo(to(pair, "host=localhost") + " user=repl password=swordfish")),
        any(
            "cluster_name on the standby",
            pair ->
                pair.add(Pair.settings(pair.standby()), "cluster_name = 'second'")
                    .restart(pair.standby())));
  }

  private static String to(Pair pair, String host) {
    return host + " port=" + pair.primary().port();
  }

  private static List<RightWay> rules() {
    return Stream.of(
            "host replication all samehost trust",
            "host replication all all trust",
            "host replication all localhost trust",
            "host replication all 127.0.0.0/8 trust # the loopback network",
            "host replication all 127.0.0.1 255.255.255.255 trust",
            "host all,replication \"postgres\" samenet trust",
            "hostnossl replication postgres 127.0.0.1/32 trust")
        .map(rule -> any(rule, pair -> pair.hba(rule).restart(pair.standby())))
        .toList();
  }

  private static List<RightWay> wal() {
    return List.of(
        any("a replication slot", pair -> slot(pair)),
        any(
            "a slot and no wal_keep",
            pair -> {
              slot(pair);
              pair.remove(Pair.settings(pair.primary()), "wal_keep_size", "wal_keep_segments")
                  .reload(pair.primary());
            }),
        any(
            "a larger wal_keep",
            pair ->
                pair.add(
                        Pair.settings(pair.primary()),
                        pair.major() >= 13 ? "wal_keep_size = '2GB'" : "wal_keep_segments = 128")
                    .reload(pair.primary())),
        any(
            "wal_level = logical",
            pair ->
                pair.add(Pair.settings(pair.primary()), "wal_level = logical")
                    .restart(pair.primary())),
        any(
            "larger max_wal_senders",
            pair ->
                pair.add(Pair.settings(pair.standby()), "max_wal_senders = 20")
                    .add(Pair.settings(pair.primary()), "max_wal_senders = 20")
                    .restart(pair.standby(), pair.primary())),
        any(
            "an archive",
            pair ->
                pair.add(
                        Pair.settings(pair.primary()),
                        "archive_mode = on\narchive_command = 'true'")
                    .restart(pair.primary())),
        any(
            "an archive that has nothing",
            pair ->
                pair.add(pair.recovery(), "restore_command = 'cp /nowhere/%f %p 2>/dev/null'")
                    .restart(pair.standby())),
        from(
            10,
            "hot_standby not set",
            pair ->
                pair.remove(Pair.settings(pair.standby()), "hot_standby").restart(pair.standby())),
        new RightWay(
            "a trigger file that is absent",
            9,
            15,
            List.of(),
            pair ->
                pair.add(
                        pair.recovery(),
                        (pair.major() < 12 ? "" : "promote_") + "trigger_file = '/nowhere/promote'")
                    .restart(pair.standby())),
        any(
            "recovery_target_timeline = latest",
            pair ->
                pair.add(pair.recovery(), "recovery_target_timeline = 'latest'")
                    .restart(pair.standby())),
        any(
            "synchronous, by any standby",
            pair ->
                pair.add(Pair.settings(pair.primary()), "synchronous_standby_names = '*'")
                    .reload(pair.primary())),
        any(
            "synchronous, by name",
            pair ->
                pair.add(Pair.settings(pair.primary()), "synchronous_standby_names = '1 (second)'")
                    .conninfo(to(pair, "host=localhost") + " application_name=second")
                    .reload(pair.primary())));
  }

  private static void slot(Pair pair) {
    pair.add(Pair.settings(pair.primary()), "max_replication_slots = 4")
        .restart(pair.primary())
        .sql(pair.primary(), "SELECT pg_create_physical_replication_slot('second')")
        .add(pair.recovery(), "primary_slot_name = 'second'")
        .restart(pair.standby());
  }

  private static List<RightWay> life() {
    return List.of(
        any("the standby restarted", pair -> pair.restart(pair.standby())),
        any("the primary restarted", pair -> pair.restart(pair.primary())),
        any("both restarted", pair -> pair.restart(pair.primary(), pair.standby())),
        any(
            "written while the standby was away",
            pair -> {
              pair.lab().stop(pair.standby());
              pair.sql(
                  pair.primary(),
                  "INSERT INTO streamtest SELECT generate_series(1, 50000)",
                  "CHECKPOINT");
              pair.lab().start(pair.standby());
            }),
        any(
            "the WAL receiver ended",
            pair ->
                pair.sql(
                    pair.primary(), "SELECT pg_terminate_backend(pid) FROM pg_stat_replication")),
        any(
            "a new WAL file",
            pair ->
                pair.sql(
                    pair.primary(),
                    pair.major() >= 10 ? "SELECT pg_switch_wal()" : "SELECT pg_switch_xlog()",
                    "CHECKPOINT")));
  }
}
