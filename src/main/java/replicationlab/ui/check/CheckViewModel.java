package replicationlab.ui.check;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import replicationlab.check.CheckResult;
import replicationlab.check.ProofReport;
import replicationlab.check.Verdict;

/** The proof as its view sees it. Call everything on JavaFX's thread. */
public final class CheckViewModel {

  /** Where the proof stands; a verdict only when all rows are known. */
  public enum Stage {
    NOT_CHECKED,
    CHECKING,
    CHECKED
  }

  private final Function<Consumer<CheckResult>, CompletableFuture<ProofReport>> prover;
  private final Executor fx;
  private final ObservableList<CheckResult> rows = FXCollections.observableArrayList();
  private final ObservableList<CheckResult> readOnlyRows =
      FXCollections.unmodifiableObservableList(rows);
  private final ReadOnlyIntegerWrapper fresh = new ReadOnlyIntegerWrapper(this, "fresh");
  private final ReadOnlyObjectWrapper<Stage> stage =
      new ReadOnlyObjectWrapper<>(this, "stage", Stage.NOT_CHECKED);
  private @Nullable ProofReport report;
  private String trouble = "";
  private boolean again;

  /**
   * A model of the proof.
   *
   * @param prover such as {@code GuidedLab::prove}; hands each row on as soon as it is known
   * @param fx JavaFX's thread; tests run at once
   */
  public CheckViewModel(
      Function<Consumer<CheckResult>, CompletableFuture<ProofReport>> prover, Executor fx) {
    this.prover = prover;
    this.fx = fx;
  }

  /** Checks now; while a check runs, does nothing. */
  public void check() {
    if (stage.get() == Stage.CHECKING) {
      return;
    }
    again = false;
    trouble = "";
    fresh.set(0);
    stage.set(Stage.CHECKING);
    var _ =
        prover
            .apply(row -> fx.execute(() -> add(row)))
            .whenComplete((found, failure) -> fx.execute(() -> ended(found, failure)));
  }

  /**
   * Says that a server has been started, stopped or has changed its part: a proof made before no
   * longer holds, so it is made again. Before the first check nothing happens.
   */
  public void serversChanged() {
    if (stage.get() == Stage.CHECKING) {
      again = true;
    } else if (stage.get() == Stage.CHECKED) {
      check();
    }
  }

  /** The rows; while a check runs, those from {@link #freshProperty} on are of the last one. */
  public ObservableList<CheckResult> rows() {
    return readOnlyRows;
  }

  /** How many rows the present check has brought. */
  public ReadOnlyIntegerProperty freshProperty() {
    return fresh.getReadOnlyProperty();
  }

  /** Where the proof stands. */
  public ReadOnlyObjectProperty<Stage> stageProperty() {
    return stage.getReadOnlyProperty();
  }

  /** The verdict on all rows; null before it is known. */
  public @Nullable Verdict verdict() {
    if (stage.get() != Stage.CHECKED) {
      return null;
    }
    return report == null ? Verdict.UNDETERMINED : report.verdict();
  }

  /** The verdict in a sentence. */
  public String headline() {
    Verdict verdict = verdict();
    if (verdict == null) {
      return stage.get() == Stage.CHECKING ? "Checking…" : "Not checked yet";
    }
    return switch (verdict) {
      case PASSED -> "The standby is proven: read-only, streaming, and a fresh row arrived.";
      case FAILED -> "Not proven: " + first(Verdict.FAILED);
      case UNDETERMINED ->
          "Could not check: " + (trouble.isEmpty() ? first(Verdict.UNDETERMINED) : trouble);
    };
  }

  /** The whole proof as plain text, for a letter to the instructor. */
  public String reportText() {
    return headline()
        + "\n\n"
        + rows.stream().map(CheckViewModel::text).collect(Collectors.joining("\n\n"))
        + "\n";
  }

  private static String text(CheckResult row) {
    StringBuilder text = new StringBuilder();
    text.append("[").append(row.verdict().words()).append("] ").append(row.question());
    append(text, "asked", row.sql());
    append(text, "answer", row.answer());
    append(text, "cause", row.cause());
    append(text, "remedy", row.remedy());
    return text.toString();
  }

  private static void append(StringBuilder text, String name, String words) {
    if (!words.isBlank()) {
      text.append("\n  ").append(name).append(": ");
      text.append(words.strip().replace("\n", "\n    "));
    }
  }

  private String first(Verdict verdict) {
    return rows.stream()
        .filter(row -> row.verdict() == verdict)
        .findFirst()
        .map(row -> row.cause().isBlank() ? row.question() : row.cause())
        .orElse("the reason is not known.");
  }

  private void add(CheckResult row) {
    int index = fresh.get();
    if (index < rows.size()) {
      rows.set(index, row);
    } else {
      rows.add(row);
    }
    fresh.set(index + 1);
  }

  private void ended(@Nullable ProofReport found, @Nullable Throwable failure) {
    report = found;
    if (found != null) {
      // Rows that the last check had and this one has not must go.
      rows.setAll(found.checks());
    } else if (failure != null) {
      Throwable cause = failure.getCause() == null ? failure : failure.getCause();
      trouble = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
    fresh.set(rows.size());
    stage.set(Stage.CHECKED);
    if (again) {
      check();
    }
  }
}
