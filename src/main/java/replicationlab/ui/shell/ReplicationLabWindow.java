package replicationlab.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import replicationlab.course.Changes;
import replicationlab.course.Courses;
import replicationlab.course.ProgramFiles;
import replicationlab.log.ProgramLog;
import replicationlab.postgres.cluster.ClusterPair;
import replicationlab.postgres.install.Installations;
import replicationlab.postgres.replication.ReplicationSnapshot;
import replicationlab.run.WorkbenchOpener;
import replicationlab.settings.Settings;
import replicationlab.settings.SettingsStore;
import replicationlab.ui.check.CheckViewModel;
import replicationlab.ui.console.ConsoleView;
import replicationlab.ui.console.ConsoleViewModel;
import replicationlab.ui.console.LogSource;
import replicationlab.ui.console.LogTabs;
import replicationlab.ui.deck.DeckView;
import replicationlab.ui.deck.DeckViewModel;
import replicationlab.ui.deck.LabEntry;
import replicationlab.ui.deck.OutlineView;
import replicationlab.ui.kit.AtFirstSight;
import replicationlab.ui.kit.EmptyState;
import replicationlab.ui.kit.FxThread;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.Messages;
import replicationlab.ui.kit.Theme;
import replicationlab.ui.lab.LabLinks;
import replicationlab.ui.lab.LabView;
import replicationlab.ui.lab.LabViewModel;
import replicationlab.ui.status.StatusBarView;

/** The window: makes the parts, lets them know of each other, and takes them apart at the end. */
public final class ReplicationLabWindow {

  private final Stage stage;
  private final FirstReading first;
  private final SettingsStore settings;
  private final Messages messages;
  private final ProgramLog log;
  private final LabDesk desk;
  private final DeckViewModel deck;
  private final CompletableFuture<Changes> changes;
  private final DeckView deckView;
  private final SlidePictures pictures;
  private final ConsoleViewModel console = new ConsoleViewModel();
  private final StatusBarView status;
  private final OutlineView outline;
  private final WayToStep wayToStep;
  private final StackPane labHolder = new StackPane();
  private final CheckerPlace checker = new CheckerPlace();
  private final ConsentJourney consent;
  private final LabJourney labJourney;
  private final DeckJourney deckJourney;
  private final EvidenceJourney evidenceJourney;
  private final PreferencesJourney preferences;
  private final LabPanes panes;
  private final ReadingJourney reading;
  private final ShellView shell;
  private final SlideShow show;
  private final RememberedAnswers answers;
  private final SlideRunJourney slideRun;
  private final PresentJourney presenting;
  private final ReloadJourney reload;
  private final Scene scene;
  private final LayoutKeeper layout;
  private final LookKeeper looks;
  private final LogTabs consoles;
  private @Nullable LabViewModel lab;
  private final ServerNews news = new ServerNews();

