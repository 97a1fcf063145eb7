package replicationlab.ui.shell;

import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import replicationlab.terminal.LabTerminal;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.terminal.TerminalView;

/** The terminal as a pane of the window: one shell for each lab that is opened. */
final class TerminalPlace {

  static final String NAME = "Terminal";

  private final TerminalView view = new TerminalView(Thread::startVirtualThread, this::prompted);
  private volatile @Nullable OpenLab lab;

  ShellPane pane() {
    return new ShellPane(
        NAME,
        Icons.TERMINAL,
        "A shell in the lab's workspace: psql, vi and all the commands of the slides (F7)",
        () -> view,
        this::opened,
        this::shown);
  }

  /** Whoever turns to the terminal wants to type. */
  private void shown(boolean shown) {
    view.setShown(shown);
    if (shown) {
      Platform.runLater(view::takeFocus);
    }
  }

  TerminalView view() {
    return view;
  }

  private void opened(@Nullable OpenLab opened) {
    lab = opened;
    view.use(opened == null ? null : () -> LabTerminal.open(opened.bench()));
  }

  /** A command has ended: it may have done a step of the lab. */
  private void prompted() {
    OpenLab open = lab;
    if (open != null) {
      open.monitor().askAgain();
      open.changes().tell();
    }
  }
}
