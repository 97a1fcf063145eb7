package replicationlab.ui.shell;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import replicationlab.course.Courses;
import replicationlab.course.OpenedDeck;
import replicationlab.course.ProgramFiles;
import replicationlab.deck.SlideLinks;
import replicationlab.settings.SettingsStore;
import replicationlab.ui.deck.DeckViewModel;
import replicationlab.ui.kit.FxThread;
import replicationlab.ui.kit.LastFolder;
import replicationlab.ui.kit.Messages;

/** From "I want to read a deck" to the slide at which it was left. */
final class DeckJourney {

  private static final System.Logger LOG = System.getLogger(DeckJourney.class.getName());
  private static final long A_MOMENT = 700;

  private final Stage stage;
  private final ProgramFiles files;
  private final SettingsStore settings;
  private final DeckViewModel model;
  private final Messages messages;
  private final ExportJourney export;
  private final LastFolder folder = new LastFolder();
  private String link = "";

  DeckJourney(
      Stage stage,
      ProgramFiles files,
      SettingsStore settings,
      DeckViewModel model,
      Messages messages) {
    this.stage = stage;
    this.files = files;
    this.settings = settings;
    this.model = model;
    this.messages = messages;
    this.export = new ExportJourney(stage, model, messages);
  }

  /**
   * Shows what was read while JavaFX started. Nobody sees the window yet, so it waits a moment for
   * its slide; a file that takes longer comes into a window that is already there.
   *
   * @param slide a link to a slide of it; empty for the one at which it was left
   * @return completes when the deck is shown, or it has been told why not
   */
  CompletableFuture<OpenedDeck> begin(FirstReading.Reading first, String slide) {
    link = slide;
    try {
      var _ = first.deck().get(A_MOMENT, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      LOG.log(System.Logger.Level.DEBUG, () -> first.file() + " is not there at once: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return first
        .deck()
        .whenCompleteAsync((opened, failure) -> show(first.file(), opened, failure), FxThread::run);
  }

  void openCourse() {
    open(Courses.deck(files, Courses.FIRST));
  }

  /** Puts the open deck on paper. */
  void export() {
    export.begin();
  }

  void choose() {
    File file =
        folder.open(
            stage,
            "Open a deck",
            new ExtensionFilter("Decks", "*.md", "*.markdown"),
            new ExtensionFilter("All files", "*"));
    if (file != null) {
      open(file.toPath());
    }
  }

  void open(Path file) {
    var _ =
        CompletableFuture.supplyAsync(() -> read(file), Thread::startVirtualThread)
            .whenCompleteAsync((opened, failure) -> show(file, opened, failure), FxThread::run);
  }

  private OpenedDeck read(Path file) {
    try {
      return OpenedDeck.open(file, files);
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  private void show(Path file, @Nullable OpenedDeck opened, @Nullable Throwable failure) {
    if (opened == null) {
      messages.warn(
          "The deck "
              + file
              + " cannot be read ("
              + rootOf(failure)
              + "); what was open stays open.");
      return;
    }
    model.open(opened);
    stage.setTitle(opened.deck().title() + " – Replication Lab");
    settings.update(now -> now.with(now.decks().opened(opened.file().toString())));
    follow(opened);
  }

  /** Once: the next deck has other slides. */
  private void follow(OpenedDeck opened) {
    String wanted = link;
    link = "";
    if (!wanted.isEmpty()) {
      SlideLinks.find(opened.deck().slides(), wanted)
          .ifPresentOrElse(
              target -> model.goTo(target.number(), target.step()),
              () ->
                  messages.warn(
                      "There is no slide \""
                          + wanted
                          + "\" in "
                          + opened.file().getFileName()
                          + "; the command slides lists their names."));
    }
  }

  static String rootOf(@Nullable Throwable failure) {
    Throwable root = failure;
    while (root instanceof CompletionException && root.getCause() != null) {
      root = root.getCause();
    }
    return root == null
        ? "nobody knows why"
        : root.getMessage() == null ? root.toString() : root.getMessage();
  }

  DeckViewModel model() {
    return model;
  }

  List<String> recent() {
    return settings.current().decks().recent();
  }
}
