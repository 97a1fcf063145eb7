package replicationlab.ui.drill;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import replicationlab.check.CheckResult;
import replicationlab.check.ProofReport;
import replicationlab.check.Verdict;
import replicationlab.drill.Drill;
import replicationlab.lab.Action;
import replicationlab.lab.Versions;
import replicationlab.run.Drilling;

/** Drills without servers: set at once, and mended when the test says so. */
public final class FakeDrills implements Drilling {

  /** A drill as it is written. */
  public static final String DRILL =
      """
      # One file too many {#copied-pid-file}

      The standby was copied again by hand, and something came along.

      ```sh
      cp -p data/postmaster.pid data2/postmaster.pid
      ```

      ```predict
      standby-answers
      ```

      ## Afterwards

      In a copy `postmaster.pid` names the server of the original.
      """;

  final Set<String> solved = new TreeSet<>();
  final Set<String> shown = new TreeSet<>();
  public boolean mended;
  boolean proven = true;
  int shownCount;
  Set<String> failing = Set.of();
  Optional<Set<String>> foreseen = Optional.empty();
  boolean told;
  private String current = "";

  @Override
  public int major() {
    return 18;
  }

  @Override
  public String current() {
    return current;
  }

  @Override
  public Set<String> failing() {
    return failing;
  }

  @Override
  public Optional<Set<String>> foreseen() {
    return foreseen;
  }

  @Override
  public void foresee(Set<String> rows) {
    foreseen = Optional.of(rows);
  }

  @Override
  public boolean wasTold() {
    return told;
  }

  @Override
  public void told() {
    told = true;
  }

  @Override
  public Set<String> solved() {
    return solved;
  }

  @Override
  public Set<String> shown() {
    return shown;
  }

  @Override
  public CompletableFuture<ProofReport> set(Drill drill) {
    if (!proven) {
      return CompletableFuture.failedFuture(
          new IllegalStateException("A drill begins from a proven standby."));
    }
    current = drill.id();
    failing = Set.of("standby-answers");
    return CompletableFuture.completedFuture(report(Verdict.FAILED));
  }

  @Override
  public CompletableFuture<ProofReport> check(boolean byThePerson) {
    if (mended) {
      (byThePerson ? solved : shown).add(current);
    }
    return CompletableFuture.completedFuture(report(mended ? Verdict.PASSED : Verdict.FAILED));
  }

  @Override
  public CompletableFuture<ProofReport> showMe() {
    shownCount++;
    return CompletableFuture.completedFuture(report(Verdict.PASSED));
  }

  @Override
  public void cancel() {
    // Nothing runs here.
  }

  private static ProofReport report(Verdict verdict) {
    boolean failed = verdict == Verdict.FAILED;
    return ProofReport.of(
        List.of(
            new CheckResult(
                "standby-answers",
                verdict,
                "Does the standby answer on port 5433?",
                "SHOW server_version",
                failed ? "Connection refused" : "18.6",
                failed ? "postmaster.pid in data2 was copied from the primary." : "",
                failed
                    ? "Remove the copied file and start the server.\nrm data2/postmaster.pid\n"
                        + "PGDATA=data2 pg_ctl -l logs/standby.log start"
                    : "",
                failed ? "copied-pid-file" : "",
                failed
                    ? List.of(new Action.Command(0, Versions.ALL, "rm data2/postmaster.pid", false))
                    : List.of())));
  }
}
