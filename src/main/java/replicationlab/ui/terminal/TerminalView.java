package replicationlab.ui.terminal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import replicationlab.process.PseudoTerminal;
import replicationlab.ui.kit.Buttons;
import replicationlab.ui.kit.EmptyState;
import replicationlab.ui.kit.FxThread;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.Theme;

/**
 * The terminal: a shell in the lab's workspace. It starts when it is first shown, says when it has
 * ended, and ends with the lab. Call everything on JavaFX's thread.
 */
public final class TerminalView extends BorderPane {

  private final Executor background;
  private final Runnable prompted;
  private final StackPane center = new StackPane();
  private final TerminalLook look = new TerminalLook(this::refreshLook);
  private final TerminalSettings settings = new TerminalSettings(look);
  private @Nullable Supplier<PseudoTerminal> shell;
  private @Nullable TerminalScreen screen;
  private String toType = "";
  private int generation;
  private boolean starting;
  private boolean shown;
  private boolean wantsFocus;

  /**
   * A view without a shell.
   *
   * @param background where a shell is started
   * @param prompted called on any thread when a command has ended and the shell asks for the next
   */
  public TerminalView(Executor background, Runnable prompted) {
    this.background = background;
    this.prompted = prompted;
    getStyleClass().add("terminal-view");
    getStylesheets().add(Theme.sheet(TerminalView.class, "terminal.css"));
    setId("terminal");
    setMinSize(0, 0);
    center.setMinSize(0, 0);
    setCenter(new StackPane(look, center));
    addEventFilter(KeyEvent.KEY_PRESSED, this::leaveToTheWindow);
    use(null);
  }

  /** Ends the shell that there is; from now on the terminal is one that {@code opener} opens. */
  public void use(@Nullable Supplier<PseudoTerminal> opener) {
    end();
    shell = opener;
    toType = "";
    if (opener == null) {
      show(
          new EmptyState(
              Icons.TERMINAL,
              "There is no terminal before a lab is open; it runs in the lab's workspace."));
    } else if (shown) {
      start();
    } else {
      show(new Label());
    }
  }

  /** Tells whether the view is seen; the first time it is, the shell starts. */
  public void setShown(boolean seen) {
    shown = seen;
    if (seen && screen == null && !starting && shell != null) {
      start();
    }
  }

  /** Puts the keyboard's focus into the terminal, now or as soon as its shell has started. */
  public void takeFocus() {
    wantsFocus = screen == null;
    if (getBottom() != null) {
      getBottom().lookup("#restart-terminal").requestFocus();
    } else if (screen != null) {
      screen.takeFocus();
    }
  }

  /**
   * Puts a command at the prompt without running it; starts the shell if need be.
   *
   * @return whether there is a prompt; a program such as vi may have the whole screen
   */
  public boolean type(String command) {
    TerminalScreen now = screen;
    if (now == null || getBottom() != null) {
      toType = command;
      wantsFocus = true;
      if (!starting && shell != null) {
        start();
      }
      return shell != null;
    }
    if (now.isTakenByProgram()) {
      return false;
    }
    now.type(command);
    now.takeFocus();
    return true;
  }

  /** What the terminal shows now, and what has been scrolled out of it. */
  String text() {
    return screen == null ? "" : screen.text();
  }

  /** Ends the shell and all that it runs. */
  public void close() {
    use(null);
  }

  private void start() {
    Supplier<PseudoTerminal> opener = shell;
    if (opener == null) {
      return;
    }
    end();
    starting = true;
    int mine = generation;
    show(new Label("Starting a shell…"));
    var _ =
        CompletableFuture.supplyAsync(opener, background)
            .whenCompleteAsync((opened, failure) -> started(mine, opened, failure), FxThread::run);
  }

  private void started(int mine, @Nullable PseudoTerminal opened, @Nullable Throwable failure) {
    if (mine != generation) {
      if (opened != null) {
        opened.close();
      }
      return;
    }
    starting = false;
    if (opened == null) {
      show(new EmptyState(Icons.WARNING, words(failure), "Try again", this::start));
      return;
    }
    TerminalScreen now =
        new TerminalScreen(
            settings, opened, this::hearPrompt, () -> FxThread.run(() -> ended(mine)));
    screen = now;
    show(now.getPane());
    if (wantsFocus) {
      takeFocus();
    }
  }

  private static String words(@Nullable Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause == null || cause.getMessage() == null
        ? "No shell could be started."
        : cause.getMessage();
  }

  private void hearPrompt() {
    prompted.run();
    FxThread.run(() -> {
      String waiting = toType;
      toType = "";
      if (!waiting.isEmpty()) {
        type(waiting);
      }
    });
  }

  /** The last screen stays readable. */
  private void ended(int mine) {
    if (mine != generation) {
      return;
    }
    Button restart =
        Buttons.labelled(
            Icons.AGAIN,
            "Restart",
            "Start a new shell",
            () -> {
              wantsFocus = true;
              start();
            });
    restart.setId("restart-terminal");
    HBox bar = new HBox(new Label("The shell has ended."), restart);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("ended");
    setBottom(bar);
    if (isFocusWithin()) {
      restart.requestFocus();
    }
  }

  private void end() {
    generation++;
    starting = false;
    setBottom(null);
    if (screen != null) {
      screen.close();
      screen = null;
    }
  }

  private void show(Node node) {
    center.getChildren().setAll(node);
  }

  private void refreshLook() {
    if (screen != null) {
      screen.refreshLook();
    }
  }

  /**
   * A shell needs Ctrl with letters, and the window's keys are needed most while somebody works in
   * the terminal: so function keys, and Ctrl with any other key, are the window's where it has a
   * use for them.
   */
  private void leaveToTheWindow(KeyEvent event) {
    boolean windows =
        event.getCode().isFunctionKey()
            || (event.isShortcutDown() && !event.getCode().isLetterKey());
    if (windows && getScene() != null) {
      getScene().getAccelerators().entrySet().stream()
          .filter(accelerator -> accelerator.getKey().match(event))
          .findFirst()
          .ifPresent(accelerator -> {
            event.consume();
            accelerator.getValue().run();
          });
    }
  }
}
