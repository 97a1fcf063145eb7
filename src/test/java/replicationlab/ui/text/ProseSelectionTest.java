package replicationlab.ui.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.deck.DeckReader;
import replicationlab.ui.Looks;
import replicationlab.ui.diagram.DiagramPlaceholder;
import replicationlab.ui.kit.Theme;

/** What is read can be selected with the mouse and copied. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class ProseSelectionTest {

  private Stage stage;
  private Scene scene;
  private BlocksView view;

  @Start
  void start(Stage shared) {
    stage = new Stage();
    view = new BlocksView(picture -> new DiagramPlaceholder(picture.target()));
    view.show(
        DeckReader.blocks(
            "The **primary** writes.\n\n* The standby reads.\n\nBoth keep the same data.\n"));
    scene = new Scene(new VBox(view), 500, 300);
    Theme.LIGHT.install();
    Theme.prepare(scene);
    stage.setScene(scene);
    stage.show();
  }

  @AfterEach
  void close() {
    waitForAsyncFx(10_000, stage::close);
  }

  private List<ProseView> paragraphs() {
    return waitForAsyncFx(
        10_000,
        () ->
            view.lookupAll(".prose").stream()
                .map(ProseView.class::cast)
                .sorted((one, other) -> Double.compare(top(one), top(other)))
                .toList());
  }

  private static double top(ProseView view) {
    return view.localToScene(0, 0).getY();
  }

  private static Point2D start(ProseView view) {
    Bounds bounds = view.localToScreen(view.getBoundsInLocal());
    return new Point2D(bounds.getMinX() + 1, bounds.getMinY() + 8);
  }

  private static Point2D end(ProseView view) {
    Bounds bounds = view.localToScreen(view.getBoundsInLocal());
    return new Point2D(bounds.getMaxX() - 1, bounds.getMaxY() - 4);
  }

  private static String copied(FxRobot robot) {
    robot.push(KeyCode.SHORTCUT, KeyCode.C);
    waitForFxEvents();
    return waitForAsyncFx(10_000, () -> Clipboard.getSystemClipboard().getString());
  }

  @Test
  void aSelectionGoesOverParagraphsAndIsCopied(FxRobot robot) {
    List<ProseView> all = paragraphs();
    assertThat(all).hasSize(3);
    robot.moveTo(start(all.get(0)));
    robot.press(MouseButton.PRIMARY);
    robot.moveTo(end(all.get(1)));
    robot.release(MouseButton.PRIMARY);
    Looks.inBothThemes(scene, "prose-selection");
    assertThat(copied(robot)).isEqualTo("The primary writes.\nThe standby reads.");

    robot.clickOn(end(all.get(2)));
    waitForFxEvents();
    assertThat(waitForAsyncFx(10_000, () -> all.get(0).selected())).isEmpty();
  }

  @Test
  void aDoubleClickTakesAWord(FxRobot robot) {
    ProseView last = paragraphs().get(2);
    robot.doubleClickOn(start(last).add(8, 0));
    assertThat(copied(robot)).isEqualTo("Both");
  }
}
