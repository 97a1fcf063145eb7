package replicationlab.ui.deck;

import javafx.event.EventTarget;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The slide viewer's keys. F5 and Esc belong to the window. */
final class DeckKeys {

  private final DeckViewModel model;

  DeckKeys(DeckViewModel model) {
    this.model = model;
  }

  void handle(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown() || belongsTo(event.getTarget(), event)) {
      return;
    }
    if (act(event)) {
      event.consume();
    }
  }

  /** A field keeps what is typed into it, a focused button its Space and Enter, a list its keys. */
  private boolean belongsTo(EventTarget target, KeyEvent event) {
    boolean presses = event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER;
    return target instanceof TextInputControl
        || target instanceof ListView
        || (target instanceof ButtonBase && presses && model.typedProperty().get().isEmpty());
  }

  private boolean act(KeyEvent event) {
    KeyCode code = event.getCode();
    if (code.isDigitKey() && !event.isShiftDown()) {
      model.type(code.getName().substring(code.getName().length() - 1));
      return true;
    }
    switch (code) {
      case RIGHT, SPACE, PAGE_DOWN -> model.next();
      case LEFT, PAGE_UP -> model.previous();
      case T -> model.toggleAsWritten();
      case HOME -> model.first();
      case END -> model.last();
      case ENTER -> {
        return model.goToTyped();
      }
      default -> {
        return false;
      }
    }
    return true;
  }
}
