package replicationlab.ui.lab;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import replicationlab.deck.Block;
import replicationlab.lab.Action;
import replicationlab.lab.Step;
import replicationlab.progress.Help;
import replicationlab.progress.Tally;
import replicationlab.run.GuidedLab;
import replicationlab.run.LabEvent;
import replicationlab.run.Preview;
import replicationlab.run.StepState;
import replicationlab.run.StepState.Status;
import replicationlab.settings.Settings.Way;

/**
 * The guided lab as its view sees it: which step is open, where each stands, what the open one will
 * do. Call everything on JavaFX's thread.
 */
public final class LabViewModel {

  /** No step is open. */
  static final int NONE = -1;

  private final GuidedLab lab;
  private final String postgres;
  private final Executor fx;
  private final ObservableList<StepState> states = FXCollections.observableArrayList();
  private final ObservableList<StepState> readOnlyStates =
      FXCollections.unmodifiableObservableList(states);
  private final ReadOnlyIntegerWrapper open = new ReadOnlyIntegerWrapper(this, "open", NONE);
  private final ReadOnlyObjectWrapper<Tally> tally =
      new ReadOnlyObjectWrapper<>(this, "tally", new Tally(0, 0, 0, 0));
  private final ObjectProperty<Way> way = new SimpleObjectProperty<>(this, "way", Way.GUIDED);
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
  private GuidedLab.@Nullable Subscription subscription;
  private boolean runningAll;
  private final OpenStepMemory memory;
  private final SinceTheSlides sinceTheSlides;
  private final StatesKept statesKept;
  private final OpenPreviews previews;
  private final Predictions predictions;
  private final StepChoice choice = new StepChoice(states);

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
    this.sinceTheSlides = new SinceTheSlides(lab.major());
    this.statesKept = new StatesKept(lab, background, fx);
    this.previews = new OpenPreviews(lab, background, fx);
    this.predictions = new Predictions(lab);
    this.fx = fx;
    this.memory = new OpenStepMemory(lab);
    takeStates();
    openLastOrFirstUnpassed();
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
      previews.clear();
      trouble.set("");
      open.set(index);
      loadPreviews();
      memory.opened(openState());
    }
  }

  /** Opens the step after the open one, or the first. */
  public void openNext() {
    open(Math.min(open.get() + 1, states.size() - 1));
  }

  /** Opens the step before the open one. */
  public void openPrevious() {
    open(Math.max(open.get() - 1, 0));
  }

  /** Opens the first step that belongs to a slide and is not done, else the first that does. */
  public void openForSlide(int slide) {
    choice.ofSlide(slide).ifPresent(this::open);
  }

  /** Does what comes next: goes on from a step that has passed, else runs it or checks it. */
  public void act() {
    if (canGoOn()) {
      goOn();
    } else if (way.get() == Way.GUIDED) {
      run();
    } else {
      check();
    }
  }

  /** Opens the next step that has not passed; once all have, the one that follows. */
  public void goOn() {
    choice.nextAfter(open.get()).or(choice::next).ifPresentOrElse(this::open, this::openNext);
  }

  /** Whether the open step has passed and another is to be done or follows. */
  public boolean canGoOn() {
    StepState state = openState();
    return state != null
        && state.status() == Status.PASSED
        && (!isLast(open.get()) || choice.next().isPresent());
  }

  /** Runs the open step; after a pass the next one opens, unless there is something to read. */
  public void run() {
    StepState state = openState();
    if (state != null && !running.get() && state.status() != Status.WAITING) {
      int index = open.get();
      start(
          () -> lab.run(state.step()),
          after -> goOnFrom(index, after.status() == Status.PASSED && !hasToRead(state.step())));
    }
  }

  private boolean hasToRead(Step step) {
    return !after(step).isEmpty() || !step.questions().isEmpty();
  }

  /** Carries out the open step's checks without its actions. */
  public void check() {
    mend(List.of());
  }

  /** Carries out what a check of the open step advises, and checks the step again. */
  public void mend(List<Action> remedy) {
    StepState state = openState();
    if (state != null && !running.get()) {
      start(
          () ->
              doneByTheLab(state.step(), remedy)
                  .thenCompose(counted -> lab.apply(remedy))
                  .thenCompose(said -> lab.check(state.step()).thenApply(checked -> said)),
          said -> trouble.set(said.isEmpty() ? "" : "The remedy did not go through: " + said));
    }
  }

  /** A remedy that the lab carries out is the lab's deed; only to look is nobody's. */
  private CompletableFuture<?> doneByTheLab(Step step, List<Action> remedy) {
    return remedy.isEmpty() ? CompletableFuture.completedFuture(null) : lab.reveal(step, Help.DONE);
  }

  /** Goes on without the open step; the lab does what later ones need of it. */
  public void skip() {
    StepState state = openState();
    if (state != null && !running.get() && state.status() != Status.WAITING) {
      int index = open.get();
      start(
          () -> lab.skip(state.step()), after -> goOnFrom(index, after.status() == Status.PASSED));
    }
  }

  private void goOnFrom(int index, boolean wanted) {
    if (wanted && open.get() == index && canGoOn()) {
      goOn();
    }
  }

  /** Takes the next rung of the open step's ladder. */
  public void askForHelp() {
    StepState state = openState();
    if (state == null || way.get() == Way.GUIDED || state.status() == Status.PASSED) {
      trouble.set(Ladder.whyNone(state));
      return;
    }
    Help rung = ladder(state.step()).next(state.help()).orElse(Help.NONE);
    if (rung == Help.DONE) {
      run();
    } else if (rung != Help.NONE) {
      var _ = lab.reveal(state.step(), rung);
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

  /** The states that one can go back to. */
  StatesKept statesKept() {
    return statesKept;
  }

  /** What the person predicts at the steps' questions. */
  Predictions predictions() {
    return predictions;
  }

  /** What the slides have in the place of a step's lines, and why. */
  public SinceTheSlides sinceTheSlides() {
    return sinceTheSlides;
  }

  /** What can be asked for in a step. */
  Ladder ladder(Step step) {
    return Ladder.of(step, lab.major());
  }

  /** What happened in a step and why; empty when its author wrote nothing. */
  public List<Block> after(Step step) {
    return step.guidance().afterFor(lab.major());
  }

  /** Whether a step's command is to be shown. */
  public boolean showsCommand(StepState state) {
    return way.get() == Way.GUIDED
        || state.status() == Status.PASSED
        || !state.help().leavesItToThePerson();
  }

  /** Where each step stands, in the lab's order. */
  public ObservableList<StepState> states() {
    return readOnlyStates;
  }

  /** The open step's index, or -1. */
  public ReadOnlyIntegerProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** How many steps have passed, and how. */
  public ReadOnlyObjectProperty<Tally> tallyProperty() {
    return tally.getReadOnlyProperty();
  }

  /** How the person wants to do the lab. */
  public ObjectProperty<Way> wayProperty() {
    return way;
  }

  /** Whether a step runs. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** What the open step will do. */
  public ReadOnlyObjectProperty<List<Preview>> previewsProperty() {
    return previews.property();
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
      StepState before = openState();
      takeStates();
      if (changed.state().status() != Status.RUNNING) {
        goOnAfter(before);
        choice.afterGoingBack(before, openState()).ifPresent(this::open);
        memory.changed(changed, openState());
        loadPreviews();
      } else if (runningAll) {
        choice.named(changed.stepId()).ifPresent(this::open);
      }
    }
  }

  /**
   * A step that was done without its button is left as if by its button. On one's own the button
   * has checked, and whoever is about to press it again must not have it check another step.
   */
  private void goOnAfter(@Nullable StepState before) {
    StepState now = openState();
    if (now == null || before == null || running.get() || way.get() != Way.GUIDED) {
      return;
    }
    boolean couldPass = before.status() != Status.PASSED && before.status() != Status.RUNNING;
    if (couldPass && now.status() == Status.PASSED && !hasToRead(now.step())) {
      choice.nextAfter(open.get()).ifPresent(this::open);
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
    tally.set(Tally.of(states.stream().map(StepState::how)));
  }

  private void openLastOrFirstUnpassed() {
    choice.named(lab.openBefore()).or(choice::next).ifPresent(open::set);
  }

  private void loadPreviews() {
    StepState state = openState();
    if (state != null) {
      previews.load(
          state.step(),
          step -> Optional.ofNullable(openState()).map(StepState::step).equals(Optional.of(step)));
    }
  }

  private @Nullable StepState openState() {
    return open.get() == NONE ? null : states.get(open.get());
  }

  private boolean isLast(int index) {
    return index == states.size() - 1;
  }
}
