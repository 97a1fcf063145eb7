package replicationlab.check;

import java.util.List;
import java.util.function.Supplier;
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
        system,
        finding,
        cluster,
        answer,
        !answer.rows().isEmpty(),
        () ->
            new Explanation(
                "no-table",
                "There is no table yet.",
                new Mend()
                    .sql(5432, "CREATE TABLE firsttest(x int)")
                    .as("Create one on the primary.")));
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
        system,
        finding,
        cluster,
        answer,
        !answer.first().isEmpty(),
        () -> missing(system, asking, cluster, table));
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
          .failed(missing(system, asking, cluster, table), system);
    }
    String sql = "SELECT count(*) FROM public." + table;
    Asking.Answer answer = asking.ask(cluster, sql);
    finding = finding.asked(sql).answered(answer.raw());
    return judge(
        system,
        finding,
        cluster,
        answer,
        answer.answered() && !answer.first().equals("0"),
        () ->
            new Explanation(
                "table-empty",
                table + " is empty on the " + cluster.name() + ".",
                new Mend()
                    .sql(5432, "INSERT INTO " + table + " VALUES (1)")
                    .as("Insert a row on the primary.")));
  }

  /** Where it is on the primary, creating it would not help. */
  private static Explanation missing(
      LabSystem system, Asking asking, Cluster cluster, String table) {
    String cause = "There is no table " + table + " on the " + cluster.name() + ".";
    boolean onPrimary =
        asking
            .ask(system.primary(), "SELECT to_regclass('public." + table + "') IS NOT NULL")
            .first()
            .equals("t");
    return onPrimary
        ? Explanation.of(
            "table-not-replicated",
            cause + " It is on the primary, and has not come.",
            "Open the checker: the first row that does not pass says why.")
        : new Explanation(
            table + "-missing",
            cause,
            new Mend()
                .sql(5432, "CREATE TABLE " + table + "(x int)")
                .as("Create it on the primary."));
  }

  private static CheckResult judge(
      LabSystem system,
      Finding finding,
      Cluster cluster,
      Asking.Answer answer,
      boolean good,
      Supplier<Explanation> otherwise) {
    if (answer.answered()) {
      return finding.verdict(good, otherwise, system);
    }
    return answer.tellsNothing()
        ? finding.undetermined(
            "The " + cluster.name() + " did not answer the question.",
            "Read its words above and check again.")
        : finding.failed(
            "The " + cluster.name() + " does not answer.", "Start the " + cluster.name() + ".");
  }
}
