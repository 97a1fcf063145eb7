package replicationlab.ui.terminal;

import com.techsenger.jeditermfx.core.model.StyleState;
import com.techsenger.jeditermfx.core.model.TerminalTextBuffer;
import com.techsenger.jeditermfx.ui.JediTermFxWidget;
import com.techsenger.jeditermfx.ui.TerminalCopyPasteHandler;
import com.techsenger.jeditermfx.ui.TerminalPanel;
import com.techsenger.jeditermfx.ui.settings.SettingsProvider;
import javafx.scene.input.Clipboard;
import org.jspecify.annotations.Nullable;
import replicationlab.process.PseudoTerminal;
import replicationlab.terminal.LabTerminal;
import replicationlab.ui.kit.CodeBox;

/** JediTermFX's widget at one terminal of ours, from the shell's start to its end. */
final class TerminalScreen extends JediTermFxWidget {

  private static final String LINE_KILL = "\025";
  private static final String PASTE_BEGINS = "\033[200~";
  private static final String PASTE_ENDS = "\033[201~";

  /**
   * @param prompted called whenever the shell asks for a command, on a thread of JediTermFX
   * @param ended called when the shell has ended, likewise
   */
  TerminalScreen(
      SettingsProvider settings, PseudoTerminal shell, Runnable prompted, Runnable ended) {
    super(settings);
    getTerminal()
        .addCustomCommandListener(words -> {
          if (words.contains(LabTerminal.PROMPT_MARK)) {
            prompted.run();
          }
        });
    panel().getCanvas().setAccessibleText("Terminal; F7 goes back to the slide");
    addListener(widget -> ended.run());
    setTtyConnector(new PtyConnector(shell));
    start();
  }

  @Override
  protected TerminalPanel createTerminalPanel(
      SettingsProvider settings, StyleState style, TerminalTextBuffer buffer) {
    return new Panel(settings, buffer, style);
  }

  private Panel panel() {
    return (Panel) getTerminalPanel();
  }

  /** Draws all again with the colours and the font that there are now. */
  void refreshLook() {
    panel().refresh();
  }

  void takeFocus() {
    panel().getCanvas().requestFocus();
  }

  /** Whether a program such as vi has the whole screen, where a command cannot be typed. */
  boolean isTakenByProgram() {
    return getTerminalTextBuffer().isUsingAlternateBuffer();
  }

  String text() {
    TerminalTextBuffer buffer = getTerminalTextBuffer();
    buffer.lock();
    try {
      return buffer.getHistoryBuffer().getLines() + "\n" + buffer.getScreenLines();
    } finally {
      buffer.unlock();
    }
  }

  /** Puts a command at the prompt, in the place of what stands there; Enter is left to a person. */
  void type(String command) {
    String text = command.strip();
    // Shells run each line of a text that is not marked as pasted.
    boolean marked = panel().bracketedPaste && text.contains("\n");
    String typed =
        marked
            ? PASTE_BEGINS + text.replace('\n', '\r') + PASTE_ENDS
            : text.lines().reduce((one, next) -> one + "; " + next).orElse("");
    panel().getTerminalOutputStream().sendString(LINE_KILL + typed, true);
  }

  private static final class Panel extends TerminalPanel {

    private volatile boolean bracketedPaste;

    Panel(SettingsProvider settings, TerminalTextBuffer buffer, StyleState style) {
      super(settings, buffer, style);
    }

    void refresh() {
      reinitFontAndResize();
      repaint();
    }

    @Override
    public void setBracketedPasteMode(boolean enabled) {
      super.setBracketedPasteMode(enabled);
      bracketedPaste = enabled;
    }

    /** JediTermFX's own asks AWT, which is not there without a display. */
    @Override
    protected TerminalCopyPasteHandler createCopyPasteHandler() {
      return new TerminalCopyPasteHandler() {
        @Override
        public void setContents(String text, boolean selection) {
          CodeBox.copy(text);
        }

        @Override
        public @Nullable String getContents(boolean selection) {
          return Clipboard.getSystemClipboard().getString();
        }
      };
    }
  }
}
