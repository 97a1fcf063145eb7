package replicationlab.ui.slidelab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import replicationlab.course.Changes;
import replicationlab.course.SlideBlock;
import replicationlab.deck.DeckReader;
import replicationlab.ui.FakeLab;
import replicationlab.ui.Looks;
import replicationlab.ui.kit.FxThread;
import replicationlab.ui.kit.Theme;
import replicationlab.ui.slidelab.SlideRunViewModel.State;

/** What a slide's code does can be read, copied, cancelled and put away. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class SlideRunViewTest {

  private static final String PROOF =
      """
      # Proof

      ```sh
      psql -p 5432 -c 'CREATE TABLE streamtest(x int)' postgres
      psql -p 5433 -c '\\d' postgres
      ```

      ```output
                 List of relations
       Schema |    Name    | Type  |  Owner
      --------+------------+-------+----------
       public | streamtest | table | postgres
      (1 row)
      ```

      ```sh
      psql -p 5432 -c 'SELECT pg_current_wal_lsn()' postgres
      ```

      ```output
       pg_current_wal_lsn
      --------------------
       0/3000148
      (1 row)
      ```

      ```sh
      ls /etc
      ```

      ```sh
      psql -p 5433 -c 'INSERT INTO streamtest VALUES (1)' postgres
      ```

      ```output
      ERROR:  cannot execute INSERT in a read-only transaction
      ```
      """;

  private final FakeLab lab = new FakeLab(0).holding();
  private String predicted = "";
  private SlideRunViewModel model;
  private Scene scene;

  @Start
  void start(Stage stage) {
    Theme.LIGHT.install();
    model = new SlideRunViewModel(FxThread::run);
    StackPane root = new StackPane();
    root.getStylesheets().add(SlideRunView.SHEET);
    root.getChildren().add(new SlideRunView(model));
    scene = new Scene(root, 960, 600);
    Theme.prepare(scene);
    stage.setScene(scene);
    // The stage may come from another test, in another size.
    stage.setWidth(960);
    stage.setHeight(600);
    stage.show();
  }

  private void run(FxRobot robot, int block) {
    SlideBlock chosen =
        SlideBlock.of(DeckReader.read(PROOF).slides().getFirst(), new Changes(List.of()), 18, false)
            .get(block);
    robot.interact(() -> model.run(chosen, lab.slideRun(), () -> predicted));
    waitForFxEvents();
  }

  private List<String> marked(Row.Kind kind) {
    return model.rows().stream()
        .filter(row -> row.kind() == kind)
        .map(row -> row.text().strip())
        .toList();
  }

  @Test
  void whatDiffersFromTheSlideIsMarked(FxRobot robot) {
    run(robot, 0);
    assertThat(model.stateProperty().get()).isEqualTo(State.RUNNING);
    assertThat(robot.lookup("Cancel").query().isVisible()).isTrue();
    lab.prints("CREATE TABLE").endApplied();
    lab.prints(
            "           List of relations",
            " Schema |    Name    | Type  |  Owner   ",
            "--------+------------+-------+----------",
            " public | firsttest  | table | postgres",
            " public | streamtest | table | postgres",
            "(2 rows)",
            "")
        .endApplied();
    waitForFxEvents();
    assertThat(model.stateProperty().get()).isEqualTo(State.ENDED);
    assertThat(marked(Row.Kind.ADDED))
        .containsExactly("public | firsttest  | table | postgres", "(2 rows)");
    assertThat(marked(Row.Kind.MISSING)).containsExactly("(1 row)");
    assertThat(marked(Row.Kind.PRINTED)).as("of the first command").contains("CREATE TABLE");
    assertThat(robot.lookup("came, is not on the slide").query().isVisible()).isTrue();
    Looks.inBothThemes(scene, "slide-run");
  }

  @Test
  void whatDiffersByNatureIsNoDifference(FxRobot robot) {
    run(robot, 1);
    lab.prints(" pg_current_wal_lsn ", "--------------------", " 0/B0001F8", "(1 row)", "")
        .endApplied();
    waitForFxEvents();
    assertThat(marked(Row.Kind.NATURAL)).containsExactly("0/B0001F8");
    assertThat(robot.lookup("As on the slide, but for what differs from run to run.").tryQuery())
        .isPresent();
    Looks.inBothThemes(scene, "slide-run-natural");
  }

  @Test
  void anErrorIsComparedAsWhatIsPrintedIs(FxRobot robot) {
    run(robot, 3);
    lab.complains("ERROR:  cannot execute INSERT in a read-only transaction").endApplied();
    waitForFxEvents();
    assertThat(model.wordsProperty().get()).isEqualTo("As on the slide.");
    run(robot, 3);
    lab.complains("ERROR:  relation \"streamtest\" does not exist").endApplied();
    waitForFxEvents();
    assertThat(marked(Row.Kind.ADDED))
        .containsExactly("ERROR:  relation \"streamtest\" does not exist");
    assertThat(marked(Row.Kind.MISSING))
        .containsExactly("ERROR:  cannot execute INSERT in a read-only transaction");
  }

  @Test
  void whatTheLabDoesNotRunSaysWhy(FxRobot robot) {
    run(robot, 2);
    assertThat(model.stateProperty().get()).isEqualTo(State.REFUSED);
    assertThat(marked(Row.Kind.ENDED_BADLY))
        .singleElement()
        .asString()
        .contains("'ls' is not a program that a lesson may run");
    assertThat(lab.applied()).isEmpty();
    Looks.inBothThemes(scene, "slide-run-refused");
  }

  @Test
  void cancelEndsItAndKeepsWhatCame(FxRobot robot) {
    run(robot, 0);
    lab.prints("CREATE TABLE");
    waitForFxEvents();
    robot.clickOn("Cancel");
    lab.endApplied();
    waitForFxEvents();
    assertThat(model.stateProperty().get()).isEqualTo(State.CANCELLED);
    assertThat(lab.applied()).as("the second command").hasSize(1);
    assertThat(marked(Row.Kind.PRINTED)).containsExactly("CREATE TABLE");
    robot.clickOn("Run again");
    assertThat(model.stateProperty().get()).isEqualTo(State.RUNNING);
  }

  @Test
  void itIsCopiedAndEscapePutsItAway(FxRobot robot) {
    run(robot, 1);
    lab.prints("0/1").endApplied();
    waitForFxEvents();
    robot.clickOn("Copy");
    String copied =
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> Clipboard.getSystemClipboard().getString());
    assertThat(copied)
        .isEqualTo("$ psql -p 5432 -c 'SELECT pg_current_wal_lsn()' postgres\n0/1\nexit code 0");
    robot.push(KeyCode.ESCAPE);
    assertThat(model.isOpen()).isFalse();
    assertThat(robot.lookup(".slide-run").query().isVisible()).isFalse();
  }

  @Test
  void aFloodIsCutAndSaysSo(FxRobot robot) {
    run(robot, 1);
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      many.add("line " + i);
    }
    lab.prints(many.toArray(String[]::new));
    waitForFxEvents();
    assertThat(model.rows()).hasSizeLessThan(1_001);
    assertThat(model.rows().getFirst().text()).contains("in the console");
    assertThat(model.rows().getLast().text()).isEqualTo("line 4999");
  }

  @Test
  void whatWasPredictedStandsBesideWhatCame(FxRobot robot) {
    predicted = "You predicted: “It refuses”. That is right.";
    run(robot, 1);
    assertThat(model.predictedProperty().get()).as("while it runs").isEmpty();
    lab.prints(" 0/1").endApplied();
    waitForFxEvents();
    assertThat(robot.lookup(predicted).query().isVisible()).isTrue();
    robot.clickOn("Run again");
    assertThat(model.predictedProperty().get()).isEmpty();
  }

  @Test
  void inANarrowPaneTheButtonsStandBelow(FxRobot robot) {
    predicted = "You predicted: “It takes the row”. The answer: “It refuses”.";
    run(robot, 1);
    lab.prints(" 0/1").endApplied();
    waitForFxEvents();
    Node words = robot.lookup(".slide-run-words").query();
    Node close = robot.lookup("Close").query();
    assertThat(left(close))
        .as("beside")
        .isGreaterThan(left(words) + words.getLayoutBounds().getWidth());
    robot.interact(() -> scene.getWindow().setWidth(420));
    waitForFxEvents();
    assertThat(top(close))
        .as("below")
        .isGreaterThan(top(words) + words.getLayoutBounds().getHeight());
    assertThat(words.getLayoutBounds().getWidth()).as("room for words").isGreaterThan(280);
    Looks.inBothThemes(scene, "slide-run-narrow");
  }

  private static double left(Node node) {
    return node.localToScene(0, 0).getX();
  }

  private static double top(Node node) {
    return node.localToScene(0, 0).getY();
  }

  @Test
  void itIsScrolledFromOutside(FxRobot robot) {
    run(robot, 1);
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      many.add("line " + i);
    }
    lab.prints(many.toArray(String[]::new));
    waitForFxEvents();
    PrintedArea area = robot.lookup(".printed").queryAs(PrintedArea.class);
    robot.interact(() -> model.scroll(-SlideRunViewModel.MOST_ROWS));
    waitForFxEvents();
    assertThat(area.firstVisibleParToAllParIndex()).isZero();
    robot.interact(() -> model.scroll(5));
    waitForFxEvents();
    assertThat(area.firstVisibleParToAllParIndex()).isBetween(2, 8);
  }
}
