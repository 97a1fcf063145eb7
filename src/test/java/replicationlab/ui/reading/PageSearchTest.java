package replicationlab.ui.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.course.Courses;
import replicationlab.course.OpenedDeck;
import replicationlab.course.ProgramFiles;
import replicationlab.ui.deck.DeckViewModel;
import replicationlab.ui.deck.Positions;
import replicationlab.ui.diagram.DiagramPlaceholder;
import replicationlab.ui.kit.Theme;

/** The slides' search on the page. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class PageSearchTest {

  private static final Duration SOON = Duration.ofMinutes(1);

  private Stage stage;
  private DeckViewModel model;
  private ReadingView view;

  @Start
  void start(Stage shared) throws IOException {
    stage = new Stage();
    model = new DeckViewModel(Positions.NONE);
    ReadMemory none =
        new ReadMemory() {
          @Override
          public Set<Integer> of(OpenedDeck deck) {
            return Set.of();
          }

          @Override
          public void remember(OpenedDeck deck, Set<Integer> read) {}
        };
    view =
        new ReadingView(
            model,
            picture -> new DiagramPlaceholder(picture.target()),
            _ -> List.of(),
            none,
            () -> {});
    Scene scene = new Scene(view, 980, 600);
    Theme.LIGHT.install();
    Theme.prepare(scene);
    stage.setScene(scene);
    stage.show();
    ProgramFiles files = ProgramFiles.find();
    model.open(OpenedDeck.open(Courses.deck(files, Courses.FIRST), files));
    view.takeFocus();
  }

  @AfterEach
  void close() {
    waitForAsyncFx(10_000, stage::close);
  }

  @Test
  void aHitInTheNotesIsMarkedAndBroughtInSight(FxRobot robot) {
    robot.push(KeyCode.SLASH);
    seek(robot, "backup_label");
    await().atMost(SOON).until(() -> isInSight(robot));
    assertThat(robot.lookup(".overlay").tryQuery()).isEmpty();
    robot.push(KeyCode.ESCAPE);
    await().atMost(SOON).until(() -> robot.lookup(".sought").queryAll().isEmpty());
  }

  @Test
  void ctrlFOpensItAndLettersAreNoKeysOfThePage(FxRobot robot) {
    robot.interact(() -> model.goTo(6));
    robot.push(KeyCode.CONTROL, KeyCode.F);
    robot.push(KeyCode.P).push(KeyCode.N).push(KeyCode.P);
    assertThat(robot.lookup(".overlay").tryQuery()).isPresent();
    assertThat(waitForAsyncFx(10_000, () -> model.indexProperty().get())).isEqualTo(5);
    robot.push(KeyCode.ESCAPE);
    assertThat(robot.lookup(".overlay").tryQuery()).isEmpty();
  }

  private static void seek(FxRobot robot, String words) {
    robot.write(words);
    await().atMost(SOON).until(() -> !hits(robot).isEmpty());
    String last = hits(robot).getLast().toString();
    assertThat(last).contains("notes");
    for (int hit = 1; hit < hits(robot).size(); hit++) {
      robot.push(KeyCode.DOWN);
    }
    robot.push(KeyCode.ENTER);
  }

  private static List<?> hits(FxRobot robot) {
    return robot.lookup(".list-overlay .list-view").<ListView<?>>query().getItems();
  }

  private boolean isInSight(FxRobot robot) {
    return robot.lookup(".reading-notes .sought").queryAll().stream()
        .map(Node.class::cast)
        .map(node -> view.sceneToLocal(node.localToScene(node.getLayoutBounds())))
        .anyMatch(this::isInView);
  }

  private boolean isInView(Bounds place) {
    return place.getMinY() > 0 && place.getMaxY() <= view.getHeight();
  }
}
