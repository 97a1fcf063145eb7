package replicationlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.check.ProofReport;
import replicationlab.ui.CutOff;
import replicationlab.ui.Looks;
import replicationlab.ui.SampleLab;
import replicationlab.ui.check.CheckView;
import replicationlab.ui.check.CheckViewModel;
import replicationlab.ui.kit.FxThread;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.Theme;

/** However low the checker is, its header tells the verdict, and below it there are its rows. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class PartHeaderTest {

  private static final double LOW = 150;

  private final CheckViewModel model =
      new CheckViewModel(
          row -> {
            var rows = List.of(SampleLab.passed(), SampleLab.failed(), SampleLab.passed());
            rows.forEach(row);
            return CompletableFuture.completedFuture(ProofReport.of(rows));
          },
          FxThread::run);
  private Scene scene;
  private PartPane part;

  @Start
  void start(Stage stage) {
    CheckView view = new CheckView(model);
    part = PartPane.named(Icons.CHECKER, "Checker", view, () -> {}, () -> {});
    part.note(view.note());
    StackPane shell = new StackPane(part);
    shell.getStyleClass().add("shell");
    shell.getStylesheets().add(Theme.sheet(ShellView.class, "shell.css"));
    scene = new Scene(shell, 420, 420);
    Theme.LIGHT.install();
    Theme.prepare(scene);
    stage.setScene(scene);
    stage.show();
  }

  private static Bounds inScene(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 2})
  void inALowPaneTheVerdictStaysWhileTheRowsScroll(double scale, FxRobot robot) {
    robot.interact(() -> {
      Theme.scaleText(scene, scale);
      part.setMaxHeight(LOW);
      model.check();
    });
    Node note = robot.lookup("#verdict-note").query();
    await().untilAsserted(() -> assertThat(note.isVisible()).isTrue());
    waitForFxEvents();
    ScrollPane rows =
        (ScrollPane) robot.lookup(".check-view > StackPane > .scroll-pane").<Node>query();
    for (double at : new double[] {0, 0.5, 1}) {
      robot.interact(() -> rows.setVvalue(at));
      assertThat(inScene(part).contains(inScene(note))).as("at %.1f", at).isTrue();
      assertThat(inScene(note).intersects(inScene(rows))).as("over the rows").isFalse();
    }
    assertThat(((Label) note).getText()).isEqualTo("Not proven");
    robot.interact(() -> assertThat(CutOff.under(note.getParent())).isEmpty());
    double line = robot.lookup(".check-row .line").<Node>query().getLayoutBounds().getHeight();
    assertThat(rows.getViewportBounds().getHeight()).as("a whole row").isGreaterThan(line);
    Looks.inBothThemes(scene, "check-low-%.0f".formatted(scale));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 2})
  void whereTheSentenceStaysTheHeaderDoesNotRepeatIt(double scale, FxRobot robot) {
    robot.interact(() -> {
      Theme.scaleText(scene, scale);
      scene.getWindow().setHeight(700);
      model.check();
    });
    waitForFxEvents();
    Node note = robot.lookup("#verdict-note").query();
    await().untilAsserted(() -> assertThat(note.isVisible()).isFalse());
    assertThat(robot.lookup("Checker").query().isVisible()).isTrue();
  }
}
