package replicationlab.ui.check;

import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import replicationlab.check.CheckResult;
import replicationlab.check.ProofReport;
import replicationlab.check.Verdict;
import replicationlab.run.GuidedLab;

/**
 * The proof as the view shows it. One proof runs at a time; whoever asks meanwhile gets another one
 * right after it, because what has changed since may not be in the one that runs.
 */
public final class CheckViewModel {

  private final Executor fxThread;
  private final ObservableList<CheckResult> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable ProofReport> report = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
  private @Nullable GuidedLab lab;
  private boolean againAfterwards;

  /** {@code fxThread} runs what touches the view; in tests it may run at once. */
  public CheckViewModel(Executor fxThread) {
    this.fxThread = fxThread;
  }

  /** The lab whose standby is checked; null while there is none. */
  public void setLab(@Nullable GuidedLab newLab) {
    lab = newLab;
    rows.clear();
    report.set(null);
    ready.set(newLab != null);
  }

  /** The rows of the proof that runs, or of the last. */
  public ObservableList<CheckResult> rows() {
    return rows;
  }

  /** The last proof; null before the first and while one runs for the first time. */
  public ReadOnlyObjectProperty<@Nullable ProofReport> reportProperty() {
    return report.getReadOnlyProperty();
  }

  /** Whether a proof runs now. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Whether there is a lab to check. */
  public ReadOnlyBooleanProperty readyProperty() {
    return ready.getReadOnlyProperty();
  }

  /** Proves, from the first row on. */
  public void check() {
    GuidedLab checked = lab;
    if (checked == null) {
      return;
    }
    if (running.get()) {
      againAfterwards = true;
      return;
    }
    running.set(true);
    boolean first = report.get() == null;
    if (first) {
      rows.clear();
    }
    // Later proofs replace the rows at once, so that the list does not flicker empty in between.
    var _ =
        checked
            .prove(row -> fxThread.execute(() -> arrived(checked, row, first)))
            .whenComplete(
                (result, failure) -> fxThread.execute(() -> done(checked, result, failure)));
  }

  private void arrived(GuidedLab from, CheckResult row, boolean first) {
    if (from.equals(lab) && first) {
      rows.add(row);
    }
  }

  private void done(GuidedLab from, @Nullable ProofReport result, @Nullable Throwable failure) {
    running.set(false);
    if (from.equals(lab)) {
      if (result != null) {
        rows.setAll(result.checks());
        report.set(result);
      } else if (failure != null) {
        report.set(new ProofReport(Verdict.UNDETERMINED, rows));
      }
    }
    if (againAfterwards) {
      againAfterwards = false;
      check();
    }
  }

  /** What the whole says, in a sentence. */
  public static String words(ProofReport report) {
    return switch (report.verdict()) {
      case PASSED -> "The standby is proven: read-only, streaming, and a new row arrived.";
      case FAILED -> "Not proven: " + firstCause(report, Verdict.FAILED);
      case UNDETERMINED -> "Could not check: " + firstCause(report, Verdict.UNDETERMINED);
    };
  }

  private static String firstCause(ProofReport report, Verdict verdict) {
    return report.checks().stream()
        .filter(row -> row.verdict() == verdict)
        .map(CheckResult::cause)
        .findFirst()
        .orElse("the checker itself was interrupted; check again.");
  }

  /** The whole proof as text, for pasting into a question. */
  public String asText() {
    StringBuilder text = new StringBuilder();
    for (CheckResult row : rows) {
      text.append(row.verdict().words()).append(": ").append(row.question()).append('\n');
      row.sql().lines().forEach(line -> text.append("    ").append(line).append('\n'));
      row.answer().lines().forEach(line -> text.append("    = ").append(line).append('\n'));
      if (row.verdict() != Verdict.PASSED) {
        text.append("    cause: ").append(row.cause()).append('\n');
        text.append("    remedy: ").append(row.remedy()).append('\n');
      }
    }
    return text.toString();
  }
}
