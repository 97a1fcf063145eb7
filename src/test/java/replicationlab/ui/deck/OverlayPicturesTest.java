package replicationlab.ui.deck;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.course.OpenedDeck;
import replicationlab.course.Picture;
import replicationlab.course.ProgramFiles;
import replicationlab.deck.Block;
import replicationlab.ui.Looks;
import replicationlab.ui.diagram.DiagramView;
import replicationlab.ui.kit.Theme;
import replicationlab.ui.text.TextStyle;

/** The course with each thing that can lie over a slide, at the sizes that people have. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class OverlayPicturesTest {

  private OpenedDeck course;
  private DeckViewModel model;

  @Start
  void start(Stage stage) throws IOException {
    Theme.LIGHT.install();
    ProgramFiles files = ProgramFiles.find();
    Path file = files.lessons().resolve("high-availability").resolve("deck.md");
    course = OpenedDeck.open(file, files);
    model = new DeckViewModel(Decks.inMemory());
  }

  private DeckView show(int width, int height) {
    DeckView view = new DeckView(model, this::picture);
    Scene scene = new Scene(view, width, height);
    Theme.prepare(scene);
    scene.getStylesheets().addAll(SlideView.SHEET, DiagramView.SHEET, TextStyle.SHEET);
    model.open(course);
    model.goTo(5);
    return view;
  }

  private Node picture(Block.Picture picture) {
    return course.pictures().find(picture) instanceof Picture.Drawn drawn
        ? DiagramView.of(drawn.diagram())
        : new Label(picture.target());
  }

  @ParameterizedTest
  @CsvSource({"1280, 800", "1920, 1080"})
  void allOfThemAreLookedAt(int width, int height) {
    // The headless screen is smaller than these: a scene without a window has no such limit.
    DeckView view = waitForAsyncFx(10_000, () -> show(width, height));
    Scene scene = view.getScene();
    Overlays over = view.stage().overlays();
    look(scene, "overview", over::overview, () -> isPictured(view));
    look(scene, "jump", () -> type(view, "sta", over::jump), () -> true);
    look(
        scene,
        "search",
        () -> type(view, "archive", over::search),
        () -> !view.lookupAll(".hit-found").isEmpty());
    look(scene, "keys", over::keys, () -> true);
    ShowState show = model.showState();
    look(
        scene,
        "found",
        () -> {
          over.close();
          model.goTo(25);
          show.soughtProperty().set("archive");
        },
        () -> true);
    look(
        scene,
        "presenting",
        () -> {
          view.setBare(true);
          model.goTo(20);
        },
        () -> true);
    look(scene, "zoom", () -> show.zoomTo(2.5, new Point2D(0.2, 0.4)), () -> true);
    look(scene, "black", () -> show.toggle(ShowState.Curtain.BLACK), () -> true);
    assertThat(view.lookupAll(".curtain")).allMatch(Node::isVisible);
  }

  private static void look(Scene scene, String name, Runnable open, Callable<Boolean> ready) {
    waitForAsyncFx(10_000, open);
    await()
        .atMost(60, SECONDS)
        .until(() ->
            waitForAsyncFx(
                10_000,
                () -> {
                  // Nothing else lays out a scene without a window.
                  scene.getRoot().applyCss();
                  scene.getRoot().layout();
                  return ready.call();
                }));
    Looks.inBothThemes(scene, "over-" + name + "-" + (int) scene.getWidth());
  }

  private static void type(DeckView view, String words, Runnable open) {
    open.run();
    ((TextField) view.lookup(".overlay .text-field")).setText(words);
  }

  private static boolean isPictured(DeckView view) {
    Set<Node> frames = view.lookupAll(".overview-frame .image-view");
    return !frames.isEmpty()
        && frames.stream()
            .allMatch(it -> it instanceof ImageView image && image.getImage() != null);
  }
}
