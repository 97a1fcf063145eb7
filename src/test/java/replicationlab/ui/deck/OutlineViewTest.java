package replicationlab.ui.deck;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitFor;

import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListCell;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.ui.kit.Theme;

/** The list of slides follows the talk without getting in its way. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class OutlineViewTest {

  private DeckViewModel model;
  private OutlineView outline;

  @Start
  void start(Stage stage) {
    Theme.LIGHT.install();
    model = new DeckViewModel(Decks.inMemory());
    outline = new OutlineView(model);
    Scene scene = new Scene(outline, 240, 640);
    Theme.prepare(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void aDeckWithoutSlidesIsSaidToHaveNone(FxRobot robot) {
    assertThat(robot.lookup("No deck is open.").tryQuery()).isPresent();
    robot.interact(() -> model.open(Decks.open("")));
    assertThat(robot.lookup("This deck has no slides.").tryQuery()).isPresent();
  }

  @Test
  void turnsItsPageOnlyForASlideOutOfSight(FxRobot robot) throws TimeoutException {
    open(robot, 60);
    goTo(robot, 40);
    waitFor(10, SECONDS, () -> isInSight(40));
    int first = firstInSight();
    assertThat(first).as("what comes before is in sight, too").isBetween(25, 38);
    goTo(robot, 41);
    goTo(robot, 39);
    robot.interrupt();
    assertThat(firstInSight()).isEqualTo(first);
    goTo(robot, 1);
    waitFor(10, SECONDS, () -> isInSight(1));
  }

  @Test
  void toChooseASlideLaysNoRowOutAgain(FxRobot robot) {
    open(robot, 20);
    goTo(robot, 4);
    IndexedCell<?> chosen = row(4);
    assertThat(chosen.isSelected()).isTrue();
    robot.interact(() -> {
      model.goTo(5);
      assertThat(chosen.isNeedsLayout() || row(5).isNeedsLayout()).isFalse();
    });
    assertThat(chosen.isSelected()).isFalse();
    assertThat(row(5).isSelected()).isTrue();
  }

  @Test
  void aVeryLongDeckHasRowsOfOneLineWithTheNumbersAligned(FxRobot robot) throws TimeoutException {
    open(robot, 1_000);
    goTo(robot, 997);
    waitFor(10, SECONDS, () -> isInSight(997));
    ListCell<?> row = (ListCell<?>) row(997);
    assertThat(row.getText())
        .startsWith("997")
        .endsWith("\u2007Slide with a name of a few words 997");
    assertThat(row.getAccessibleText())
        .isEqualTo("Slide 997: Slide with a name of a few words 997");
    assertThat(row.getHeight()).isEqualTo(row(998).getHeight()).isLessThan(40);
    goTo(robot, 9);
    waitFor(10, SECONDS, () -> isInSight(9));
    assertThat(((ListCell<?>) row(9)).getText().indexOf("Slide"))
        .isEqualTo(row.getText().indexOf("Slide"));
  }

  @Test
  void theLastSlideIsInSightInALongAndInAVeryLongDeck(FxRobot robot) throws TimeoutException {
    for (int slides : new int[] {60, 10_000}) {
      open(robot, slides);
      goTo(robot, slides);
      waitFor(10, SECONDS, () -> isInSight(slides) && isWholeInSight(slides));
    }
  }

  private void open(FxRobot robot, int slides) {
    String deck =
        IntStream.rangeClosed(1, slides)
            .mapToObj(it -> "# Slide with a name of a few words " + it + "\n\nText.\n")
            .collect(Collectors.joining("\n***\n\n"));
    robot.interact(() -> model.open(Decks.open(deck)));
    robot.interrupt();
  }

  private void goTo(FxRobot robot, int slide) {
    robot.interact(() -> model.goTo(slide));
    robot.interrupt();
  }

  private VirtualFlow<?> flow() {
    Node flow = outline.lookup(".virtual-flow");
    return (VirtualFlow<?>) flow;
  }

  private int firstInSight() {
    return flow().getFirstVisibleCell().getIndex() + 1;
  }

  private boolean isInSight(int slide) {
    IndexedCell<?> first = flow().getFirstVisibleCell();
    IndexedCell<?> last = flow().getLastVisibleCell();
    return first != null
        && last != null
        && first.getIndex() < slide
        && slide <= last.getIndex() + 1;
  }

  /** But for a part of a pixel. */
  private boolean isWholeInSight(int slide) {
    Bounds row = row(slide).localToScene(row(slide).getLayoutBounds());
    Bounds list = flow().localToScene(flow().getLayoutBounds());
    return row.getMinY() > list.getMinY() - 1 && row.getMaxY() < list.getMaxY() + 1;
  }

  private IndexedCell<?> row(int slide) {
    return flow().getCell(slide - 1);
  }
}
