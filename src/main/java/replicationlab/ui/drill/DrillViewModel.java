package replicationlab.ui.drill;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;
import replicationlab.check.CheckResult;
import replicationlab.check.ProofReport;
import replicationlab.check.ReplicationProof;
import replicationlab.check.Verdict;
import replicationlab.drill.Drill;
import replicationlab.drill.DrillBook;
import replicationlab.run.DrillRun;
import replicationlab.run.Drilling;

/** The drills as their view sees them. Call everything on JavaFX's thread. */
public final class DrillViewModel {

  /** Where the person stands. */
  public enum Stage {
    /** Looks at the list. */
    CHOOSING,
    /** Reads a drill that has not been set. */
    READING,
    /** The drill is being set. */
    SETTING,
    /** It is set; which rows will fail? */
    FORESEEING,
    /** Knows which rows fail, and looks for the cause. */
    SEARCHING,
    /** The mend is being verified, or made. */
    VERIFYING,
    /** The standby is proven again. */
    MENDED
  }

  /** How a row of the proof was foreseen. */
  public enum Foresight {
    RIGHT("as you said"),
    MISSED("fails, and you did not say so"),
    WRONG("passes, and you said it would fail"),
    QUIET("passes");

    private final String words;

    Foresight(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }
  }

  private final DrillBook book;
  private final Drilling drilling;
  private final Executor fx;
  private final ObservableSet<String> foreseen = FXCollections.observableSet();
  private final ReadOnlyObjectWrapper<Stage> stage =
      new ReadOnlyObjectWrapper<>(this, "stage", Stage.CHOOSING);
  private @Nullable Drill drill;
  private final ReadOnlyObjectWrapper<@Nullable ProofReport> shownProof =
      new ReadOnlyObjectWrapper<>(this, "shownProof");
  private @Nullable ProofReport report;
  private Set<String> failing = Set.of();
  private String trouble = "";
  private boolean gaveUp;
  private boolean told;

  /**
   * A model of the drills; one that was set before the program ended is open again.
   *
   * @param fx JavaFX's thread; tests run at once
   */
  public DrillViewModel(DrillBook book, Drilling drilling, Executor fx) {
    this.book = book;
    this.drilling = drilling;
    this.fx = fx;
    book.drills().stream()
        .filter(each -> each.id().equals(drilling.current()))
        .findFirst()
        .ifPresent(each -> {
          drill = each;
          asItWasLeft();
        });
  }

  private void asItWasLeft() {
    failing = drilling.failing();
    told = drilling.wasTold();
    boolean hasSaid = drilling.foreseen().isPresent();
    drilling.foreseen().ifPresent(foreseen::addAll);
    stage.set(hasSaid || failing.isEmpty() ? Stage.SEARCHING : Stage.FORESEEING);
  }

  /** Those that can happen on the lab's PostgreSQL. */
  public List<Drill> drills() {
    return book.drillsFor(drilling.major());
  }

  public Set<String> solved() {
    return drilling.solved();
  }

  public Set<String> shown() {
    return drilling.shown();
  }

  /** Those that are still to be mended by the person; what was only shown comes last. */
  public List<Drill> toBeMended() {
    return drills().stream()
        .filter(each -> !solved().contains(each.id()) && !each.equals(drill))
        .sorted(Comparator.comparing((Drill each) -> shown().contains(each.id())))
        .toList();
  }

  public ReadOnlyObjectProperty<Stage> stageProperty() {
    return stage.getReadOnlyProperty();
  }

  /** Whether the person is still to say how the proof will end: nobody else should say it first. */
  public ObservableValue<Boolean> foreseeing() {
    return stage.map(now -> now == Stage.SETTING || now == Stage.FORESEEING);
  }

  /**
   * The proof that was made last, once it gives nothing away: the drill is mended, or the person
   * has given up; null before, and while another is made. It changes after the stage.
   */
  public ReadOnlyObjectProperty<@Nullable ProofReport> shownProofProperty() {
    return shownProof.getReadOnlyProperty();
  }

  /**
   * What mends the drill was done for the person, in another place; it is not the person's mend.
   */
  public void mendedElsewhere() {
    if (stage.get() == Stage.SEARCHING) {
      isTold();
    }
  }

  private void isTold() {
    told = true;
    drilling.told();
  }

  /** The drill that is open; null in the list. */
  public @Nullable Drill drill() {
    return drill;
  }

