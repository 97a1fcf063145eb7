package replicationlab.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.ObservableList;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import replicationlab.settings.Settings.Bounds;
import replicationlab.settings.SettingsStore;
import replicationlab.ui.deck.DeckView;
import replicationlab.ui.deck.DeckViewModel;
import replicationlab.ui.deck.PresentingActions;
import replicationlab.ui.deck.SlideAction;
import replicationlab.ui.deck.SlideKeys;
import replicationlab.ui.diagram.DiagramView;
import replicationlab.ui.kit.InSight;
import replicationlab.ui.kit.Theme;
import replicationlab.ui.present.Ink;
import replicationlab.ui.present.InkLayer;
import replicationlab.ui.present.OverSlide;
import replicationlab.ui.present.Presentation;
import replicationlab.ui.present.Screens;
import replicationlab.ui.present.SpeakerTools;
import replicationlab.ui.present.Talk;
import replicationlab.ui.slidelab.SlideRunView;
import replicationlab.ui.text.Answers;
import replicationlab.ui.text.CodeTools;
import replicationlab.ui.text.TextStyle;

/**
 * From "I want to show this to a room" to the end of the show. With one screen the window itself
 * takes it; with two, or with the presenter's window, the audience has a window of its own.
 */
final class PresentJourney implements PresentingActions {

  private static final Duration LONGEST_TALK = Duration.ofHours(4);

  /** What a second time undoes, or takes further than was meant. */
  private static final Set<SlideAction> SWITCHES =
      EnumSet.of(
          SlideAction.PRESENT,
          SlideAction.PRESENT_FROM_START,
          SlideAction.PRESENTER,
          SlideAction.SWAP_SCREENS,
          SlideAction.BLACK,
          SlideAction.WHITE,
          SlideAction.DARK,
          SlideAction.PEN,
          SlideAction.LASER,
          SlideAction.THEN_OR_NOW,
          SlideAction.CLOSE);

  private final SlideShow alone;
  private final DeckView deckView;
  private final ShellView shell;
  private final SlideRunJourney run;
  private final SettingsStore settings;
  private final RememberedInk drawn;
  private final Ink ink;
  private final BooleanBinding inkInUse;
  private final HeldKeys held = new HeldKeys(this::switches);
  private final Talk talk;
  private final ObservableList<Rectangle2D> screens = Screens.bounds();
  private final Presentation presentation;

  PresentJourney(
      Stage stage,
      ShellView shell,
      SlideShow alone,
      DeckView deckView,
      DeckViewModel deck,
      SlidePictures pictures,
      SlideRunJourney run,
      SettingsStore settings,
      RememberedInk drawn) {
    this.alone = alone;
    this.deckView = deckView;
    this.shell = shell;
    this.run = run;
    this.settings = settings;
    this.drawn = drawn;
    ink = new Ink(drawn);
    inkInUse = ink.inUse();
    talk = new Talk(deck, InstantSource.system());
    takeUpTheTalk();
    stage.addEventFilter(KeyEvent.ANY, held::filter);
    presentation =
        new Presentation(
            deck,
            pictures,
            talk,
            ink,
            tools(),
            screens,
            () ->
                new Rectangle2D(
                    stage.getX(),
                    stage.getY(),
                    Math.max(1, stage.getWidth()),
                    Math.max(1, stage.getHeight())),
            this::remembered,
            this::remember);
    deck.placeProperty().subscribe(ink::show);
    deckView.setActions(this);
    deckView.stage().layers().getChildren().add(new InkLayer(ink));
    inkInUse.subscribe(deckView.stage()::setKeepsShape);
    CodeTools.offer(deckView.stage().place(), run);
    Answers.offer(shell, run.answers());
    run.onOpen(ink::overSlide);
    deckView.stage().layOver(OverSlide.returning(run.view(), deckView::focusSlide));
  }

  /** Whether the slide is to be seen as the window will have it when it is opened again. */
  boolean isPlain() {
    return shell.isWhole()
        && !isInWindows()
        && deckView.isPlain()
        && !run.isOpen()
        && !inkInUse.get();
  }

  /** Calls something whenever the pen is taken, or a slide comes on which something is drawn. */
  void onInk(Runnable task) {
    inkInUse.subscribe(used -> {
      if (used) {
        task.run();
      }
    });
  }

  /** The clock goes on when the program was lost in a talk, and was not closed after one. */
  private void takeUpTheTalk() {
    Instant began = Instant.ofEpochSecond(settings.current().presenting().talkBegan());
    if (began.isAfter(Instant.now().minus(LONGEST_TALK))) {
      talk.takeUp(began);
    }
    talk.onClock(from -> keepTalk(from == null ? 0 : from.getEpochSecond()));
  }

  private void keepTalk(long began) {
    settings.update(now -> now.with(now.presenting().withTalkBegan(began)));
  }

  /** The program is closed, and with it the talk. */
  void endTalk() {
    keepTalk(0);
    drawn.close();
  }

  private SpeakerTools tools() {
    return new SpeakerTools(
        this,
        run::view,
        event -> takesFirst(event) || run.scroll(event),
        this::commands,
        run.possible(),
        run,
        notesScale(),
        this::dress);
  }

  private List<SpeakerTools.Command> commands() {
    return run.blocks().stream()
        .map(block ->
            new SpeakerTools.Command(
                block.code().source().lines().findFirst().orElse(""), () -> run.run(block)))
        .toList();
  }

