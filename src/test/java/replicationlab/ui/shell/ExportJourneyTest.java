package replicationlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.course.Courses;
import replicationlab.course.OpenedDeck;
import replicationlab.course.ProgramFiles;
import replicationlab.ui.Looks;
import replicationlab.ui.deck.DeckViewModel;
import replicationlab.ui.deck.Positions;
import replicationlab.ui.kit.Messages;
import replicationlab.ui.kit.Theme;

/** From the menu to the file: chosen, followed, told; or ended before its time. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class ExportJourneyTest {

  private static final Duration SOON = Duration.ofMinutes(3);

  @TempDir private Path folder;
  @TempDir private Path decks;

  private Stage stage;
  private DeckViewModel deck;
  private ExportJourney journey;

  @Start
  void start(Stage shared) throws IOException {
    stage = new Stage();
    Scene scene = new Scene(new StackPane(), 900, 600);
    Theme.LIGHT.install();
    Theme.prepare(scene);
    stage.setScene(scene);
    stage.show();
    ProgramFiles files = ProgramFiles.find();
    deck = new DeckViewModel(Positions.NONE);
    deck.open(OpenedDeck.open(Courses.deck(files, Courses.FIRST), files));
    journey =
        new ExportJourney(
            stage,
            deck,
            new Messages(() -> stage),
            (form, name) -> Optional.of(folder.resolve("out notes")));
  }

  @AfterEach
  void close() {
    waitForAsyncFx(10_000, stage::close);
  }

  /** A dialog is there a frame before anything in it can be clicked. */
  private static boolean isLaidOut(Node node) {
    return node.getLayoutBounds().getWidth() > 0
        && node.getScene().getWindow().isShowing()
        && !node.getScene().getRoot().isNeedsLayout();
  }

  private static Scene dialog(String query, FxRobot robot) {
    await()
        .atMost(SOON)
        .until(
            () -> robot.lookup(query).match(ExportJourneyTest::isLaidOut).tryQuery().isPresent());
    return robot.lookup(query).query().getScene();
  }

  @Test
  void aPdfIsWrittenAndItsPlaceIsTold(FxRobot robot) throws IOException {
    Platform.runLater(journey::begin);
    Looks.inBothThemes(dialog("#export-choice", robot), "export-choice");
    robot.clickOn("PDF, six slides a page with lines for notes");
    robot.clickOn("Export…");
    Scene told = dialog("Done", robot);
    Looks.inBothThemes(told, "export-done");
    assertThat(robot.lookup("Open the folder").tryQuery()).isPresent();
    robot.clickOn("Done");
    Path written = folder.resolve("out notes.pdf");
    try (PDDocument document = Loader.loadPDF(written.toFile())) {
      assertThat(document.getNumberOfPages()).isEqualTo(5);
    }
  }

  @Test
  void theNameIsTheTitleAsFarAsAFileMayHaveIt() {
    assertThat(ExportJourney.nameOf("Primary/standby: how?", "deck.md"))
        .isEqualTo("Primary standby how");
    assertThat(ExportJourney.nameOf(" ", "deck.md")).isEqualTo("deck");
  }

  /** Of a deck that takes longer than a person takes to find the button. */
  @Test
  void anExportCanBeEndedAndLeavesNothing(FxRobot robot) throws IOException {
    Path file = decks.resolve("long.md");
    Files.writeString(file, String.join("\n***\n\n", Collections.nCopies(3_000, "# A\n\n+ b\n")));
    OpenedDeck opened = OpenedDeck.open(file, ProgramFiles.find());
    waitForAsyncFx(60_000, () -> deck.open(opened));
    Platform.runLater(journey::begin);
    Scene choice = dialog("#export-choice", robot);
    robot.clickOn("A page for each step, not only the last");
    robot.clickOn("Export…");
    Scene progress = dialog("#export-cancel", robot);
    assertThat(progress).isNotSameAs(choice);
    // The mouse would come late: this thread is busy drawing.
    waitForAsyncFx(60_000, () -> robot.lookup("#export-cancel").queryButton().fire());
    await().atMost(SOON).until(() -> waitForAsyncFx(10_000, () -> isGone(progress)));
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  private static boolean isGone(Scene scene) {
    return !Objects.requireNonNull(scene.getWindow(), "window").isShowing()
        && Window.getWindows().stream().noneMatch(window -> scene.equals(window.getScene()));
  }
}
