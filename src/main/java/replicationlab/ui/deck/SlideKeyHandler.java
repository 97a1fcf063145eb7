package replicationlab.ui.deck;

import java.util.function.Supplier;
import javafx.event.EventTarget;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Does what {@link SlideKeys} says; for the filter of any node that shows slides. */
public final class SlideKeyHandler {

  private final DeckViewModel model;
  private final Overlays overlays;
  private final Supplier<PresentingActions> actions;

  /**
   * A handler for one window.
   *
   * @param overlays where overview, jump, search and the map of keys are to be shown
   */
  public SlideKeyHandler(
      DeckViewModel model, Overlays overlays, Supplier<PresentingActions> actions) {
    this.model = model;
    this.overlays = overlays;
    this.actions = actions;
  }

  /** Carries out a key that was pressed and consumes it; leaves what belongs to another. */
  public void handle(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE ? close() : act(event)) {
      event.consume();
    }
  }

  /**
   * Takes away what lies over the slide: an overlay, else typed digits, else the curtain, else the
   * magnification; false when nothing does.
   */
  public boolean close() {
    ShowState show = model.showState();
    if (overlays.close()) {
      return true;
    }
    if (!model.typedProperty().get().isEmpty()) {
      model.forgetTyped();
      return true;
    }
    if (show.curtainProperty().get() != ShowState.Curtain.OPEN) {
      show.curtainProperty().set(ShowState.Curtain.OPEN);
      return true;
    }
    if (show.zoomProperty().get() > 1) {
      show.zoomReset();
      return true;
    }
    return false;
  }

  private boolean act(KeyEvent event) {
    if (overlays.isOpen() || event.getTarget() instanceof TextInputControl) {
      // Who begins to write elsewhere has given up the number.
      model.forgetTyped();
      return false;
    }
    boolean presses = event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER;
    if (presses && !event.isShiftDown() && model.goToTyped()) {
      return true;
    }
    if (belongsTo(event.getTarget(), event.getCode())) {
      return false;
    }
    String digit = digit(event);
    if (!digit.isEmpty()) {
      model.type(digit);
      return true;
    }
    return SlideKeys.action(event).map(this::carryOut).orElse(false);
  }

  /**
   * A list keeps its keys, a focused button its Space and Enter, a box to choose from its ↓ and ↑;
   * a question's choice is ticked with Space, and the next one found with ↓ or ↑.
   */
  private static boolean belongsTo(EventTarget target, KeyCode code) {
    boolean presses = code == KeyCode.SPACE || code == KeyCode.ENTER;
    return switch (target) {
      case ListView<?> _ -> true;
      case RadioButton _ -> code == KeyCode.SPACE || code == KeyCode.UP || code == KeyCode.DOWN;
      case CheckBox _ -> code == KeyCode.SPACE;
      case ButtonBase _ -> presses;
      case ComboBoxBase<?> _ -> code == KeyCode.UP || code == KeyCode.DOWN;
      default -> false;
    };
  }

  /** Some keyboards type digits with Shift. */
  private static String digit(KeyEvent event) {
    KeyCode code = event.getCode();
    if (event.isShortcutDown() || event.isAltDown()) {
      return "";
    }
    if (event.getText().matches("[0-9]")) {
      return event.getText();
    }
    return code.isDigitKey() && !event.isShiftDown()
        ? code.getName().substring(code.getName().length() - 1)
        : "";
  }

  private boolean carryOut(SlideAction action) {
    ShowState show = model.showState();
    switch (action) {
      case NEXT -> model.next();
      case PREVIOUS -> model.previous();
      case NEXT_SLIDE -> model.nextSlide();
      case PREVIOUS_SLIDE -> model.previousSlide();
      case FIRST -> model.first();
      case LAST -> model.last();
      case JUMP -> overlays.jump();
      case OVERVIEW -> overlays.overview();
      case SEARCH -> overlays.search();
      case KEYS -> overlays.keys();
      case BLACK -> show.toggle(ShowState.Curtain.BLACK);
      case WHITE -> show.toggle(ShowState.Curtain.WHITE);
      case ZOOM_IN -> show.zoomIn();
      case ZOOM_OUT -> show.zoomOut();
      case ZOOM_RESET -> show.zoomReset();
      case SCROLL_DOWN -> show.scrollBy(0.25);
      case SCROLL_UP -> show.scrollBy(-0.25);
      case THEN_OR_NOW -> model.toggleAsWritten();
      case PRESENT -> actions.get().present();
      case PRESENT_FROM_START -> {
        model.first();
        actions.get().presentFromStart();
      }
      case PRESENTER -> actions.get().presenter();
      case SWAP_SCREENS -> actions.get().swapScreens();
      case PEN -> actions.get().pen();
      case LASER -> actions.get().laser();
      case ERASE -> actions.get().erase();
      case DARK -> actions.get().toggleDark();
      case CLOSE -> actions.get().endShow();
    }
    return true;
  }
}
