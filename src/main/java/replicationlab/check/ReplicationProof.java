package replicationlab.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The proof that the standby is one. Each row rests on those before, and no single one is enough:
 * rows that look right can be old, lag can be nothing because nothing comes, and "read-only" can be
 * a mere setting.
 */
public final class ReplicationProof {

  /**
   * A row's name, and its question in few words.
   *
   * @param yesOrNo the question so that who says beforehand whether the row fails can answer it
   *     with yes or no
   */
  public record Row(String name, String question, String yesOrNo) {

    private Row(String name, String question) {
      this(name, question, question);
    }
  }

  /** The rows, in the order in which they are asked. */
  public static final List<Row> ROWS =
      List.of(
          new Row("primary-answers", "Does the primary answer?"),
          new Row("standby-answers", "Does the standby answer?"),
          new Row("same-system", "Do both have one history?"),
          new Row("two-directories", "Are they two data directories?"),
          new Row("primary-writes", "Is the primary not in recovery?"),
          new Row("standby-recovers", "Is the standby in recovery?"),
          new Row("standby-refuses", "Does the standby refuse an INSERT?"),
          new Row("receiver-streams", "Does the standby stream from this primary?"),
          new Row("replay-runs", "Is replay running?"),
          new Row("backup-label", "Did replay begin where the backup began?"),
          new Row("row-arrives", "Does a new row arrive?"),
          new Row("streamtest", "Is streamtest replicated?"),
          new Row("bytes-behind", "How far behind is the standby?", "Is the standby near enough?"));

  private final LabSystem system;

  public ReplicationProof(LabSystem system) {
    this.system = system;
  }

  /** Asks everything, in order; {@code row} gets each result as soon as it is known. */
  public ProofReport run(Consumer<CheckResult> row) {
    List<CheckResult> results = new ArrayList<>();
    try (Asking asking = new Asking()) {
      Map<String, Supplier<CheckResult>> questions = questions(asking, results);
      for (Row each : ROWS) {
        // The first two are about one server each; the others need both.
        boolean ask =
            results.size() < 2
                || results.stream().limit(2).allMatch(one -> one.verdict() == Verdict.PASSED);
        Supplier<CheckResult> question = questions.get(each.name());
        CheckResult found = ask && question != null ? question.get() : notAsked(each);
        CheckResult result = onlyTheFirstMistake(found, results);
        results.add(result);
        row.accept(result);
      }
    }
    return ProofReport.of(results);
  }

  private Map<String, Supplier<CheckResult>> questions(Asking asking, List<CheckResult> before) {
    ServerRows servers = new ServerRows(system, asking);
    // Both at once and first of all: to connect takes longer than all that is asked afterwards.
    CompletableFuture<CheckResult> primary =
        CompletableFuture.supplyAsync(
            () -> servers.answers(system.primary()), Thread::startVirtualThread);
    CompletableFuture<CheckResult> standby =
        CompletableFuture.supplyAsync(
            () -> servers.answers(system.standby()), Thread::startVirtualThread);
    StreamRows stream = new StreamRows(system, asking);
    ArrivalRows arrival =
        new ArrivalRows(
            system,
            asking,
            () -> before.stream().anyMatch(result -> result.verdict() != Verdict.PASSED));
    return Map.ofEntries(
        Map.entry("primary-answers", primary::join),
        Map.entry("standby-answers", standby::join),
        Map.entry("same-system", servers::sameSystem),
        Map.entry("two-directories", servers::twoDirectories),
        Map.entry("primary-writes", servers::primaryNotInRecovery),
        Map.entry("standby-recovers", servers::standbyInRecovery),
        Map.entry("standby-refuses", servers::standbyRefusesWrites),
        Map.entry("receiver-streams", stream::receiverStreams),
        Map.entry("replay-runs", stream::replayNotPaused),
        Map.entry("backup-label", new LabelRow(system, asking)::beganAtLabel),
        Map.entry("row-arrives", arrival::rowArrives),
        Map.entry("streamtest", arrival::streamtestReplicated),
        Map.entry("bytes-behind", stream::bytesBehind));
  }

  private static CheckResult notAsked(Row row) {
    return Finding.of(row.name(), row.question())
        .undetermined(
            "It takes both servers to answer this.",
            "Mend the first row that failed, then check again.");
  }

  /** What fails after a mistake that was made out may well be its consequence, if it can be. */
  private CheckResult onlyTheFirstMistake(CheckResult found, List<CheckResult> before) {
    return before.stream()
        .filter(result -> !result.mistake().isEmpty())
        .findFirst()
        .filter(first -> found.verdict() != Verdict.PASSED)
        .filter(first -> Consequence.mayBe(found, first, system))
        .map(found::after)
        .orElse(found);
  }
}