  /** Makes the window without showing it; on JavaFX's thread. */
  public ReplicationLabWindow(
      Stage stage,
      ProgramFiles files,
      Installations installations,
      WorkbenchOpener opener,
      Path usualWorkspace,
      FirstReading first) {
    this.stage = stage;
    this.first = first;
    messages = new Messages(() -> stage);
    panes = new LabPanes(messages, new HomePane(this, files));
    settings = first.settings(messages::warn);
    changes =
        CompletableFuture.supplyAsync(
            () -> Courses.changes(files, Courses.FIRST), Thread::startVirtualThread);
    log = new ProgramLog(ProgramLog.Detail.valueOf(settings.current().logging().name()));
    desk = new LabDesk(files, installations, opener, usualWorkspace, log, messages::warn);
    Thread.setDefaultUncaughtExceptionHandler(
        new UnexpectedErrors(log, messages, desk::logs, desk::servers));
    consoles =
        new LogTabs(
            AtFirstSight.of(() -> new ConsoleView(console)),
            List.of(
                new LogSource("Primary's log", () -> desk.log(ClusterPair::primary)),
                new LogSource("Standby's log", () -> desk.log(ClusterPair::standby))));
    consoles.markNew(console.lines());
    deck = RememberedPositions.deck(settings);
    pictures = new SlidePictures(deck);
    deckView = new DeckView(deck, pictures);
    RememberedReading read = RememberedReading.in(first.folder(), messages);
    reading = new ReadingJourney(deck, pictures, read, panes.home()::toSlides);
    reading.countShown(deckView);
    outline = new OutlineView(deck);
    wayToStep = new WayToStep(deckView, () -> shell().bringLabToFront());
    Settings.LabChoice choice = settings.current().lab();
    status =
        new StatusBarView(choice.primaryPort(), choice.standbyPort(), this::openWorkspaceFolder);
    consent = new ConsentJourney(messages);
    labJourney =
        new LabJourney(
            desk, settings, messages, status, consent, this::showLab, panes.home()::onceBegun);
    deckJourney = new DeckJourney(stage, files, settings, deck, messages);
    evidenceJourney = new EvidenceJourney(stage, desk, settings, messages, status);
    answers = new RememberedAnswers(first.folder(), deck, messages);
    slideRun = new SlideRunJourney(deck, files, consent, answers);
    reload = new ReloadJourney(deck, files, desk, labJourney::open);
    labHolder.setAlignment(Pos.TOP_LEFT);
    // Whether there is a lab is known only after looking; it is not denied before.
    labHolder.getChildren().setAll(new EmptyState(Icons.LAB, "Opening the lab…"));
    shell = new ShellView(parts(), settings.current().layout());
    scene = new Scene(shell, 1280, 800);
    Theme.prepare(scene);
    Theme.scaleText(scene, settings.current().fontScale());
    QuietMoment.giveBackMemory(scene);
    PreferencesJourney.begin(settings.current());
    preferences = new PreferencesJourney(this, deck, log);
    show = new SlideShow(stage, shell, deckView, new WindowActions(this));
    RememberedInk drawn = new RememberedInk(first.folder(), messages);
    presenting =
        new PresentJourney(stage, shell, show, deckView, deck, pictures, slideRun, settings, drawn);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, presenting::key);
    layout = new LayoutKeeper(stage, shell, settings);
    looks =
        new LookKeeper(
            first.folder(), stage, settings, deck, deckView, presenting::isPlain, layout::in);
    looks.keepAtRest(scene);
    presenting.onInk(looks::forget);
    stage.setScene(scene);
    stage.setTitle("Replication Lab");
    stage.setMinWidth(900);
    stage.setMinHeight(600);
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
    stage.setFullScreenExitHint("");
    stage.setOnCloseRequest(event -> {
      event.consume();
      quit();
    });
  }

  private ShellView.Parts parts() {
    panes.besideTheConsole().forEach(pane -> Dock.add(consoles, pane));
    Dock centre = new Dock("Slide", Icons.SLIDE, deckView, List.of(reading.pane()));
    panes.besideTheSlide().forEach(pane -> Dock.add(centre, pane));
    centre.onMainChosen(deckView::focusSlide);
    panes.shownBy(name -> Dock.select(centre, name));
    return new ShellView.Parts(
        new ShellMenu(new WindowActions(this)),
        outline,
        centre,
        new Dock("Lab", Icons.LAB, labHolder, panes.besideTheLab()),
        checker.node(),
        consoles,
        status);
  }

  /**
   * Shows the window with its slide at once, and the rest and the lab after the first frame.
   *
   * @param slide a link to a slide; empty for the one at which the deck was left
   */
  public void show(String slide) {
    WindowPlace.restore(stage, settings.current().window());
    var begun = deckJourney.begin(first.deck(), slide);
    shell.slideFirst(() -> {
      EarlyInput.unlessClosed(stage, labJourney::open);
      var _ = begun.whenCompleteAsync((_, _) -> EarlyInput.handOver(stage), FxThread::run);
    });
    stage.show();
    panes.home().begin(deckView, first.isNamed() || !slide.isEmpty());
    first.evidence().ifPresent(evidenceJourney::show);
  }

  private void showLab(@Nullable OpenLab opened) {
    news.forget();
    panes.opened(opened);
    slideRun.opened(opened);
    if (opened == null) {
      lab = null;
      checker.withoutLab();
      labHolder.getChildren().setAll(labJourney.withoutLab(() -> preferences().showLab()));
      wayToStep.lab(null, null);
      reading.lab(null, () -> {});
      outline.show(List.of());
      return;
    }
    opened.run().subscribe(console::accept);
    consoles.explainBy(opened.explainer()::explain);
    LabViewModel model =
        new LabViewModel(
            opened.run(),
            opened.bench().clusters().installation().version().toString(),
            new InTurn(messages::warn)::later,
            FxThread::run);
    model.sinceTheSlides().explain(changes.getNow(new Changes(List.of())));
    lab = model;
    panes.drills().beside(checker.opened(opened, model, shell::noteOnChecker));
    console.follow(model.runningProperty());
    PreferencesJourney.keepWay(model, settings);
    SlideRewriting rewriting = new SlideRewriting(opened.bench().wording());
    LabView view =
        new LabView(
            model,
            rewriting::prose,
            new LabLinks(
                slide -> goToSlide(slide, model),
                this::openWorkspaceFolder,
                labJourney::reset,
                wayToTerminal()::type,
                panes.settings()::edit,
                labJourney::back,
                labJourney::delete,
                this::showOutput,
                panes.drills().way(shell::bringDrillsToFront)));
    labHolder.getChildren().setAll(reload.above(consent.above(view, opened)));
    wayToStep.lab(view, model);
    reading.lab(model, wayToStep::take);
    outline.show(
        List.of(
            new LabEntry(
                model.title(),
                model.tallyProperty().map(tally -> tally.passed() + "/" + tally.steps()),
                wayToStep::take)));
    deck.majorProperty().set(opened.run().major());
    deck.rewritingProperty().set(rewriting);
    opened.monitor().subscribe(status::accept);
    opened.monitor().subscribe(FxThread.latest(this::show));
    opened.monitor().subscribe(opened.changes()::accept);
    opened.monitor().start();
  }

  void showOutput() {
    shell.show(ShellView.Part.CONSOLE, true);
    consoles.showConsole();
  }

  WayToTerminal wayToTerminal() {
    return new WayToTerminal(shell, consoles, panes.terminal(), deckView::focusSlide, messages);
  }

  private void goToSlide(int number, LabViewModel from) {
    deck.goTo(number);
    panes.home().toSlides();
    wayToStep.left(from.openProperty().get() + 1);
  }

  private void show(ReplicationSnapshot snapshot) {
    pictures.show(snapshot);
    if (!news.isIn(snapshot)) {
      return;
    }
    panes.settings().serversChanged();
    CheckViewModel proof = checker();
    if (proof != null && shell.shows(ShellView.Part.CHECKER) && !shell.isPresenting()) {
      proof.serversChanged();
    }
  }

  void quit() {
    // Of an open question JavaFX would wait for the answer, which nobody could give any more.
    if (!Platform.isNestedLoopRunning()) {
      settings.update(layout::in);
      panes.settings().leave(() -> labJourney.leave(this::end));
    }
  }

  private void end() {
    presenting.endTalk();
    answers.close();
    looks.keepAtTheEnd();
    settings.close();
    evidenceJourney.close();
    presenting.endShow();
    reload.close();
    panes.opened(null);
    desk.close();
    log.close();
    stage.close();
    if (Platform.isImplicitExit()) {
      Platform.exit();
    }
  }

  private void openWorkspaceFolder() {
    OpenLab open = desk.current();
    if (open != null) {
      FileManager.open(open.bench().workspace().folder(), messages);
    }
  }

  Stage stage() {
    return stage;
  }

  Scene scene() {
    return scene;
  }

  ShellView shell() {
    return shell;
  }

  DeckView deckView() {
    return deckView;
  }

  ReadingJourney reading() {
    return reading;
  }

  DeckViewModel slides() {
    return deck;
  }

  PresentJourney presenting() {
    return presenting;
  }

  SettingsStore settings() {
    return settings;
  }

  Messages messages() {
    return messages;
  }

  WayToStep wayToStep() {
    return wayToStep;
  }

  LabDesk desk() {
    return desk;
  }

  /** The panes beside the slide, the lab and the console. */
  LabPanes panes() {
    return panes;
  }

  LabJourney labJourney() {
    return labJourney;
  }

  DeckJourney deckJourney() {
    return deckJourney;
  }

  PreferencesJourney preferences() {
    return preferences;
  }

  EvidenceJourney evidenceJourney() {
    return evidenceJourney;
  }

  /** The checker's view model; null while no lab is open. */
  @Nullable CheckViewModel checker() {
    return checker.checker();
  }

  /** The lab's view model; null while no lab is open. */
  @Nullable LabViewModel lab() {
    return lab;
  }
}