  /** What went wrong last, in a sentence; empty if nothing did. */
  public String trouble() {
    return trouble;
  }

  /** The names of the rows that the person believes to fail. */
  public ObservableSet<String> foreseen() {
    return foreseen;
  }

  /** Opens a drill. */
  public void open(Drill chosen) {
    drill = chosen;
    foreseen.clear();
    report = null;
    shownProof.set(null);
    failing = Set.of();
    gaveUp = false;
    told = false;
    trouble = "";
    stage.set(Stage.READING);
  }

  /** Back to the list, unless a drill is set: that one is to be mended first. */
  public void back() {
    if (stage.get() == Stage.READING || stage.get() == Stage.MENDED) {
      drill = null;
      trouble = "";
      stage.set(Stage.CHOOSING);
    }
  }

  /** Sets the open drill. */
  public void set() {
    Drill chosen = drill;
    if (chosen != null && stage.get() == Stage.READING) {
      run(
          Stage.SETTING,
          drilling.set(chosen),
          Stage.READING,
          found -> {
            failing = DrillRun.broken(found);
            stage.set(Stage.FORESEEING);
          });
    }
  }

  /** The person has said which rows fail, and sees which do. */
  public void judge() {
    if (stage.get() == Stage.FORESEEING) {
      drilling.foresee(Set.copyOf(foreseen));
      stage.set(Stage.SEARCHING);
    }
  }

  /** How each row was foreseen; empty if it is not known what the drill broke. */
  public List<Judgement> judgements() {
    if (failing.isEmpty()) {
      return List.of();
    }
    return ReplicationProof.ROWS.stream()
        .map(row -> new Judgement(row, foresight(row.name(), failing)))
        .toList();
  }

  /** A row and how it was foreseen. */
  public record Judgement(ReplicationProof.Row row, Foresight foresight) {}

  private Foresight foresight(String row, Set<String> broken) {
    if (broken.contains(row)) {
      return foreseen.contains(row) ? Foresight.RIGHT : Foresight.MISSED;
    }
    return foreseen.contains(row) ? Foresight.WRONG : Foresight.QUIET;
  }

  /** Verifies what the person has mended. */
  public void check() {
    if (stage.get() == Stage.SEARCHING) {
      run(Stage.VERIFYING, drilling.check(!told), Stage.SEARCHING, this::verified);
    }
  }

  private void verified(ProofReport found) {
    boolean mended = found.verdict() == Verdict.PASSED;
    trouble = mended ? "" : "Not mended yet: some rows of the proof still do not pass.";
    stage.set(mended ? Stage.MENDED : Stage.SEARCHING);
  }

  /** Gives up: from now on the cause and its remedy show. */
  public void giveUp() {
    if (stage.get() != Stage.SEARCHING) {
      return;
    }
    gaveUp = true;
    isTold();
    run(
        Stage.VERIFYING,
        drilling.check(false),
        Stage.SEARCHING,
        found -> {
          stage.set(found.verdict() == Verdict.PASSED ? Stage.MENDED : Stage.SEARCHING);
        });
  }

  /** The row that names the mistake; null before the person has given up. */
  public @Nullable CheckResult answer() {
    ProofReport known = report;
    return gaveUp && known != null ? DrillRun.named(known).orElse(null) : null;
  }

  /** Carries out the remedy. */
  public void showMe() {
    if (stage.get() == Stage.SEARCHING) {
      run(Stage.VERIFYING, drilling.showMe(), Stage.SEARCHING, this::verified);
    }
  }

  /** Ends what runs. */
  public void cancel() {
    drilling.cancel();
  }

  private void run(
      Stage meanwhile,
      CompletableFuture<ProofReport> task,
      Stage afterTrouble,
      Consumer<ProofReport> then) {
    trouble = "";
    shownProof.set(null);
    stage.set(meanwhile);
    var _ =
        task.whenComplete((found, failure) ->
            fx.execute(() -> {
              if (failure != null) {
                Throwable cause = failure.getCause() == null ? failure : failure.getCause();
                trouble = cause.getMessage() == null ? cause.toString() : cause.getMessage();
                stage.set(afterTrouble);
              } else {
                report = found;
                then.accept(found);
                if (stage.get() == Stage.MENDED || gaveUp) {
                  shownProof.set(found);
                }
              }
            }));
  }
}
