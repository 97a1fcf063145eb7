package replicationlab.ui.check;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import replicationlab.check.CheckResult;
import replicationlab.check.ProofReport;
import replicationlab.check.Verdict;
import replicationlab.lab.Action;
import replicationlab.process.OutputLine;
import replicationlab.run.GuidedLab;
import replicationlab.run.LabEvent;

/** The proof as its view sees it. Call everything on JavaFX's thread. */
public final class CheckViewModel {

  /** Where the proof stands; a verdict only when all rows are known. */
  public enum Stage {
    NOT_CHECKED,
    /** Somebody is to say first how the proof will end. */
    HELD_BACK,
    CHECKING,
    CHECKED,
    /** A remedy is being carried out; the rows are those that it is for. */
    MENDING
  }

  /** Carries out remedies; such as a lab's run. */
  public interface Mender {
    /** Answers with what went wrong; empty if nothing did. */
    CompletableFuture<String> apply(List<Action> remedy);

    /** Ends what runs now. */
    void cancel();

    /** A lab's run. */
    static Mender of(GuidedLab lab) {
      return new Mender() {
        @Override
        public CompletableFuture<String> apply(List<Action> remedy) {
          StringBuilder last = new StringBuilder();
          GuidedLab.Subscription heard = lab.subscribe(event -> remember(event, last));
          return lab.apply(remedy)
              .whenComplete((_, _) -> heard.close())
              .thenApply(said -> said.isEmpty() || last.isEmpty() ? said : said + ": " + last);
        }

        @Override
        public void cancel() {
          lab.cancel();
        }
      };
    }

    /** The last complaint of a remedy's command, which says more than its exit code. */
    private static void remember(LabEvent event, StringBuilder last) {
      if (event instanceof LabEvent.ActionStarted) {
        last.setLength(0);
      } else if (event instanceof LabEvent.Output output
          && output.stepId().isEmpty()
          && output.line().stream() == OutputLine.Stream.ERR
          && !output.line().text().isBlank()) {
        last.replace(0, last.length(), output.line().text().strip());
      }
    }
  }

  private final Function<Consumer<CheckResult>, CompletableFuture<ProofReport>> prover;
  private final @Nullable Mender mender;
  private final Executor fx;
  private final ObservableList<CheckResult> rows = FXCollections.observableArrayList();
  private final ObservableList<CheckResult> readOnlyRows =
      FXCollections.unmodifiableObservableList(rows);
  private final ReadOnlyIntegerWrapper fresh = new ReadOnlyIntegerWrapper(this, "fresh");
  private final ReadOnlyObjectWrapper<Stage> stage =
      new ReadOnlyObjectWrapper<>(this, "stage", Stage.NOT_CHECKED);
  private @Nullable ProofReport report;
  private String trouble = "";
  private String complaint = "";
  private boolean again;
  private boolean againUnlessPassed;
  private boolean heldBack;

  /**
   * A model of the proof.
   *
   * @param prover such as {@code GuidedLab::prove}; hands each row on as soon as it is known
   * @param fx JavaFX's thread; tests run at once
   */
  public CheckViewModel(
      Function<Consumer<CheckResult>, CompletableFuture<ProofReport>> prover, Executor fx) {
    this(prover, null, fx);
  }

  /**
   * A model of the proof, with remedies.
   *
   * @param mender null if nobody carries them out
   */
  public CheckViewModel(
      Function<Consumer<CheckResult>, CompletableFuture<ProofReport>> prover,
      @Nullable Mender mender,
      Executor fx) {
    this.prover = prover;
    this.mender = mender;
    this.fx = fx;
  }

  /** Checks now, because a person wants it; while a check runs, does nothing. */
  public void check() {
    if (stage.get() != Stage.CHECKING && stage.get() != Stage.MENDING) {
      complaint = "";
    }
    begin();
  }

  private void begin() {
    if (heldBack || stage.get() == Stage.CHECKING || stage.get() == Stage.MENDING) {
      return;
    }
    again = false;
    againUnlessPassed = false;
    trouble = "";
    fresh.set(0);
    stage.set(Stage.CHECKING);
    var _ =
        prover
            .apply(row -> fx.execute(() -> add(row)))
            .whenComplete((found, failure) -> fx.execute(() -> ended(found, failure)));
  }

  /** Whether there is somebody to carry out a remedy. */
  public boolean canMend() {
    return mender != null;
  }

  /** Carries out a result's remedy, and then checks again; while something runs, does nothing. */
  public void mend(CheckResult result) {
    if (mender == null || stage.get() != Stage.CHECKED) {
      return;
    }
    complaint = "";
    stage.set(Stage.MENDING);
    var _ =
        mender
            .apply(result.actions())
            .whenComplete((said, failure) ->
                fx.execute(() -> mended(failure == null ? said : failure.toString())));
  }

