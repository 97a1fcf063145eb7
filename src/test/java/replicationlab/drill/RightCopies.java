package replicationlab.drill;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import replicationlab.postgres.sql.Server;
import replicationlab.postgres.sql.Session;
import replicationlab.postgres.sql.Timeouts;
import replicationlab.run.BaseBackup;
import replicationlab.run.Stage;
import replicationlab.run.TestLab;

/** Other ways to the copy than a backup's begin, cp and its end. */
final class RightCopies {

  private RightCopies() {}

  static List<RightWay> all() {
    List<RightWay> ways = new ArrayList<>(withBaseBackup());
    ways.add(
        RightWay.any(
            "copy of a stopped server",
            pair -> {
              Path kept = pair.standby().data().resolveSibling("kept-settings");
              String settings = Pair.read(Pair.settings(pair.standby()));
              String recovery = Pair.read(pair.recovery());
              pair.lab().stop(pair.standby());
              pair.lab().stop(pair.primary());
              Stage.run("mv", pair.standby().data().toString(), kept.toString());
              Stage.run(
                  "cp", "-a", pair.primary().data().toString(), pair.standby().data().toString());
              Pair.write(Pair.settings(pair.standby()), settings);
              Pair.write(pair.recovery(), recovery);
              if (pair.major() >= 12) {
                Pair.write(pair.standby().data().resolve("standby.signal"), "");
              }
              Stage.run(
                  "rm",
                  "-f",
                  pair.standby().data().resolve("backup_label.old").toString(),
                  pair.standby().log().toString());
              Stage.run("rm", "-rf", kept.toString());
              pair.lab().start(pair.primary());
              pair.lab().start(pair.standby());
            }));
    ways.add(
        RightWay.from(
            15,
            "backup_label.old tidied away",
            pair -> {
              copyInBackup(pair);
              pair.run("rm data2/backup_label.old");
            }));
    return ways;
  }

  /** Each server's with the oldest pg_basebackup that is new enough for it. */
  private static List<RightWay> withBaseBackup() {
    List<RightWay> ways = new ArrayList<>();
    int from = 9;
    for (BaseBackup client : BaseBackup.all()) {
      // What it writes into primary_conninfo is for a libpq like its own.
      int since = Math.max(from, client.writesForServersSince());
      ways.add(
          new RightWay(
              "pg_basebackup -R",
              since,
              client.major(),
              pair -> {
                String port = "port = " + pair.standby().port();
                baseBackup(client, pair, "-R");
                pair.add(Pair.settings(pair.standby()), port).restart(pair.standby());
              }));
      ways.add(
          new RightWay(
              "pg_basebackup",
              from,
              client.major(),
              pair -> {
                String kept = Pair.read(pair.recovery());
                baseBackup(client, pair);
                if (pair.major() >= 12) {
                  Pair.write(pair.standby().data().resolve("standby.signal"), "");
                } else {
                  pair.add(
                      Pair.settings(pair.standby()),
                      "port = " + pair.standby().port() + "\nhot_standby = on");
                }
                Pair.write(pair.recovery(), kept);
                pair.restart(pair.standby());
              }));
      from = client.major() + 1;
    }
    return ways;
  }

  /** By hand, with a session of one's own, as psql in another terminal. */
  private static void copyInBackup(Pair pair) {
    Path data = pair.standby().data();
    String settings = Pair.read(Pair.settings(pair.standby()));
    pair.lab().stop(pair.standby());
    Stage.run("rm", "-rf", data.toString(), pair.standby().log().toString());
    try (Session session = Session.open(Server.local(pair.primary().port()), Timeouts.PATIENT)) {
      session.query("SELECT pg_backup_start('by hand', true)");
      Stage.run("cp", "-a", pair.primary().data().toString(), data.toString());
      String label = session.query("SELECT labelfile FROM pg_backup_stop()").first();
      Pair.write(data.resolve("backup_label"), String.valueOf(label));
    }
    Stage.run("rm", "-f", data.resolve("postmaster.pid").toString());
    Pair.write(Pair.settings(pair.standby()), settings);
    Pair.write(data.resolve("standby.signal"), "");
    pair.lab().bench.unprivileged().handOver(pair.lab().bench.workspace().folder());
    pair.lab().start(pair.standby());
  }

  private static void baseBackup(BaseBackup client, Pair pair, String... more) {
    TestLab lab = pair.lab();
    lab.stop(pair.standby());
    Stage.run("rm", "-rf", pair.standby().data().toString());
    List<String> command =
        new ArrayList<>(
            List.of(
                client.program().toString(),
                "-D",
                pair.standby().data().toString(),
                "-h",
                "127.0.0.1",
                "-p",
                String.valueOf(pair.primary().port()),
                "-U",
                "postgres",
                "-c",
                "fast",
                "-X",
                "fetch"));
    command.addAll(List.of(more));
    Stage.run(command.toArray(String[]::new));
    // The servers' user may be another than the test's.
    lab.bench.unprivileged().handOver(lab.bench.workspace().folder());
  }
}
