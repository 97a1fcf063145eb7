package replicationlab.check;

import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.cluster.ClusterState;

/** The proof's rows about the two servers themselves. */
final class ServerRows {

  private static final String IDENTIFIER = "SELECT system_identifier FROM pg_control_system()";
  private static final String RECOVERY = "SELECT pg_is_in_recovery()";
  private static final String READ_ONLY = "25006";

  private final LabSystem system;
  private final Asking asking;

  ServerRows(LabSystem system, Asking asking) {
    this.system = system;
    this.asking = asking;
  }

  CheckResult answers(Cluster cluster) {
    String sql = "SHOW server_version";
    Asking.Answer answer = asking.ask(cluster, sql);
    Finding finding =
        Finding.of(
                cluster.name() + "-answers",
                "Does the " + cluster.name() + " answer on port " + cluster.port() + "?")
            .asked(sql)
            .answered(answer.raw());
    if (answer.answered()) {
      return finding.passed();
    }
    ClusterState state = system.control().state(cluster);
    if (answer.tellsNothing() && state != ClusterState.STARTING) {
      return finding.undetermined(
          "The " + cluster.name() + " did not let the checker in.",
          "Read its words above, mend that, and check again.");
    }
    return finding.failed(whySilent(cluster, state));
  }

  private Explanation whySilent(Cluster cluster, ClusterState state) {
    String name = cluster.name();
    if (state == ClusterState.ABSENT) {
      return new Explanation(
          "The "
              + name
              + "'s data directory "
              + cluster.data().getFileName()
              + " has not been made yet.",
          "Do the lab's steps from the first that is open.");
    }
    Explanation running =
        new Explanation(
            "The " + name + " runs, but not on port " + cluster.port() + ".",
            "Set port = "
                + cluster.port()
                + " in "
                + cluster.data().getFileName()
                + "/postgresql.conf and restart it.");
    Explanation silent =
        new Explanation(
            "The " + name + " is " + state.words() + ".",
            "Start it: pg_ctl -D "
                + cluster.data().getFileName()
                + " -l logs/"
                + cluster.log().getFileName()
                + " start");
    if (state == ClusterState.RUNNING) {
      return running;
    }
    return LogPatterns.explain(cluster.log())
        .map(said ->
            new Explanation(
                "The " + name + " is " + state.words() + ". " + said.cause(), said.remedy()))
        .or(() ->
            LogPatterns.lastComplaint(cluster.log())
                .map(words ->
                    new Explanation(
                        silent.cause() + " The last complaint in its log: " + words,
                        silent.remedy())))
        .orElse(silent);
  }

  CheckResult sameSystem() {
    Asking.Answer primary = asking.ask(system.primary(), IDENTIFIER);
    Asking.Answer standby = asking.ask(system.standby(), IDENTIFIER);
    Finding finding =
        Finding.of("same-system", "Do both have one history: the same system identifier?")
            .asked(IDENTIFIER)
            .answered("primary " + primary.raw())
            .answered("standby " + standby.raw());
    if (!primary.answered() || !standby.answered()) {
      return couldNotAsk(finding);
    }
    return finding.verdict(
        primary.first().equals(standby.first()),
        "The two were initialised separately: nothing can be streamed from one to the other.",
        "Stop the standby, remove data2, and copy the primary's data directory.");
  }

  CheckResult twoDirectories() {
    String sql = "SHOW data_directory";
    Asking.Answer primary = asking.ask(system.primary(), sql);
    Asking.Answer standby = asking.ask(system.standby(), sql);
    Finding finding =
        Finding.of("two-directories", "Are they two servers with two data directories?")
            .asked(sql)
            .answered("primary " + primary.raw())
            .answered("standby " + standby.raw());
    if (!primary.answered() || !standby.answered()) {
      return couldNotAsk(finding);
    }
    return finding.verdict(
        !primary.first().equals(standby.first()),
        "Both ports lead to one server.",
        "Give the standby its own data directory and port.");
  }

  CheckResult primaryNotInRecovery() {
    Asking.Answer answer = asking.ask(system.primary(), RECOVERY);
    Finding finding =
        Finding.of("primary-writes", "Is the primary a primary: not in recovery?")
            .asked(RECOVERY)
            .answered(answer.raw());
    if (!answer.answered()) {
      return couldNotAsk(finding);
    }
    return finding.verdict(
        answer.first().equals("f"),
        "The server on the primary's port is itself a standby.",
        "Promote it (pg_ctl promote), or look whether the two ports were mixed up.");
  }

  CheckResult standbyInRecovery() {
    Asking.Answer answer = asking.ask(system.standby(), RECOVERY);
    Finding finding =
        Finding.of("standby-recovers", "Is the standby a standby: in recovery?")
            .asked(RECOVERY)
            .answered(answer.raw());
    if (!answer.answered()) {
      return couldNotAsk(finding);
    }
    String how =
        system.major() >= 12
            ? "create an empty data2/standby.signal and set primary_conninfo"
            : "write data2/recovery.conf with standby_mode = 'on' and primary_conninfo";
    return finding.verdict(
        answer.first().equals("t"),
        "The copy runs as a second primary: it was started without "
            + (system.major() >= 12 ? "standby.signal" : "recovery.conf")
            + " or has been promoted. The same rows are in both only because it is a copy.",
        "Stop it, remove data2, copy again, and before starting it " + how + ".");
  }

  CheckResult standbyRefusesWrites() {
    boolean exists =
        asking
            .ask(system.standby(), "SELECT to_regclass('public.streamtest')")
            .first()
            .equals("streamtest");
    String sql =
        exists
            ? "INSERT INTO public.streamtest VALUES (1)"
            : "CREATE TABLE replication_lab_refused(x int)";
    // Never commit: were this no standby after all, the checker would have written into the
    // student's table.
    Asking.Answer begin = asking.ask(system.standby(), "BEGIN");
    Asking.Answer answer = asking.ask(system.standby(), sql);
    asking.ask(system.standby(), "ROLLBACK");
    Finding finding =
        Finding.of(
                "standby-refuses",
                "Does the standby refuse " + (exists ? "an INSERT" : "a CREATE TABLE") + "?")
            .asked("BEGIN; " + sql + "; ROLLBACK")
            .answered(answer.answered() ? "accepted (and rolled back)" : answer.raw());
    if (!begin.answered() || answer.tellsNothing() || answer.unreachable() != null) {
      return couldNotAsk(finding);
    }
    return finding.verdict(
        answer.failure() != null && answer.failure().sqlState().equals(READ_ONLY),
        answer.answered()
            ? "It takes writes, so it is not a standby."
            : "It refuses, but for another reason than being read-only (SQLSTATE 25006).",
        "See the rows above: a server in recovery is read-only of itself.");
  }

  private static CheckResult couldNotAsk(Finding finding) {
    return finding.undetermined(
        "A server did not answer the question.", "Read its words above and check again.");
  }
}
