package replicationlab.drill;

import java.nio.file.Path;
import java.util.List;
import replicationlab.postgres.cluster.Cluster;

/** What happens to a pair that works. */
final class RightLives {

  private RightLives() {}

  static List<RightWay> all() {
    return List.of(
        RightWay.any("the standby restarted", pair -> pair.restart(pair.standby())),
        RightWay.any("the primary restarted", pair -> pair.restart(pair.primary())),
        RightWay.any("both restarted", pair -> pair.restart(pair.primary(), pair.standby())),
        RightWay.any(
            "written while the standby was away",
            pair -> {
              pair.lab().stop(pair.standby());
              pair.sql(
                  pair.primary(),
                  "INSERT INTO streamtest SELECT generate_series(1, 50000)",
                  "CHECKPOINT");
              pair.lab().start(pair.standby());
            }),
        RightWay.any(
            "the WAL receiver ended",
            pair ->
                pair.sql(
                    pair.primary(), "SELECT pg_terminate_backend(pid) FROM pg_stat_replication")),
        RightWay.any(
            "serializable by default, by role",
            pair ->
                pair.sql(
                    pair.primary(),
                    "ALTER ROLE postgres SET default_transaction_isolation = serializable")),
        RightWay.any(
            "serializable by default, on the standby",
            pair ->
                pair.add(
                        Pair.settings(pair.standby()),
                        "default_transaction_isolation = 'serializable'")
                    .restart(pair.standby())),
        RightWay.any(
            "streamtest of moments",
            pair -> table(pair, "(at timestamp, x point)", "(at) VALUES (now())")),
        RightWay.from(
            10,
            "streamtest of an identity",
            pair ->
                table(pair, "(id int GENERATED ALWAYS AS IDENTITY, x text)", "(x) VALUES ('a')")),
        RightWay.from(
            12,
            "streamtest of a computed column",
            pair ->
                table(
                    pair,
                    "(y int GENERATED ALWAYS AS (x + 1) STORED, x int NOT NULL)",
                    "(x) VALUES (1)")),
        RightWay.any(
            "streamtest with a rule",
            pair ->
                pair.sql(
                    pair.primary(),
                    "CREATE RULE nothing AS ON INSERT TO streamtest DO INSTEAD NOTHING")),
        RightWay.any(
            "a new WAL file",
            pair ->
                pair.sql(
                    pair.primary(),
                    pair.major() >= 10 ? "SELECT pg_switch_wal()" : "SELECT pg_switch_xlog()",
                    "CHECKPOINT")),
        RightWay.any(
            "both killed, and started again",
            pair -> {
              for (Cluster each : List.of(pair.primary(), pair.standby())) {
                pair.run("pg_ctl -D " + each.data().getFileName() + " -m immediate stop");
                pair.lab().start(each);
              }
            }),
        RightWay.any(
            "a primary that was once promoted",
            pair -> {
              pair.lab().stop(pair.standby());
              pair.lab().stop(pair.primary());
              Path signal =
                  pair.primary()
                      .data()
                      .resolve(pair.major() < 12 ? "recovery.conf" : "standby.signal");
              Pair.write(signal, pair.major() < 12 ? "standby_mode = on\n" : "");
              pair.add(Pair.settings(pair.primary()), "hot_standby = on");
              pair.lab().start(pair.primary());
              pair.run("pg_ctl -D data promote");
              pair.awaitPrimary();
              pair.add(pair.recovery(), "recovery_target_timeline = 'latest'");
              pair.lab().start(pair.standby());
            }));
  }

  private static void table(Pair pair, String columns, String row) {
    pair.sql(
        pair.primary(),
        "DROP TABLE streamtest",
        "CREATE TABLE streamtest" + columns,
        "INSERT INTO streamtest" + row);
  }
}