  /** Ends the remedy that is being carried out. */
  public void cancelMend() {
    if (mender != null && stage.get() == Stage.MENDING) {
      mender.cancel();
    }
  }

  private void mended(String said) {
    complaint = said;
    stage.set(Stage.CHECKED);
    begin();
  }

  /** What went wrong with the last remedy; empty if nothing did. */
  public String complaint() {
    return complaint;
  }

  /**
   * Says that a server has been started, stopped or has changed its part: a proof made before no
   * longer holds, so it is made again. Before the first check nothing happens.
   */
  public void serversChanged() {
    if (stage.get() == Stage.CHECKING || stage.get() == Stage.MENDING) {
      again = true;
    } else if (stage.get() == Stage.CHECKED) {
      begin();
    }
  }

  /**
   * Looks again when a lab's steps have passed and the last verdict was not that the standby is
   * proven; while steps run it waits for their end.
   *
   * @param running whether a step runs
   * @param passed changes when a step passes
   */
  public void follow(ObservableValue<Boolean> running, ObservableValue<?> passed) {
    running.subscribe((was, is) -> stepsChanged(is));
    passed.subscribe((was, is) -> stepsChanged(running.getValue()));
  }

  /**
   * A step that asks for the proof has passed: if nobody has looked before, it is shown here too.
   */
  public void stepProved() {
    if (stage.get() == Stage.NOT_CHECKED) {
      check();
    }
  }

  private void stepsChanged(boolean running) {
    if (running) {
      return;
    }
    if (stage.get() == Stage.CHECKING || stage.get() == Stage.MENDING) {
      againUnlessPassed = true;
    } else if (verdict() != Verdict.PASSED) {
      serversChanged();
    }
  }

  /**
   * Shows and asks nothing while somebody is to foresee the proof, and afterwards only when asked.
   *
   * @param foreseeing such as {@code DrillsPane}'s
   */
  public void holdBackWhile(ObservableValue<Boolean> foreseeing) {
    foreseeing.subscribe(is -> {
      if (is != heldBack) {
        heldBack = is;
        // What runs comes to its end by itself, and is then not shown.
        forget();
      }
    });
  }

  /**
   * Shows a proof that was made elsewhere just now, such as a drill's. One that is being made here,
   * or will be after a remedy, is newer: proofs are made one after another.
   */
  public void show(ProofReport made) {
    if (heldBack || stage.get() == Stage.CHECKING || stage.get() == Stage.MENDING) {
      return;
    }
    trouble = "";
    complaint = "";
    again = false;
    againUnlessPassed = false;
    // As after a check of its own: who looks at the stage hears of the new verdict.
    stage.set(Stage.CHECKING);
    ended(made, null);
  }

  private void forget() {
    report = null;
    trouble = "";
    complaint = "";
    again = false;
    againUnlessPassed = false;
    rows.clear();
    fresh.set(0);
    if (stage.get() != Stage.CHECKING && stage.get() != Stage.MENDING) {
      stage.set(heldBack ? Stage.HELD_BACK : Stage.NOT_CHECKED);
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
      return switch (stage.get()) {
        case MENDING -> "Doing it; the console shows what…";
        case CHECKING -> "Checking…";
        case NOT_CHECKED, HELD_BACK, CHECKED -> "Not checked yet";
      };
    }
    return sentence(verdict)
        + (complaint.isEmpty() || verdict == Verdict.PASSED
            ? ""
            : "\nThe remedy was not carried out to its end: " + complaint);
  }

  private String sentence(Verdict verdict) {
    return switch (verdict) {
      case PASSED -> "The standby is proven: read-only, streaming, and a fresh row arrived.";
      case FAILED -> "Not proven: " + firstCause();
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

  /** A row whose mistake was made out comes before those that may be its consequences. */
  private String firstCause() {
    return rows.stream()
        .filter(row -> row.verdict() != Verdict.PASSED)
        .filter(row -> row.verdict() == Verdict.FAILED || !row.mistake().isEmpty())
        .findFirst()
        .filter(row -> !row.cause().isBlank())
        .map(CheckResult::cause)
        .orElseGet(() -> first(Verdict.FAILED));
  }

  private void add(CheckResult row) {
    if (heldBack) {
      return;
    }
    int index = fresh.get();
    if (index < rows.size()) {
      rows.set(index, row);
    } else {
      rows.add(row);
    }
    fresh.set(index + 1);
  }

  private void ended(@Nullable ProofReport found, @Nullable Throwable failure) {
    if (heldBack) {
      stage.set(Stage.HELD_BACK);
      return;
    }
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
    if (again || (againUnlessPassed && verdict() != Verdict.PASSED)) {
      begin();
    }
  }
}
