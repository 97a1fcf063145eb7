package replicationlab.ui.shell;

import javafx.scene.control.TabPane;
import replicationlab.ui.kit.Messages;

/**
 * From anywhere in the window to the terminal, and back to the slide.
 *
 * @param consoles the tabs among which the terminal is
 * @param focusSlide gives the slide the keyboard
 */
record WayToTerminal(
    ShellView shell,
    TabPane consoles,
    TerminalPlace terminal,
    Runnable focusSlide,
    Messages messages) {

  /** Brings the terminal to the front, or, from within it, goes back to the slide. */
  void toggle() {
    if (terminal.view().isFocusWithin()) {
      focusSlide.run();
    } else {
      bringToFront();
      terminal.view().takeFocus();
    }
  }

  /** Types a command at the terminal's prompt, for the person to press Enter. */
  void type(String command) {
    bringToFront();
    if (!terminal.view().type(command)) {
      messages.tell(
          "A program has the whole terminal; leave it first (less with q, vi with :q), then try"
              + " again.");
    }
  }

  private void bringToFront() {
    shell.show(ShellView.Part.CONSOLE, true);
    Dock.select(consoles, TerminalPlace.NAME);
  }
}
