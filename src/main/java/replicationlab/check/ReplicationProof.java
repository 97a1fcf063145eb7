package replicationlab.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The proof that the standby is one. Each row rests on those before, and no single one is enough:
 * rows that look right can be old, lag can be nothing because nothing comes, and "read-only" can be
 * a mere setting.
 */
public final class ReplicationProof {

  private final LabSystem system;

  public ReplicationProof(LabSystem system) {
    this.system = system;
  }

  /** Asks everything, in order; {@code row} gets each result as soon as it is known. */
  public ProofReport run(Consumer<CheckResult> row) {
    List<CheckResult> results = new ArrayList<>();
    try (Asking asking = new Asking()) {
      ServerRows servers = new ServerRows(system, asking);
      StreamRows stream = new StreamRows(system, asking);
      ArrivalRows arrival = new ArrivalRows(system, asking);
      Consumer<CheckResult> take =
          result -> {
            results.add(result);
            row.accept(result);
          };
      take.accept(servers.answers(system.primary()));
      take.accept(servers.answers(system.standby()));
      boolean bothAnswer = results.stream().allMatch(result -> result.verdict() == Verdict.PASSED);
      for (ProofRow next :
          List.of(
              new ProofRow("same-system", "Do both have one history?", servers::sameSystem),
              new ProofRow(
                  "two-directories", "Are they two data directories?", servers::twoDirectories),
              new ProofRow(
                  "primary-writes",
                  "Is the primary not in recovery?",
                  servers::primaryNotInRecovery),
              new ProofRow(
                  "standby-recovers", "Is the standby in recovery?", servers::standbyInRecovery),
              new ProofRow(
                  "standby-refuses",
                  "Does the standby refuse an INSERT?",
                  servers::standbyRefusesWrites),
              new ProofRow(
                  "receiver-streams",
                  "Does the standby stream from this primary?",
                  stream::receiverStreams),
              new ProofRow("replay-runs", "Is replay running?", stream::replayNotPaused),
              new ProofRow("row-arrives", "Does a new row arrive?", arrival::rowArrives),
              new ProofRow(
                  "streamtest", "Is streamtest replicated?", arrival::streamtestReplicated),
              new ProofRow(
                  "bytes-behind", "How far behind is the standby?", stream::bytesBehind))) {
        take.accept(bothAnswer ? next.question().get() : next.notAsked());
      }
    }
    return ProofReport.of(results);
  }

  private record ProofRow(String name, String words, Supplier<CheckResult> question) {
    CheckResult notAsked() {
      return Finding.of(name, words)
          .undetermined(
              "It takes both servers to answer this.",
              "Mend the first row that failed, then check again.");
    }
  }
}
