package replicationlab.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import replicationlab.ui.Looks;
import replicationlab.ui.kit.Theme;

/** Somebody comes for the first time, and then again. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class HomeViewTest {

  private final List<String> went = new ArrayList<>();
  private HomeView view;
  private Scene scene;

  @Start
  void start(Stage stage) {
    Theme.LIGHT.install();
    view =
        new HomeView(
            new HomeLinks(
                () -> went.add("slides"),
                () -> went.add("lab"),
                deck -> went.add(deck.toString()),
                () -> went.add("other deck"),
                () -> went.add("settings"),
                () -> went.add("evidence"),
                () -> went.add("class")));
    view.show(home(true));
    scene = new Scene(view, 760, 560);
    Theme.prepare(scene);
    stage.setScene(scene);
    stage.show();
  }

  private static Home home(boolean first) {
    return new Home(
        first,
        first ? "" : "PostgreSQL High Availability",
        20,
        27,
        "Streaming replication",
        List.of(new Home.LabProgress("Lab Exercise 1", 4, 12, true)),
        List.of(Path.of("/home/ada/lessons/high-availability/deck.md")),
        new Home.Surroundings(
            "/home/ada/replication-lab", "18.6", "5432 (primary) and 5433 (standby)"));
  }

  private static List<String> words(FxRobot robot) {
    return robot.lookup((Node node) -> node instanceof Labeled).queryAllAs(Labeled.class).stream()
        .map(Labeled::getText)
        .toList();
  }

  private static void press(FxRobot robot, String text) {
    robot.interact(() ->
        robot
            .lookup((Node node) -> node instanceof ButtonBase one && text.equals(one.getText()))
            .<ButtonBase>query()
            .fire());
  }

  @Test
  void aNewcomerReadsWhatThisIsAndBegins(FxRobot robot) {
    assertThat(words(robot))
        .contains(
            "Folder: /home/ada/replication-lab",
            "PostgreSQL: 18.6",
            "Ports: 5432 (primary) and 5433 (standby)")
        .doesNotContain("Continue");
    Looks.inBothThemes(scene, "home-first");
    press(robot, "Begin");
    press(robot, "Begin with the lab");
    press(robot, "Change these…");
    assertThat(went).containsExactly("slides", "lab", "settings");
  }

  @Test
  void whoComesBackGoesOnWhereTheyWere(FxRobot robot) {
    robot.interact(() -> view.show(home(false)));
    assertThat(words(robot))
        .contains(
            "PostgreSQL High Availability",
            "You are at slide 20 of 27: Streaming replication.",
            "4 of 12 steps");
    Looks.inBothThemes(scene, "home");
    press(robot, "Continue");
    press(robot, "To the lab");
    press(robot, "high-availability/deck.md");
    press(robot, "Open another deck…");
    press(robot, "Export evidence…");
    press(robot, "Class overview…");
    assertThat(went)
        .containsExactly(
            "slides",
            "lab",
            "/home/ada/lessons/high-availability/deck.md",
            "other deck",
            "evidence",
            "class");
  }

  @Test
  void nothingIsCutOffAtTwiceTheSize(FxRobot robot) {
    for (boolean first : new boolean[] {true, false}) {
      robot.interact(() -> {
        view.show(home(first));
        Theme.scaleText(scene, 2);
      });
      WaitForAsyncUtils.waitForFxEvents();
      assertThat(robot.lookup((Node node) -> node instanceof Text).queryAllAs(Text.class))
          .extracting(Text::getText)
          .noneMatch(text -> text.endsWith("..."));
      Looks.inBothThemes(scene, first ? "home-first-200" : "home-200");
    }
  }
}
