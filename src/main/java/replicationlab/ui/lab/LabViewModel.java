package replicationlab.ui.lab;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import replicationlab.course.Change;
import replicationlab.course.Changes;
import replicationlab.lab.Step;
import replicationlab.run.GuidedLab;
import replicationlab.run.LabEvent;
import replicationlab.run.Preview;
import replicationlab.run.StepState;
import replicationlab.run.StepState.Status;

/**
 * The guided lab as its view sees it: which step is open, where each stands, what the open one will
 * do. Call everything on JavaFX's thread.
 */
public final class LabViewModel {

  /** No step is open. */
  static final int NONE = -1;

  private final GuidedLab lab;
  private final String postgres;
  private final Executor background;
  private final Executor fx;
  private final ObservableList<StepState> states = FXCollections.observableArrayList();
  private final ObservableList<StepState> readOnlyStates =
      FXCollections.unmodifiableObservableList(states);
  private final ReadOnlyIntegerWrapper open = new ReadOnlyIntegerWrapper(this, "open", NONE);
  private final ReadOnlyIntegerWrapper passed = new ReadOnlyIntegerWrapper(this, "passed");
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
  private final ReadOnlyObjectWrapper<List<Preview>> previews =
      new ReadOnlyObjectWrapper<>(this, "previews", List.of());
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
  private GuidedLab.@Nullable Subscription subscription;
  private boolean runningAll;
  private Changes changes = new Changes(List.of());

  /**
   * A model of a lab.
   *
   * @param postgres the version for the header, such as "18.6"
   * @param background where files are read
   * @param fx JavaFX's thread; tests run both at once
   */
  public LabViewModel(GuidedLab lab, String postgres, Executor background, Executor fx) {
    this.lab = lab;
    this.postgres = postgres;
    this.background = background;
    this.fx = fx;
    takeStates();
    openFirstUnpassed();
  }

  /** Begins to follow the lab; the view calls it when it shows. */
  public void attach() {
    if (subscription == null) {
      subscription = lab.subscribe(event -> fx.execute(() -> accept(event)));
      takeStates();
      loadPreviews();
    }
  }

  /** Ends following the lab; the view calls it when it is hidden. */
  public void detach() {
    if (subscription != null) {
      subscription.close();
      subscription = null;
    }
  }

  /** Opens a step and closes the one that was open; {@code -1} closes only. */
  public void open(int index) {
    if (index != open.get()) {
      previews.set(List.of());
      open.set(index);
      loadPreviews();
    }
  }

  /** Opens the first step that belongs to a slide and is not done, else the first that does. */
  public void openForSlide(int slide) {
    List<Integer> of = indexesWhere(state -> state.step().slide() == slide);
    of.stream()
        .filter(index -> states.get(index).status() != Status.PASSED)
        .findFirst()
        .or(() -> of.stream().findFirst())
        .ifPresent(this::open);
  }

  /** Runs the open step; after a pass the next one opens. */
  public void run() {
    StepState state = openState();
    if (state != null && !running.get() && state.status() != Status.WAITING) {
      int index = open.get();
      start(
          () -> lab.run(state.step()),
          after -> {
            if (after.status() == Status.PASSED && open.get() == index && !isLast(index)) {
              open(index + 1);
            }
          });
    }
  }

  /** Carries out the open step's checks without its actions. */
  public void check() {
    StepState state = openState();
    if (state != null && !running.get()) {
      start(() -> lab.check(state.step()), after -> {});
    }
  }

  /** Runs all that is left; each step opens as its turn comes. */
  public void runAll() {
    if (!running.get()) {
      runningAll = true;
      start(lab::runAll, all -> {});
    }
  }

  /** Ends what runs. */
  public void cancel() {
    lab.cancel();
  }

  /** The lab's title. */
  public String title() {
    return lab.lab().title();
  }

  /** The version of the chosen PostgreSQL, such as "18.6". */
  public String postgres() {
    return postgres;
  }

  /** What the slides have in the place of a step's actions, where that differs. */
  public List<String> slideLines(Step step) {
    return step.slideLinesFor(lab.major());
  }

  /**
   * Takes what has changed since the slides were written, so that steps can say why they differ.
   */
  public void explain(Changes newChanges) {
    changes = newChanges;
  }

  /** What a step has in the place of its slide's lines, on the chosen PostgreSQL. */
  public String linesNow(Step step) {
    return step.insteadOfSlideLines(lab.major());
  }

  /** What people call the chosen major version: "18" or "9.6". */
  public String majorName() {
    return lab.major() == 9 ? "9.6" : Integer.toString(lab.major());
  }

  /** What has changed of a slide's lines, up to the chosen PostgreSQL. */
  public List<Change> changesIn(String slideLines) {
    return changes.in(slideLines, lab.major());
  }

  /** Where each step stands, in the lab's order. */
  public ObservableList<StepState> states() {
    return readOnlyStates;
  }

  /** The open step's index, or -1. */
  public ReadOnlyIntegerProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** How many steps have passed. */
  public ReadOnlyIntegerProperty passedProperty() {
    return passed.getReadOnlyProperty();
  }

  /** Whether a step runs. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** What the open step will do. */
  public ReadOnlyObjectProperty<List<Preview>> previewsProperty() {
    return previews.getReadOnlyProperty();
  }

  /** What went wrong outside any step; empty when nothing. */
  public ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  private <T> void start(Supplier<CompletableFuture<T>> command, Consumer<T> then) {
    running.set(true);
    trouble.set("");
    var _ =
        command
            .get()
            .whenComplete((answer, failure) -> fx.execute(() -> ended(answer, failure, then)));
  }

  private <T> void ended(@Nullable T answer, @Nullable Throwable failure, Consumer<T> then) {
    running.set(false);
    runningAll = false;
    takeStates();
    if (answer != null) {
      then.accept(answer);
    } else if (failure != null) {
      String words = failure.getMessage();
      trouble.set(words == null ? failure.toString() : words);
    }
    loadPreviews();
  }

  private void accept(LabEvent event) {
    if (event instanceof LabEvent.StepChanged changed) {
      takeStates();
      if (changed.state().status() != Status.RUNNING) {
        loadPreviews();
      } else if (runningAll) {
        indexesWhere(state -> state.step().id().equals(changed.stepId())).forEach(this::open);
      }
    }
  }

  private void takeStates() {
    List<StepState> now = lab.states();
    if (states.size() != now.size()) {
      states.setAll(now);
    } else {
      for (int i = 0; i < now.size(); i++) {
        if (!states.get(i).equals(now.get(i))) {
          states.set(i, now.get(i));
        }
      }
    }
    passed.set(indexesWhere(state -> state.status() == Status.PASSED).size());
  }

  private void openFirstUnpassed() {
    indexesWhere(state -> state.status() != Status.PASSED).stream()
        .findFirst()
        .ifPresent(open::set);
  }

  private void loadPreviews() {
    StepState state = openState();
    if (state == null) {
      return;
    }
    Step step = state.step();
    background.execute(() -> {
      List<Preview> found = lab.previews(step);
      fx.execute(() -> {
        StepState now = openState();
        if (now != null && now.step().equals(step)) {
          previews.set(found);
        }
      });
    });
  }

  private @Nullable StepState openState() {
    return open.get() == NONE ? null : states.get(open.get());
  }

  private boolean isLast(int index) {
    return index == states.size() - 1;
  }

  private List<Integer> indexesWhere(Predicate<StepState> condition) {
    return IntStream.range(0, states.size())
        .filter(index -> condition.test(states.get(index)))
        .boxed()
        .toList();
  }
}
