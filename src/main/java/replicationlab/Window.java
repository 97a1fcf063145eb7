package replicationlab;

import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;
import replicationlab.cli.Services;
import replicationlab.course.ProgramFiles;
import replicationlab.settings.SettingsFolder;
import replicationlab.ui.shell.FirstReading;
import replicationlab.ui.shell.ReplicationLabWindow;

/** Opens the window, or says in one sentence why it cannot. */
final class Window {

  /** Tells Maven that the reason has been given. */
  private static final int CANNOT_OPEN = 3;

  private Window() {}

  static void open(Services services, Opening opening) {
    open(services, opening, stage -> {});
  }

  /**
   * The same for somebody who wants to do something with it.
   *
   * @param shown called with the window once it is there, on JavaFX's thread
   */
  static void open(Services services, Opening opening, Consumer<Stage> shown) {
    FirstReading first =
        FirstReading.begin(services.files(), SettingsFolder.ofThisUser(), opening.deck());
    try {
      Platform.startup(() -> {
        Stage stage = new Stage();
        new ReplicationLabWindow(
                stage,
                services.files(),
                services.installations(),
                services.opener(),
                services.defaultWorkspace(),
                first)
            .show(opening.slide());
        shown.accept(stage);
      });
    } catch (UnsupportedOperationException
        | ExceptionInInitializerError
        | UnsatisfiedLinkError
        | IllegalStateException e) {
      System.err.println(advice(String.valueOf(e.getMessage())));
      System.exit(CANNOT_OPEN);
    } catch (RuntimeException e) {
      System.err.println(advice(e.toString()));
      System.exit(CANNOT_OPEN);
    }
  }

  private static String advice(String words) {
    String terminal =
        " Without a window, do the lab in the terminal: "
            + ProgramFiles.command()
            + " lab run lab-exercise-1";
    if (words.contains("DISPLAY")) {
      return "There is no display to open a window on; log in to a desktop, or set DISPLAY."
          + terminal;
    }
    if (words.contains("glass") || words.contains("gtk")) {
      return "The window needs GTK 3, which is not installed; install it (Debian: apt-get install"
          + " libgtk-3-0)."
          + terminal;
    }
    return "The window could not be opened: " + words + "." + terminal;
  }
}
