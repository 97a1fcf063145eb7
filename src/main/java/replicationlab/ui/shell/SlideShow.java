package replicationlab.ui.shell;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import replicationlab.settings.Settings.Look;
import replicationlab.ui.deck.DeckView;
import replicationlab.ui.deck.PresentingActions;
import replicationlab.ui.kit.FxThread;
import replicationlab.ui.kit.Theme;

/** The slide alone on the whole screen, and back. */
final class SlideShow implements PresentingActions {

  private final Stage stage;
  private final ShellView shell;
  private final DeckView deck;
  private final ShellActions actions;

  SlideShow(Stage stage, ShellView shell, DeckView deck, ShellActions actions) {
    this.stage = stage;
    this.shell = shell;
    this.deck = deck;
    this.actions = actions;
    deck.setActions(this);
  }

  /** For the window's filter: the menu, whose key F5 is, is hidden while presenting. */
  void key(KeyEvent event) {
    boolean leaves =
        event.getCode() == KeyCode.ESCAPE
            || (event.getCode() == KeyCode.F5 && !event.isShiftDown());
    if (leaves && shell.isPresenting()) {
      if (event.getCode() == KeyCode.F5 || !deck.closeOverlay()) {
        present(false);
      }
      event.consume();
    }
  }

  private void present(boolean slideAlone) {
    shell.present(slideAlone);
    deck.setBare(slideAlone);
    stage.setFullScreen(slideAlone);
    deck.focusSlide();
    // The slide may come into its new place only with the next layout; until then it takes no
    // focus.
    FxThread.afterNextFrame(deck::focusSlide);
  }

  @Override
  public void present() {
    present(!shell.isPresenting());
  }

  @Override
  public void presentFromStart() {
    present(true);
  }

  @Override
  public void endShow() {
    present(false);
  }

  @Override
  public void toggleDark() {
    actions.look(Theme.valueOf(actions.look().name()).isDark() ? Look.LIGHT : Look.DARK);
  }
}
