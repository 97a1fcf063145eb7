package replicationlab.ui.shell;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.TextInputDialog;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import replicationlab.evidence.Evidence;
import replicationlab.evidence.EvidenceFile;
import replicationlab.settings.SettingsStore;
import replicationlab.ui.kit.FxThread;
import replicationlab.ui.kit.LastFolder;
import replicationlab.ui.kit.Messages;
import replicationlab.ui.status.StatusBarView;

/** From "I am done" to a file that can be handed in, and from thirty such files to who is where. */
final class EvidenceJourney {

  private static final String FOLDER = "Show the folder";
  private static final String OTHER_NAME = "Another name…";

  private final Stage stage;
  private final LabDesk desk;
  private final SettingsStore settings;
  private final LastFolder folder = new LastFolder();
  private final Messages messages;
  private final StatusBarView status;
  private @Nullable ClassOverviewWindow overview;

  EvidenceJourney(
      Stage stage, LabDesk desk, SettingsStore settings, Messages messages, StatusBarView status) {
    this.stage = stage;
    this.desk = desk;
    this.settings = settings;
    this.messages = messages;
    this.status = status;
  }

  /** Asks for a name, once, and for a file, and writes it. */
  void export() {
    OpenLab open = desk.current();
    if (open == null) {
      messages.warn("No lab is open, so there is nothing to export.");
      return;
    }
    String known = settings.current().who();
    Optional<String> who = known.isBlank() ? askForName() : Optional.of(known);
    who.ifPresent(name -> chooseFile(open, name));
  }

  private Optional<String> askForName() {
    String known = settings.current().who();
    TextInputDialog dialog =
        new TextInputDialog(known.isBlank() ? System.getProperty("user.name") : known);
    dialog.initOwner(stage);
    dialog.setTitle("Your name");
    dialog.setHeaderText("Under which name do you hand the evidence in?");
    dialog.setContentText("Name:");
    dialog.getDialogPane().getStylesheets().setAll(stage.getScene().getStylesheets());
    Optional<String> name = dialog.showAndWait().map(String::strip).filter(text -> !text.isEmpty());
    name.ifPresent(text -> settings.update(now -> now.withWho(text)));
    return name;
  }

  private void chooseFile(OpenLab open, String who) {
    File file =
        folder.save(
            stage,
            "Export evidence of " + who,
            EvidenceFile.name(who, open.run().lab().id()),
            evidenceFiles());
    if (file == null) {
      return;
    }
    status.busy("Exporting the evidence…");
    var _ =
        export(open, who, file.toPath())
            .whenCompleteAsync(
                (evidence, failure) -> {
                  status.done();
                  if (evidence == null) {
                    messages.warn("The evidence was not exported: " + DeckJourney.rootOf(failure));
                  } else {
                    confirm(evidence);
                  }
                },
                FxThread::run);
  }

  private static FileChooser.ExtensionFilter evidenceFiles() {
    return new FileChooser.ExtensionFilter("Evidence", "*" + EvidenceFile.ENDING);
  }

  /** Makes the proof once more if both servers run, and writes the file; off JavaFX's thread. */
  static CompletableFuture<Evidence> export(OpenLab open, String who, Path target) {
    boolean bothRun = open.bench().running().size() == 2;
    CompletableFuture<?> proven =
        bothRun ? open.prove(row -> {}) : CompletableFuture.completedFuture(true);
    return proven
        .handle((report, failure) -> report != null)
        .thenApplyAsync(
            done -> {
              open.journal().flush();
              try {
                return EvidenceFile.export(open.bench().workspace(), open.run().lab(), who, target);
              } catch (IOException e) {
                throw new UncheckedIOException(target + " cannot be written (" + e + ")", e);
              }
            },
            Thread::startVirtualThread);
  }

  private void confirm(Evidence evidence) {
    String words =
        evidence.file()
            + " tells what "
            + evidence.who()
            + " did: "
            + evidence.passed()
            + " of "
            + evidence.steps().size()
            + " steps passed. Hand this file in; it can be opened with any text editor, and it"
            + " shows if somebody edits it."
            + (evidence.seal().asExported()
                ? ""
                : " The journal in the workspace was changed outside the lab, and the file shows"
                    + " that too.");
    Optional<String> answer =
        messages.report("Evidence exported", words, "Done", List.of(FOLDER, OTHER_NAME));
    if (answer.isPresent() && answer.get().equals(FOLDER)) {
      Path parent = Objects.requireNonNull(evidence.file().toAbsolutePath().getParent());
      FileManager.open(parent, messages);
    } else if (answer.isPresent() && askForName().isPresent()) {
      export();
    }
  }

  /** Shows one student's file. */
  void show(Path evidence) {
    showClass().model().open(List.of(evidence));
  }

  /** Opens the window for instructors, or brings it to the front. */
  ClassOverviewWindow showClass() {
    ClassOverviewWindow window = overview;
    if (window == null) {
      window = new ClassOverviewWindow(settings, evidenceFiles(), folder);
      overview = window;
    }
    window.show();
    return window;
  }

  /** Closes what this journey has opened. */
  void close() {
    if (overview != null) {
      overview.close();
    }
  }
}
