package replicationlab.ui.shell;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import javafx.scene.Scene;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import replicationlab.export.ExportFailed;
import replicationlab.export.ExportOrder;
import replicationlab.export.Exported;
import replicationlab.export.Form;
import replicationlab.ui.deck.DeckViewModel;
import replicationlab.ui.deck.Place;
import replicationlab.ui.export.DeckExporter;
import replicationlab.ui.export.ExportChoiceView;
import replicationlab.ui.export.ExportProgress;
import replicationlab.ui.kit.FxThread;
import replicationlab.ui.kit.LastFolder;
import replicationlab.ui.kit.Messages;

/** From "I want these slides on paper" to the file. */
final class ExportJourney {

  private static final String FOLDER = "Open the folder";

  /** Not the common pool: laying out waits for JavaFX's thread. */
  private static final Executor BESIDE = Thread.ofVirtual()::start;

  private final Stage stage;
  private final DeckViewModel deck;
  private final Messages messages;
  private final LastFolder folder = new LastFolder();
  private final BiFunction<Form, String, Optional<Path>> places;

  ExportJourney(Stage stage, DeckViewModel deck, Messages messages) {
    this.stage = stage;
    this.deck = deck;
    this.messages = messages;
    this.places = this::choose;
  }

  /**
   * @param places asks where to, given the form and the name that the deck suggests
   */
  ExportJourney(
      Stage stage,
      DeckViewModel deck,
      Messages messages,
      BiFunction<Form, String, Optional<Path>> places) {
    this.stage = stage;
    this.deck = deck;
    this.messages = messages;
    this.places = places;
  }

  void begin() {
    Place place = deck.placeProperty().get();
    if (place == null || place.index() < 0) {
      messages.tell("There are no slides to export; open a deck first.");
      return;
    }
    ExportChoiceView choice = new ExportChoiceView();
    if (!messages.confirm("Export the slides", choice, "Export…")) {
      return;
    }
    String file = place.opened().file().getFileName().toString();
    places
        .apply(choice.form(), nameOf(place.opened().deck().title(), file))
        .flatMap(
            chosen -> choice.form() instanceof Form.Pictures ? Optional.of(chosen) : pdf(chosen))
        .ifPresent(target ->
            export(
                new ExportOrder(
                    place.opened(),
                    choice.form(),
                    target,
                    choice.everyStep(),
                    true,
                    deck.majorProperty().get(),
                    deck.asWrittenProperty().get(),
                    deck.rewritingProperty().get())));
  }

  /** The deck's title as the name of a file; without a title the name of its own file. */
  static String nameOf(String title, String file) {
    String name =
        title.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|]+", " ").replaceAll("\\s+", " ").strip();
    return name.isEmpty()
        ? file.replaceFirst("\\.[^.]*$", "")
        : name.substring(0, Math.min(100, name.length()));
  }

  /** The chooser adds no ending, and has asked only for the name as it was typed. */
  private Optional<Path> pdf(Path chosen) {
    String name = String.valueOf(chosen.getFileName());
    if (name.toLowerCase(Locale.ROOT).endsWith(".pdf")) {
      return Optional.of(chosen);
    }
    Path target = chosen.resolveSibling(name + ".pdf");
    boolean free =
        Files.notExists(target)
            || messages.confirm(
                "Replace the file?",
                target + " is there already; it would be replaced.",
                "Replace");
    return free ? Optional.of(target) : Optional.empty();
  }

  private Optional<Path> choose(Form form, String name) {
    if (form instanceof Form.Pictures) {
      return Optional.ofNullable(folder.openFolder(stage, "Choose a folder for the pictures"))
          .map(File::toPath);
    }
    ExtensionFilter pdf = new ExtensionFilter("PDF", "*.pdf");
    return Optional.ofNullable(folder.save(stage, "Export the slides", name + ".pdf", pdf))
        .map(File::toPath);
  }

  private void export(ExportOrder order) {
    ExportProgress progress = new ExportProgress();
    Stage beside = new Stage();
    beside.initOwner(stage);
    beside.setTitle("Exporting " + order.target().getFileName());
    beside.setResizable(false);
    Scene scene = new Scene(progress);
    scene.getStylesheets().setAll(stage.getScene().getStylesheets());
    beside.setScene(scene);
    beside.setOnCloseRequest(_ -> progress.cancel());
    beside.show();
    var _ =
        CompletableFuture.supplyAsync(() -> write(order, progress), BESIDE)
            .whenCompleteAsync(
                (exported, failure) -> {
                  beside.close();
                  tell(order, exported, failure);
                },
                FxThread::run);
  }

  private static Exported write(ExportOrder order, ExportProgress progress) {
    try {
      return new DeckExporter().export(order, progress);
    } catch (ExportFailed e) {
      throw new CompletionException(e);
    }
  }

  private void tell(ExportOrder order, @Nullable Exported exported, @Nullable Throwable failure) {
    if (exported == null) {
      boolean wanted =
          failure instanceof CancellationException
              || (failure != null && failure.getCause() instanceof CancellationException);
      if (wanted) {
        messages.tell("The export was cancelled; nothing was written.");
      } else {
        messages.warn(DeckJourney.rootOf(failure));
      }
      return;
    }
    boolean isFolder = order.form() instanceof Form.Pictures;
    String words =
        exported.pages()
            + (isFolder ? " pictures are in " : " pages are in ")
            + order.target().toAbsolutePath().normalize()
            + "."
            + (exported.warnings().isEmpty()
                ? ""
                : "\n\nNot all is as on the screen:\n" + String.join("\n", exported.warnings()));
    Optional<String> answer = messages.report("Exported", words, "Done", List.of(FOLDER));
    if (answer.isPresent()) {
      Path target = order.target().toAbsolutePath();
      FileManager.open(isFolder ? target : Objects.requireNonNull(target.getParent()), messages);
    }
  }
}
