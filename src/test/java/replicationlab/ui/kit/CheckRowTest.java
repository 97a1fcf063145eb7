package replicationlab.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.ui.SampleLab;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class CheckRowTest {

  @Start
  void start(Stage stage) {
    stage.setScene(new Scene(new CheckRow(SampleLab.mendable(), result -> {}), 600, 300));
    stage.show();
  }

  /** For the shell they are a comment, for who reads them a sentence. */
  @Test
  void theRemedysWordsAreNoComment(FxRobot robot) {
    List<String> words =
        robot.lookup(".advice .label").queryAllAs(Label.class).stream()
            .map(Label::getText)
            .toList();
    assertThat(words).contains("Let it go on.");
  }
}
