package replicationlab.ui.present;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.course.Courses;
import replicationlab.course.OpenedDeck;
import replicationlab.course.Picture;
import replicationlab.course.ProgramFiles;
import replicationlab.deck.Block;
import replicationlab.ui.CutOff;
import replicationlab.ui.Looks;
import replicationlab.ui.Pictures;
import replicationlab.ui.deck.DeckViewModel;
import replicationlab.ui.deck.Overlays;
import replicationlab.ui.deck.Positions;
import replicationlab.ui.deck.PresentingActions;
import replicationlab.ui.diagram.DiagramPlaceholder;
import replicationlab.ui.diagram.DiagramView;
import replicationlab.ui.kit.Theme;
import replicationlab.ui.text.TextStyle;

/** The speaker's window and the audience's, with the course, to look at. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class PresenterPicturesTest {

  private static final Rectangle2D LAPTOP = new Rectangle2D(0, 0, 1280, 800);
  private static final Rectangle2D PROJECTOR = new Rectangle2D(1280, 0, 1920, 1080);

  private final Ink ink = new Ink(InkMemory.NONE);
  private DeckViewModel deck = new DeckViewModel(new Beginning());
  private Talk talk = new Talk(deck, () -> Instant.EPOCH);
  private OpenedDeck course;

  private static final class Beginning implements Positions {
    @Override
    public int of(String deckKey) {
      return 0;
    }

    @Override
    public void remember(String deckKey, int index) {}
  }

  @Start
  @SuppressWarnings("NullAway.Init")
  void start(Stage stage) throws IOException {
    Theme.LIGHT.install();
    ProgramFiles files = ProgramFiles.find();
    course = OpenedDeck.open(Courses.deck(files, Courses.FIRST), files);
    deck.placeProperty().subscribe(ink::show);
    deck.open(course);
  }

  private Node picture(Block.Picture picture) {
    return course.pictures().find(picture) instanceof Picture.Drawn drawn
        ? DiagramView.of(drawn.diagram())
        : new DiagramPlaceholder(picture.target());
  }

  private SpeakerTools tools() {
    return new SpeakerTools(
        PresentingActions.NONE,
        Group::new,
        _ -> false,
        () ->
            List.of(
                new SpeakerTools.Command("SELECT pg_backup_start('testing');", () -> {}),
                new SpeakerTools.Command("cp -p -R /u/pg/data /u/pg/data2", () -> {})),
        new SimpleBooleanProperty(true),
        _ -> List.of(),
        new SimpleDoubleProperty(1.2),
        scene -> {});
  }

  @ParameterizedTest
  @CsvSource({"1280, 800, 1", "1920, 1080, 21", "1280, 800, 21", "1920, 1080, 17"})
  void thePresentersWindow(int width, int height, int slide) {
    Scene scene = waitForAsyncFx(30_000, () -> scene(presenter(), width, height));
    waitForAsyncFx(
        30_000,
        () -> {
          deck.goTo(slide);
          ink.begin(new Point2D(200, 700));
          ink.draw(new Point2D(500, 760));
          ink.draw(new Point2D(900, 640));
          return true;
        });
    Looks.inBothThemes(scene, "presenter-%dx%d-%d".formatted(width, height, slide));
    assertThat(scene.lookup(".presenter-head").prefWidth(-1))
        .as("the bar's wish")
        .isLessThanOrEqualTo(width);
    waitForAsyncFx(30_000, () -> Theme.scaleText(scene, 2));
    for (int picture = 0; picture < 3; picture++) {
      Pictures.take(scene, "presenter-%dx%d-%d-at-2.0".formatted(width, height, slide));
    }
    assertThat(waitForAsyncFx(30_000, () -> CutOff.under(scene.lookup(".presenter-head"))))
        .as("with text of twice the size")
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1280, 800", "1920, 1080"})
  void theAudiencesWindow(int width, int height) {
    Scene scene =
        waitForAsyncFx(
            30_000,
            () -> scene(new AudienceView(deck, this::picture, ink, tools()), width, height));
    waitForAsyncFx(
        30_000,
        () -> {
          deck.goTo(21);
          ink.begin(new Point2D(200, 700));
          ink.draw(new Point2D(900, 640));
          ink.point(new Point2D(1200, 300));
          return true;
        });
    Looks.inBothThemes(scene, "audience-%dx%d".formatted(width, height));
    assertThat(scene.lookup(".laser").isVisible()).isTrue();
  }

  @Test
  void mapOfKeysSaysWhatTheyDoHere() {
    Scene scene = waitForAsyncFx(30_000, () -> scene(presenter(), 1280, 800));
    waitForAsyncFx(
        30_000,
        () -> {
          scene.getRoot().applyCss();
          scene.getRoot().layout();
          ((Overlays) scene.lookup(".overlays")).keys();
          return true;
        });
    Looks.inBothThemes(scene, "presenter-keys");
    assertThat(scene.getRoot().lookupAll(".key-table .label"))
        .extracting(label -> ((Label) label).getText())
        .contains(
            "bigger notes; a click with Ctrl zooms the slide in, at that point",
            "smaller notes",
            "notes in their usual size")
        .doesNotContain("zoom out", "the whole slide again");
  }

  private Parent presenter() {
    return new PresenterView(
        deck,
        this::picture,
        talk,
        ink,
        tools(),
        new ScreenPicker(
            FXCollections.observableArrayList(LAPTOP, PROJECTOR),
            new SimpleObjectProperty<>(PROJECTOR),
            chosen -> {}),
        () -> LocalTime.of(14, 5));
  }

  private static Scene scene(Parent root, int width, int height) {
    Scene scene = new Scene(root, width, height);
    Theme.prepare(scene);
    root.getStylesheets().addAll(TextStyle.SHEET, DiagramView.SHEET);
    return scene;
  }
}
