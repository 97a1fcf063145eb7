package replicationlab.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import replicationlab.check.ProofReport;
import replicationlab.check.ReplicationProof;
import replicationlab.check.Verdict;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.install.Program;
import replicationlab.postgres.sql.Server;
import replicationlab.postgres.sql.Session;
import replicationlab.postgres.sql.Timeouts;
import replicationlab.process.CommandRequest;
import replicationlab.process.CommandRunner;
import replicationlab.run.TestLab;

/**
 * From a commit on the primary of a healthy pair to the checker's verdict; by turns with loops that
 * only look until the row is there, which proves nothing else.
 */
final class VerdictTimes {

  static final String LOOP = "loop";
  static final String PSQL = "psql";
  static final String ROW = "row";
  static final String PROOF = "proof";
  static final List<String> ALL = List.of(LOOP, PSQL, ROW, PROOF);

  private static final int WARM_UP = 60;
  private static final int COMMITS = 200;

  private final TestLab lab;
  private final Session primary;
  private final Session standby;

  private VerdictTimes(TestLab lab) {
    this.lab = lab;
    this.primary = open(lab.bench.clusters().primary());
    this.standby = open(lab.bench.clusters().standby());
  }

  /** Takes the major as its argument. */
  public static void main(String[] args) throws IOException {
    Path folder = Folders.make();
    try (TestLab lab = TestLab.done(folder, args[0])) {
      VerdictTimes times = new VerdictTimes(lab);
      for (int i = -WARM_UP; i < COMMITS; i++) {
        double loop = times.loop(-1_000 - i);
        double psql = times.psql(-10_000 - i);
        List<Double> rows = times.rows();
        if (i >= 0) {
          int arrival = names().indexOf("row-arrives");
          ChildJvm.say(LOOP, loop);
          ChildJvm.say(PSQL, psql);
          ChildJvm.say(ROW, rows.get(arrival) - rows.get(arrival - 1));
          ChildJvm.say(PROOF, rows.getLast());
        }
      }
      times.primary.close();
      times.standby.close();
    } finally {
      Folders.remove(folder);
    }
  }

  static String words(String what) {
    return switch (what) {
      case LOOP -> "a loop over open JDBC connections";
      case PSQL -> "a loop of psql";
      case ROW -> "the checker's row about a commit of its own";
      default -> "the checker's whole proof, over new connections";
    };
  }

  private static List<String> names() {
    return ReplicationProof.ROWS.stream().map(ReplicationProof.Row::name).toList();
  }

  private static Session open(Cluster cluster) {
    return Session.open(Server.local(cluster.port()), Timeouts.SHORT);
  }

  private double loop(int value) {
    long start = System.nanoTime();
    primary.query(insert(value));
    while ("0".equals(standby.query(count(value)).first())) {
      Thread.onSpinWait();
    }
    return millisSince(start);
  }

  private double psql(int value) {
    long start = System.nanoTime();
    psql(lab.bench.clusters().primary(), insert(value));
    while (psql(lab.bench.clusters().standby(), count(value)).equals("0")) {
      Thread.onSpinWait();
    }
    return millisSince(start);
  }

  private String psql(Cluster cluster, String sql) {
    List<String> command =
        List.of(
            lab.bench.clusters().installation().program(Program.PSQL).orElseThrow().toString(),
            "-XAtqh127.0.0.1",
            "-Upostgres",
            "-p" + cluster.port(),
            "-c" + sql,
            "postgres");
    return new CommandRunner().run(CommandRequest.of(Path.of("/"), command)).text();
  }

  private static String insert(int value) {
    return "INSERT INTO streamtest VALUES (" + value + ")";
  }

  private static String count(int value) {
    return "SELECT count(*) FROM streamtest WHERE x = " + value;
  }

  /** When each row of the proof was known. */
  private List<Double> rows() {
    long start = System.nanoTime();
    primary.query(insert(1));
    List<Double> rows = new ArrayList<>();
    ProofReport report =
        new ReplicationProof(lab.bench.system(session -> false))
            .run(row -> rows.add(millisSince(start)));
    if (report.verdict() != Verdict.PASSED) {
      throw new IllegalStateException("not healthy: " + report);
    }
    return rows;
  }

  private static double millisSince(long start) {
    return (System.nanoTime() - start) / 1e6;
  }
}
