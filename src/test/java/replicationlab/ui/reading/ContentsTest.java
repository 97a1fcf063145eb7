package replicationlab.ui.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.deck.DeckReader;

/** A reader goes from section to section, by mouse and by keyboard. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class ContentsTest {

  private final List<Integer> gone = new ArrayList<>();
  private Contents contents;

  @Start
  void start(Stage stage) {
    contents = new Contents(gone::add);
    contents.show(Section.of(DeckReader.read("# One\n***\n# Two\n***\n# Three\n").slides()), true);
    contents.follow(0);
    stage.setScene(new Scene(contents, 300, 300));
    stage.show();
  }

  @Test
  void theSectionInWhichOneIsCanBeClicked(FxRobot robot) {
    robot.clickOn("One");

    assertThat(gone).containsExactly(0);
  }

  @Test
  void arrowsOnlySelectAndEnterGoes(FxRobot robot) {
    robot.interact(contents::requestFocus);
    robot.push(KeyCode.DOWN).push(KeyCode.DOWN);
    assertThat(gone).isEmpty();

    robot.push(KeyCode.ENTER);
    assertThat(gone).containsExactly(2);
  }
}
