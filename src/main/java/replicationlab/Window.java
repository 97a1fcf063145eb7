package replicationlab;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import replicationlab.cli.Services;
import replicationlab.course.ProgramFiles;
import replicationlab.settings.SettingsFolder;
import replicationlab.ui.kit.DesktopName;
import replicationlab.ui.kit.JavaFxLog;
import replicationlab.ui.shell.FirstReading;
import replicationlab.ui.shell.LastLook;
import replicationlab.ui.shell.ReplicationLabWindow;

/** Opens the window, or says in one sentence why it cannot. */
final class Window {

  /** Tells Maven that the reason has been given. */
  private static final int CANNOT_OPEN = 3;

  /** Longer than any picture takes; whatever becomes of it, the window must come. */
  private static final int PATIENCE_SECONDS = 1;

  /** Until the picture of the slide has been shown, or it is known that there is none. */
  private static final CountDownLatch PICTURED = new CountDownLatch(1);

  private static @Nullable CompletableFuture<Stage> begun;
  private static @Nullable FirstReading reading;

  private Window() {}

  /**
   * Starts JavaFX, and shows how the slide looked where the reader was last, if it is what opens,
   * while everything else is made ready. Later {@link #open} fills the window.
   */
  static void begin(Opening opening) {
    CompletableFuture<Optional<LastLook>> look = new CompletableFuture<>();
    begun = begin(look);
    // It is read while JavaFX starts, which takes longer.
    var _ =
        look.completeAsync(
            () -> LastLook.in(SettingsFolder.ofThisUser(), opening.deck(), opening.slide()),
            Runnable::run);
    if (look.exceptionally(_ -> Optional.empty()).join().isPresent()) {
      letPictureCome();
    }
  }

  /** Reads what the first slide needs, while JavaFX starts and the services are being found. */
  static void readAhead(ProgramFiles files, Opening opening) {
    reading = FirstReading.begin(files, SettingsFolder.ofThisUser(), opening.deck());
  }

  private static CompletableFuture<Stage> begin(CompletableFuture<Optional<LastLook>> look) {
    CompletableFuture<Stage> begun = new CompletableFuture<>();
    var _ =
        CompletableFuture.runAsync(
                () -> {
                  JavaFxLog.errorsOnly();
                  Platform.startup(() -> {
                    DesktopName.set();
                    Stage stage = new Stage();
                    look.exceptionally(_ -> Optional.empty())
                        .join()
                        .filter(LastLook::fits)
                        .ifPresentOrElse(
                            shown -> shown.show(stage, () -> begun.complete(stage)),
                            () -> begun.complete(stage));
                    PICTURED.countDown();
                  });
                },
                task -> new Thread(task, "JavaFX's start").start())
            .whenComplete((started, failed) -> {
              if (failed != null) {
                PICTURED.countDown();
                begun.completeExceptionally(failed);
              }
            });
    return begun;
  }

  /**
   * Leaves the machine to the picture that is shown first, if there is one: all that is made ready
   * meanwhile is not needed before somebody has seen it.
   */
  private static void letPictureCome() {
    try {
      var _ = PICTURED.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static void open(Services services, Opening opening) {
    open(services, opening, stage -> {});
  }

  /**
   * The same for somebody who wants to do something with it.
   *
   * @param shown called with the window once it is there, on JavaFX's thread
   */
  static void open(Services services, Opening opening, Consumer<Stage> shown) {
    if (reading == null) {
      readAhead(services.files(), opening);
    }
    FirstReading first = Objects.requireNonNull(reading);
    if (begun == null) {
      begun = begin(CompletableFuture.completedFuture(Optional.empty()));
    }
    try {
      Stage stage = begun.join();
      Platform.runLater(() -> {
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
    } catch (CompletionException e) {
      System.err.println(advice(words(e.getCause())));
      System.exit(CANNOT_OPEN);
    }
  }

  private static String words(@Nullable Throwable cause) {
    boolean itsOwnWordsSuffice =
        cause instanceof UnsupportedOperationException
            || cause instanceof ExceptionInInitializerError
            || cause instanceof UnsatisfiedLinkError
            || cause instanceof IllegalStateException;
    return cause != null && itsOwnWordsSuffice
        ? String.valueOf(cause.getMessage())
        : String.valueOf(cause);
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
