package replicationlab.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.sql.CannotConnect;

/** The proof's rows about the two servers themselves. */
final class ServerRows {

  private static final String IDENTIFIER = "SELECT system_identifier FROM pg_control_system()";
  private static final String RECOVERY = "SELECT pg_is_in_recovery()";
  private static final String READ_ONLY = "25006";
  private static final String CREATE = "CREATE TABLE replication_lab_refused(x int)";

  private final LabSystem system;
  private final Asking asking;

  ServerRows(LabSystem system, Asking asking) {
    this.system = system;
    this.asking = asking;
  }

  CheckResult answers(Cluster cluster) {
    String sql = "SHOW server_version";
    Asking.Answer answer = asking.askAnew(cluster, sql);
    Finding finding =
        Finding.of(
                cluster.name() + "-answers",
                "Does the " + cluster.name() + " answer on port " + cluster.port() + "?")
            .asked(sql)
            .answered(answer.raw());
    Scene scene = new Scene(system, asking);
    Side side = cluster.equals(system.primary()) ? scene.primary : scene.standby;
    if (answer.answered()) {
      return side.data().server().isPresent() || isOwn(side)
          ? finding.passed()
          : finding.failed(Unsignalled.stranger(side).orElseThrow(), system);
    }
    CannotConnect refused = answer.unreachable();
    Optional<Explanation> silence =
        Optional.ofNullable(refused).flatMap(new StillServer(side)::find);
    if (silence.isPresent()) {
      return finding.undetermined(silence.get(), system);
    }
    boolean refusedByServer =
        refused != null
            && EnumSet.of(CannotConnect.Reason.REJECTED, CannotConnect.Reason.OTHER)
                .contains(refused.reason());
    boolean silent = answer.tellsNothing() && !system.control().state(cluster).isClosed();
    // What answers on the port of a server that is not there is another program.
    if (side.data().server().isPresent() && (refusedByServer || silent)) {
      return new TakenConnections(scene, side)
          .find(answer)
          .or(() -> new LockedOut(side).find(answer.raw()))
          .map(explanation -> finding.undetermined(explanation, system))
          .orElseGet(() ->
              finding.undetermined(
                  "The " + cluster.name() + " did not let the checker in.",
                  "Read its words above, mend that, and check again."));
    }
    return finding.failed(new SilentServer(scene, side).why(), system);
  }

  /** Whoever removes the pid file of a server that runs has still the server. */
  private static boolean isOwn(Side side) {
    return side.ask("SHOW data_directory").filter(shown -> isSame(shown, side)).isPresent();
  }

  private static boolean isSame(String directory, Side side) {
    try {
      return Files.isSameFile(Path.of(directory), side.cluster().data());
    } catch (IOException noSuchDirectory) {
      return false;
    }
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
    if (primary.first().equals(standby.first())) {
      return finding.passed();
    }
    Scene scene = new Scene(system, asking);
    return finding.failed(
        Diagnosis.first(
                () -> Unsignalled.stranger(scene.primary),
                () -> Unsignalled.stranger(scene.standby),
                () -> new BrokenFiles(scene, scene.standby).notACopy())
            .orElseGet(() ->
                Explanation.of(
                    "The two were initialised separately: nothing can be streamed from one to the"
                        + " other.",
                    "Stop the standby, and copy the primary's data directory.")),
        system);
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
    return answer.first().equals("f")
        ? finding.passed()
        : finding.failed(new Unsignalled(new Scene(system, asking)).primaryRecovers(), system);
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
    return answer.first().equals("t")
        ? finding.passed()
        : finding.failed(new Unsignalled(new Scene(system, asking)).running(), system);
  }

  CheckResult standbyRefusesWrites() {
    boolean exists =
        asking
            .ask(system.standby(), "SELECT to_regclass('public.streamtest')")
            .first()
            .equals("streamtest");
    // A row of defaults suits columns of every kind: no value of ours is refused for its type, or
    // because the server makes it itself, before the server sees that it is read-only.
    Tried tried = tryOut(exists ? "INSERT INTO public.streamtest DEFAULT VALUES" : CREATE);
    Finding finding =
        tried.addTo(
            Finding.of(
                "standby-refuses",
                "Does the standby refuse " + (exists ? "an INSERT" : "a CREATE TABLE") + "?"));
    if (exists && !tried.readOnly()) {
      // A rule may put something else in the place of an INSERT; nothing does so with a CREATE.
      tried = tryOut(CREATE);
      finding = tried.addTo(finding);
    }
    Asking.Answer answer = tried.answer();
    if (!tried.begun() || answer.tellsNothing() || answer.unreachable() != null) {
      return couldNotAsk(finding);
    }
    return finding.verdict(
        tried.readOnly(),
        answer.answered()
            ? "It takes writes, so it is not a standby."
            : "It refuses, but for another reason than being read-only (SQLSTATE 25006).",
        "See the rows above: a server in recovery is read-only of itself.");
  }

  private record Tried(String sql, boolean begun, Asking.Answer answer) {

    boolean readOnly() {
      return answer.failure() != null && answer.failure().sqlState().equals(READ_ONLY);
    }

    Finding addTo(Finding finding) {
      return finding
          .asked("BEGIN; " + sql + "; ROLLBACK")
          .answered(answer.answered() ? "accepted (and rolled back)" : answer.raw());
    }
  }

  /**
   * Never commits: were this no standby after all, the checker would have written into the
   * student's table.
   */
  private Tried tryOut(String sql) {
    Asking.Answer begin = asking.ask(system.standby(), "BEGIN");
    Asking.Answer answer = asking.ask(system.standby(), sql);
    asking.ask(system.standby(), "ROLLBACK");
    return new Tried(sql, begin.answered(), answer);
  }

  private static CheckResult couldNotAsk(Finding finding) {
    return finding.undetermined(
        "A server did not answer the question.", "Read its words above and check again.");
  }
}
