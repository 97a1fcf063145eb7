package replicationlab.ui.shell;

import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import org.fxmisc.richtext.GenericStyledArea;
import org.jspecify.annotations.Nullable;
import replicationlab.ui.terminal.TerminalView;

/** What has a use of its own for Esc: a field, a text that is edited, the terminal. */
final class KeepsEsc {

  private KeepsEsc() {}

  static boolean is(EventTarget target) {
    return switch (target) {
      case TextInputControl _ -> true;
      case GenericStyledArea<?, ?, ?> area when area.isEditable() -> true;
      case Node node -> isInTerminal(node);
      default -> false;
    };
  }

  private static boolean isInTerminal(Node node) {
    @Nullable Node at = node;
    while (at != null && !(at instanceof TerminalView)) {
      at = at.getParent();
    }
    return at != null;
  }
}
