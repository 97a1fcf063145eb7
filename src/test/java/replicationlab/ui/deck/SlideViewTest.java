package replicationlab.ui.deck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import replicationlab.course.OpenedDeck;
import replicationlab.course.ProgramFiles;
import replicationlab.deck.DeckReader;
import replicationlab.deck.Slide;
import replicationlab.ui.Pictures;
import replicationlab.ui.kit.Theme;

@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class SlideViewTest {

  private static final double[][] SIZES = {{980, 700}, {980, 300}, {420, 320}, {400, 900}};

  private StackPane root;
  private Scene scene;

  @Start
  void start(Stage stage) {
    Theme.LIGHT.install();
    root = new StackPane();
    scene = new Scene(root, 980, 700);
    Theme.prepare(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void everySlideOfTheCourseFits(FxRobot robot) throws IOException {
    ProgramFiles files = ProgramFiles.find();
    Path file = files.lessons().resolve("high-availability").resolve("deck.md");
    OpenedDeck opened = OpenedDeck.open(file, files);
    List<Slide> slides = opened.deck().slides();
    assertThat(slides).hasSize(27);
    for (int index = 0; index < slides.size(); index++) {
      Slide slide = slides.get(index);
      show(robot, () -> new SlideView(slide, PictureStub::new, opened.changes().on(slide, 18), 18));
      assertFits("slide " + (index + 1));
      Pictures.take(scene, "course-" + (index + 1));
    }
  }

  @Test
  void aSlideFitsWhateverItsSpace(FxRobot robot) {
    for (Slide slide :
        DeckReader.read(Decks.FOUR + "\n***\n# Long\n\n" + "* a line\n".repeat(60)).slides()) {
      show(robot, () -> new SlideView(slide, PictureStub::new, List.of(), 18));
      for (double[] size : SIZES) {
        robot.interact(() -> {
          root.getChildren().getFirst().resize(size[0], size[1]);
          ((SlideView) root.getChildren().getFirst()).layout();
        });
        assertFits(slide.title() + " in " + size[0] + "x" + size[1]);
      }
    }
  }

  @Test
  void whatIsWrittenFromRightToLeftBreaksIntoLinesToo(FxRobot robot) {
    String hebrew = "שלום עולם this is mixed עברית ועוד מילים ".repeat(12);
    Slide slide =
        DeckReader.read("# שלום עולם\n\n* %s\n\nمرحبا بالعالم %s\n".formatted(hebrew, hebrew))
            .slides()
            .getFirst();
    show(robot, () -> new SlideView(slide, PictureStub::new, List.of(), 18));
    for (double[] size : SIZES) {
      robot.interact(() -> {
        root.getChildren().getFirst().resize(size[0], size[1]);
        ((SlideView) root.getChildren().getFirst()).layout();
      });
      assertFits(size[0] + "x" + size[1]);
    }
  }

  @Test
  void aPictureAloneTakesAllTheSpace(FxRobot robot) {
    Slide slide = DeckReader.read("# Live\n\n![](x.png)\n").slides().getFirst();
    show(robot, () -> new SlideView(slide, PictureStub::new, List.of(), 18));

    Node picture = root.lookup(".slide-pictures");
    assertThat(picture.getBoundsInParent().getHeight()).isGreaterThan(600);
  }

  private void show(FxRobot robot, Supplier<SlideView> slide) {
    robot.interact(() -> root.getChildren().setAll(slide.get()));
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Everything is inside the slide, nothing overlaps, and text is never blown up nor tiny. */
  private void assertFits(String what) {
    SlideView slide = (SlideView) root.getChildren().getFirst();
    double end = 0;
    for (Node part : slide.getChildrenUnmodifiable()) {
      Bounds bounds = part.getBoundsInParent();
      assertThat(bounds.getMaxX()).as(what).isLessThanOrEqualTo(slide.getWidth() + 1);
      assertThat(bounds.getMaxY()).as(what).isLessThanOrEqualTo(slide.getHeight() + 1);
      if (part instanceof FitPane pane) {
        Node content = pane.getChildrenUnmodifiable().getFirst();
        assertThat(content.getBoundsInParent().getMaxY())
            .as(what)
            .isLessThanOrEqualTo(pane.getHeight() + 2);
        Transform scale = content.getTransforms().getFirst();
        assertThat(scale.getMxx()).as(what).isBetween(0.01, 1.1);
      }
      end = Math.max(end, bounds.getMaxY());
    }
    assertThat(end).as(what).isPositive();
  }
}