  private DoubleProperty notesScale() {
    DoubleProperty scale = new SimpleDoubleProperty(settings.current().presenting().notesScale());
    scale.subscribe((was, is) ->
        settings.update(now -> now.with(now.presenting().withNotesScale(is.doubleValue()))));
    return scale;
  }

  private @Nullable Rectangle2D remembered() {
    Bounds bounds = settings.current().presenting().audience();
    return bounds == null
        ? null
        : new Rectangle2D(bounds.x(), bounds.y(), bounds.width(), bounds.height());
  }

  private void remember(Rectangle2D screen) {
    settings.update(now -> now.with(now.presenting().withAudience(bounds(screen))));
  }

  private static Bounds bounds(Rectangle2D screen) {
    return new Bounds(screen.getMinX(), screen.getMinY(), screen.getWidth(), screen.getHeight());
  }

  /** The screens that there are now, for choosing the audience's. */
  Map<String, Bounds> screens() {
    Map<String, Bounds> named = new LinkedHashMap<>();
    List<Rectangle2D> all = List.copyOf(screens);
    all.forEach(screen -> named.put(Screens.name(all, screen), bounds(screen)));
    return named;
  }

  private void dress(Scene scene) {
    scene.addEventFilter(KeyEvent.ANY, held::filter);
    Answers.offer(scene.getRoot(), run.answers());
    Theme.prepare(scene);
    Theme.scaleText(scene, settings.current().fontScale());
    scene.getRoot().getStylesheets().addAll(DiagramView.SHEET, TextStyle.SHEET, SlideRunView.SHEET);
  }

  /** For the window's filter, before all others. */
  void key(KeyEvent event) {
    boolean first =
        !deckView.stage().keeps(event)
            && (takesFirst(event) || (deckView.isFocusWithin() && run.scroll(event)));
    if (first || (isInWindows() && leaves(event))) {
      event.consume();
    } else {
      alone.key(event);
    }
  }

  /**
   * As in the show's own windows, Esc takes away what lies over the slide before it ends the show.
   */
  private boolean leaves(KeyEvent event) {
    if (event.getCode() != KeyCode.ESCAPE
        || (KeepsEsc.is(event.getTarget()) && !deckView.isFocusWithin())) {
      return false;
    }
    if (!deckView.closeOverlay()) {
      endShow();
    }
    return true;
  }

  private boolean isInWindows() {
    return presentation.isRunning();
  }

  /** Whether this key switches something; a sign does so on a slide, and is typed elsewhere. */
  private boolean switches(KeyEvent event) {
    boolean typed =
        !event.getCode().isFunctionKey()
            && (event.getTarget() instanceof TextInputControl
                || (event.getSource() instanceof Stage && !deckView.isFocusWithin()));
    return !typed && SlideKeys.action(event).filter(SWITCHES::contains).isPresent();
  }

  /**
   * What was run lies over everything else; a stroke is taken back in every window in which it can
   * be seen. What has a use of its own for Esc has one for Ctrl+Z.
   */
  private boolean takesFirst(KeyEvent event) {
    boolean undo =
        event.isShortcutDown()
            && event.getCode() == KeyCode.Z
            && !KeepsEsc.is(event.getTarget())
            && ink.isDrawnOn()
            && (isInWindows() || presentation.hasPresenter() || InSight.of(deckView).getValue());
    if (undo) {
      ink.undo();
    }
    return undo || run.key(event);
  }

  @Override
  public void present() {
    if (presentation.isRunning()) {
      endShow();
    } else if (presentation.hasTwoScreens() && !shell.isPresenting()) {
      presentation.begin();
    } else {
      talk.begin();
      alone.present();
    }
    held.handled();
  }

  @Override
  public void presentFromStart() {
    if (presentation.isRunning() || presentation.hasTwoScreens()) {
      presentation.begin();
    } else {
      talk.begin();
      alone.presentFromStart();
    }
    held.handled();
  }

  @Override
  public void endShow() {
    boolean hadWindows = presentation.isRunning() || presentation.hasPresenter();
    ink.toolProperty().set(Ink.Tool.NONE);
    presentation.end();
    if (hadWindows) {
      deckView.focusSlide();
    }
    if (shell.isPresenting()) {
      alone.endShow();
    }
  }

  @Override
  public void presenter() {
    if (presentation.hasPresenter()) {
      presentation.hidePresenter();
      return;
    }
    boolean aloneOnScreen = shell.isPresenting();
    if (aloneOnScreen) {
      // A full-screen window would leave the screen as soon as the presenter's has the keyboard.
      alone.endShow();
    }
    if (aloneOnScreen || presentation.hasTwoScreens()) {
      presentation.begin();
    }
    presentation.openPresenter();
    held.handled();
  }

  @Override
  public void swapScreens() {
    presentation.swap();
  }

  @Override
  public void pen() {
    ink.toggle(Ink.Tool.PEN);
  }

  @Override
  public void laser() {
    ink.toggle(Ink.Tool.LASER);
  }

  @Override
  public void erase() {
    ink.erase();
  }

  /** Erases what is drawn on all slides; how many there were. */
  int eraseAll() {
    return ink.eraseAll();
  }

  @Override
  public void toggleDark() {
    alone.toggleDark();
  }

  /** The windows of the show, for tests. */
  Presentation presentation() {
    return presentation;
  }
}
