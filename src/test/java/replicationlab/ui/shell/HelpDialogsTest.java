package replicationlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.util.List;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.ui.kit.Theme;

/** What the Help menu shows can be read to its end. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class HelpDialogsTest {

  private Stage stage;

  @Start
  void start(Stage shared) {
    stage = shared;
    Scene scene = new Scene(new StackPane(), 800, 500);
    Theme.LIGHT.install();
    Theme.prepare(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void theButtonKeepsItsWholeWordWhenTheTextGrows(FxRobot robot) {
    Platform.runLater(() -> HelpDialogs.about(stage, List.of()));
    waitForFxEvents();
    Button close = robot.lookup((Button button) -> button.isCancelButton()).queryAs(Button.class);
    robot.interact(() -> {
      close.getScene().getRoot().setStyle("-fx-font-size: 26px");
      close.getScene().getRoot().applyCss();
      close.getScene().getRoot().layout();
    });
    assertThat(close.getWidth()).isGreaterThanOrEqualTo(close.prefWidth(-1) - 1);
    robot.clickOn(close);
  }

  @Test
  void aboutShowsItsLastSentence(FxRobot robot) {
    Platform.runLater(() -> HelpDialogs.about(stage, List.of()));
    waitForFxEvents();
    Label words =
        robot
            .lookup((Label label) -> label.getText().startsWith("Replication Lab "))
            .queryAs(Label.class);
    assertThat(words.getHeight()).isGreaterThanOrEqualTo(words.prefHeight(words.getWidth()) - 1);
    robot.interact(() -> {
      words.getScene().getWindow().setHeight(200);
      words.getScene().getRoot().layout();
    });
    waitForFxEvents();
    assertThat(words.getHeight())
        .as("on a small screen it is scrolled")
        .isGreaterThanOrEqualTo(words.prefHeight(words.getWidth()) - 1);
    robot.interact(() -> words.getScene().getWindow().hide());
  }
}
