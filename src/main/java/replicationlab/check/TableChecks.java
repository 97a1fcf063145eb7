package replicationlab.check;

import java.util.List;
import replicationlab.postgres.cluster.Cluster;

/** Checks of tables and rows in the database postgres. */
final class TableChecks {

  private TableChecks() {}

  /** {@code any-table primary}: some table of the student's own. */
  static CheckResult anyTable(LabSystem system, Asking asking, List<String> arguments) {
    Cluster cluster = system.cluster(arguments.getFirst());
    String sql =
        "SELECT schemaname, tablename FROM pg_tables WHERE schemaname NOT IN ('pg_catalog',"
            + " 'information_schema', 'replication_lab') ORDER BY 1, 2 LIMIT 5";
    Asking.Answer answer = asking.ask(cluster, sql);
    Finding finding =
        Finding.of(
                "any-table " + cluster.name(), "Has the " + cluster.name() + " a table of yours?")
            .asked(sql)
            .answered(answer.rows().isEmpty() && answer.answered() ? "(0 rows)" : answer.raw());
    return judge(
        finding,
        cluster,
        answer,
        !answer.rows().isEmpty(),
        "There is no table yet.",
        "psql -p " + cluster.port() + " -c \"CREATE TABLE firsttest(x int)\" postgres");
  }

  /** {@code table standby streamtest}. */
  static CheckResult table(LabSystem system, Asking asking, List<String> arguments) {
    Cluster cluster = system.cluster(arguments.getFirst());
    String table = arguments.get(1);
    String sql = "SELECT to_regclass('public." + table + "')";
    Asking.Answer answer = asking.ask(cluster, sql);
    Finding finding =
        Finding.of(
                "table " + cluster.name() + " " + table,
                "Is there a table " + table + " on the " + cluster.name() + "?")
            .asked(sql)
            .answered(answer.raw());
    return judge(
        finding,
        cluster,
        answer,
        !answer.first().isEmpty(),
        "There is no table " + table + " on the " + cluster.name() + ".",
        createOnPrimary(system, table));
  }

  /** {@code rows standby streamtest}: at least one. */
  static CheckResult rows(LabSystem system, Asking asking, List<String> arguments) {
    Cluster cluster = system.cluster(arguments.getFirst());
    String table = arguments.get(1);
    String there = "SELECT to_regclass('public." + table + "')";
    Asking.Answer whether = asking.ask(cluster, there);
    Finding finding =
        Finding.of(
            "rows " + cluster.name() + " " + table,
            "Are there rows in " + table + " on the " + cluster.name() + "?");
    // Counting what is not there would write an ERROR of ours into the student's log.
    if (whether.answered() && whether.first().isEmpty()) {
      return finding
          .asked(there)
          .answered(whether.raw())
          .failed(
              "There is no table " + table + " on the " + cluster.name() + ".",
              createOnPrimary(system, table));
    }
    String sql = "SELECT count(*) FROM public." + table;
    Asking.Answer answer = asking.ask(cluster, sql);
    finding = finding.asked(sql).answered(answer.raw());
    return judge(
        finding,
        cluster,
        answer,
        answer.answered() && !answer.first().equals("0"),
        table + " is empty on the " + cluster.name() + ".",
        "psql -p "
            + system.primary().port()
            + " -c \"INSERT INTO "
            + table
            + " VALUES (1)\" postgres");
  }

  private static String createOnPrimary(LabSystem system, String table) {
    return "Create it on the primary: psql -p "
        + system.primary().port()
        + " -c \"CREATE TABLE "
        + table
        + "(x int)\" postgres";
  }

  private static CheckResult judge(
      Finding finding,
      Cluster cluster,
      Asking.Answer answer,
      boolean good,
      String cause,
      String remedy) {
    if (answer.answered()) {
      return finding.verdict(good, cause, remedy);
    }
    return answer.tellsNothing()
        ? finding.undetermined(
            "The " + cluster.name() + " did not answer the question.",
            "Read its words above and check again.")
        : finding.failed(
            "The " + cluster.name() + " does not answer.", "Start the " + cluster.name() + ".");
  }
}
