package replicationlab.ui.present;

import java.time.LocalTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;
import replicationlab.deck.Block;
import replicationlab.ui.deck.DeckViewModel;

/**
 * A show in windows of its own: the audience's over one screen, the presenter's over another, or,
 * with one screen only, an ordinary one above it. When a screen is pulled out, both windows find
 * their place among those that are left. Use it on the FX thread.
 */
public final class Presentation {

  private static final double WINDOW_WIDTH = 1200;
  private static final double WINDOW_HEIGHT = 760;

  private final ObservableList<Rectangle2D> screens;
  private final Supplier<Rectangle2D> own;
  private final ReadOnlyObjectWrapper<Rectangle2D> audienceScreen;
  private final Supplier<@Nullable Rectangle2D> remembered;
  private final Consumer<Rectangle2D> remember;
  private final Talk talk;
  private final ScreenWindow audience;
  private final ScreenWindow presenter;
  private final ListChangeListener<Rectangle2D> arranging = _ -> arrange();

  /**
   * Shows nothing yet.
   *
   * @param screens the bounds of all screens that there are, in JavaFX's pixels; never empty
   * @param own where the program's own window is
   * @param remembered the screen that was chosen for the audience last; null for none
   * @param remember gets the audience's screen when the speaker chooses one
   */
  public Presentation(
      DeckViewModel deck,
      Function<Block.Picture, Node> pictures,
      Talk talk,
      Ink ink,
      SpeakerTools tools,
      ObservableList<Rectangle2D> screens,
      Supplier<Rectangle2D> own,
      Supplier<@Nullable Rectangle2D> remembered,
      Consumer<Rectangle2D> remember) {
    this.screens = screens;
    this.own = own;
    this.talk = talk;
    this.remembered = remembered;
    this.remember = remember;
    this.audienceScreen = new ReadOnlyObjectWrapper<>(screens.getFirst());
    audience =
        new ScreenWindow(
            "Slides",
            () -> dressed(tools, new AudienceView(deck, pictures, ink, tools)),
            tools.actions()::endShow);
    presenter =
        new ScreenWindow(
            "Presenter",
            () ->
                dressed(
                    tools,
                    new PresenterView(
                        deck,
                        pictures,
                        talk,
                        ink,
                        tools,
                        new ScreenPicker(
                            screens, audienceScreen.getReadOnlyProperty(), this::choose),
                        LocalTime::now)),
            this::hidePresenter);
  }

  private static Scene dressed(SpeakerTools tools, Parent root) {
    Scene scene = new Scene(root, WINDOW_WIDTH, WINDOW_HEIGHT);
    tools.dress().accept(scene);
    return scene;
  }

  /** Whether the audience has a window of its own. */
  public boolean isRunning() {
    return audience.isShowing();
  }

  /** Whether the speaker has a window. */
  public boolean hasPresenter() {
    return presenter.isShowing();
  }

  /** Whether there is a second screen for it. */
  public boolean hasTwoScreens() {
    return screens.size() > 1;
  }

  /** Gives the audience its window; with two screens the speaker, too. */
  public void begin() {
    talk.begin();
    listen();
    ScreenChoice choice = choice();
    cover(choice);
    if (choice.speaker() != null) {
      showPresenter(choice);
    }
    focus(audience);
  }

  /** Opens the speaker's window and leaves the audience's as it is. */
  public void openPresenter() {
    talk.begin();
    listen();
    showPresenter(choice());
  }

  /** Closes the speaker's window; a show goes on. */
  public void hidePresenter() {
    presenter.hide();
    stopListening();
  }

  /** Closes both. */
  public void end() {
    presenter.hide();
    audience.hide();
    stopListening();
  }

  /** Gives the audience the speaker's screen, and the other way round. */
  public void swap() {
    ScreenChoice choice = choice();
    if (choice.speaker() != null) {
      choose(choice.speaker());
    }
  }

  private void choose(Rectangle2D screen) {
    if (!screen.equals(remembered.get())) {
      remember.accept(screen);
    }
    arrange();
  }

  private ScreenChoice choice() {
    ScreenChoice choice = ScreenChoice.of(List.copyOf(screens), remembered.get(), own.get());
    audienceScreen.set(choice.audience());
    return choice;
  }

  /** Moves the windows to where they belong, after a screen came, went or was chosen elsewhere. */
  public void arrange() {
    if (screens.isEmpty()) {
      // Between one list of screens and the next; the windows wait.
      return;
    }
    ScreenChoice choice = choice();
    if (audience.isShowing()) {
      cover(choice);
    }
    if (presenter.isShowing()) {
      showPresenter(choice);
    }
  }

  private void cover(ScreenChoice choice) {
    audience.cover(choice.audience());
  }

  private void showPresenter(ScreenChoice choice) {
    if (choice.speaker() == null) {
      presenter.window(choice.audience(), WINDOW_WIDTH, WINDOW_HEIGHT);
    } else {
      presenter.cover(choice.speaker());
    }
    focus(presenter);
  }

  private static void focus(ScreenWindow window) {
    Scene scene = window.scene();
    if (scene != null && scene.getRoot() instanceof AudienceView view) {
      view.focusSlide();
    } else if (scene != null && scene.getRoot() instanceof PresenterView view) {
      view.focusSlide();
    }
  }

  private void listen() {
    screens.removeListener(arranging);
    screens.addListener(arranging);
  }

  private void stopListening() {
    if (!audience.isShowing() && !presenter.isShowing()) {
      screens.removeListener(arranging);
    }
  }

  /** The audience's window; null while it has none. */
  public @Nullable Scene audienceScene() {
    return audience.scene();
  }

  /** The speaker's window; null while there is none. */
  public @Nullable Scene presenterScene() {
    return presenter.scene();
  }
}
