package replicationlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.settings.Settings;
import replicationlab.ui.Looks;
import replicationlab.ui.kit.Theme;
import replicationlab.ui.shell.ShellView.Part;

/** Where the window's parts lie, and that they come back to where they were. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class ShellViewTest {

  private static final Settings.Layout LAYOUT =
      new Settings.Layout(true, true, true, true, 0.2, 0.65, 0.6, 0.75);

  /** A divider stands at a whole pixel. */
  private static final double A_PIXEL = 0.004;

  private Stage stage;
  private Scene scene;
  private ShellView shell;

  @Start
  void start(Stage shared) {
    // Sized by a test, it must not hand its size to the next.
    stage = new Stage();
    shell = StubShell.of(LAYOUT);
    scene = new Scene(shell, 980, 700);
    Theme.LIGHT.install();
    Theme.prepare(scene);
    stage.setScene(scene);
    stage.show();
  }

  @AfterEach
  void close() {
    onFx(stage::close);
  }

  private void onFx(Runnable task) {
    waitForAsyncFx(10_000, task);
    waitForFxEvents();
    layOut();
  }

  /** What a split pane divides is in the scene only after its first layout. */
  private void layOut() {
    waitForAsyncFx(
        10_000,
        () -> {
          shell.applyCss();
          shell.layout();
        });
  }

  private Settings.Layout current() {
    waitForFxEvents();
    return waitForAsyncFx(10_000, shell::current);
  }

  private static List<String> visible(FxRobot robot) {
    return List.of("OUTLINE", "SLIDE", "LAB", "CHECKER", "CONSOLE", "STATUS").stream()
        .filter(id -> robot.lookup("#" + id).tryQuery().isPresent())
        .toList();
  }

  private static void assertSamePlaces(Settings.Layout actual, Settings.Layout expected) {
    assertThat(actual.outlineEnd()).as("outline").isCloseTo(expected.outlineEnd(), within(A_PIXEL));
    assertThat(actual.slideEnd()).as("slide").isCloseTo(expected.slideEnd(), within(A_PIXEL));
    assertThat(actual.labEnd()).as("lab").isCloseTo(expected.labEnd(), within(A_PIXEL));
    assertThat(actual.consoleStart())
        .as("console")
        .isCloseTo(expected.consoleStart(), within(A_PIXEL));
  }

  /** What is seen, with all parts shown, and what would be remembered. */
  private void assertDividersAt(FxRobot robot, Settings.Layout expected) {
    assertSamePlaces(current(), expected);
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> {
          double[] upper = dividers(robot, "#upper-split");
          assertSamePlaces(
              new Settings.Layout(
                  true,
                  true,
                  true,
                  true,
                  upper[0],
                  upper[1],
                  dividers(robot, "#right-split")[0],
                  dividers(robot, "#all-split")[0]),
              expected);
        });
  }

  private static double[] dividers(FxRobot robot, String split) {
    waitForFxEvents();
    return waitForAsyncFx(
        10_000, () -> robot.lookup(split).<SplitPane>query().getDividerPositions());
  }

  /** The header's or the tab line's button of a part. */
  private static Node button(FxRobot robot, Part part, String words) {
    Node pane = robot.lookup("#" + part).query();
    while (!(pane instanceof PartPane)) {
      pane = pane.getParent();
    }
    return robot
        .from(pane)
        .lookup((Node node) -> String.valueOf(node.getAccessibleText()).startsWith(words))
        .query();
  }

  @Test
  void beginsWithThePartsAndPlacesThatWereRemembered(FxRobot robot) {
    await()
        .untilAsserted(() ->
            assertThat(visible(robot))
                .containsExactly("OUTLINE", "SLIDE", "LAB", "CHECKER", "CONSOLE", "STATUS"));
    assertDividersAt(robot, LAYOUT);
    Looks.inBothThemes(scene, "shell-layout");
  }

  @ParameterizedTest
  @EnumSource(Part.class)
  void eachPartHidesAndComesBackWhereItWas(Part part, FxRobot robot) {
    robot.clickOn(button(robot, part, "Hide"));
    layOut();
    await()
        .untilAsserted(() ->
            assertThat(visible(robot))
                .doesNotContain(part.name())
                .contains("SLIDE", "STATUS")
                .hasSize(5));
    assertThat(shell.shows(part)).isFalse();
    assertSamePlaces(current(), LAYOUT);
    onFx(() -> shell.show(part, true));
    await().untilAsserted(() -> assertThat(visible(robot)).hasSize(6));
    assertDividersAt(robot, LAYOUT);
  }

  @Test
  void withAllPartsHiddenTheSlideHasTheWindow(FxRobot robot) {
    for (Part part : Part.values()) {
      onFx(() -> shell.show(part, false));
    }
    await().untilAsserted(() -> assertThat(visible(robot)).containsExactly("SLIDE", "STATUS"));
    assertThat(robot.lookup("#SLIDE").query().getLayoutBounds().getWidth())
        .isCloseTo(scene.getWidth(), within(2.0));
    for (Part part : Part.values()) {
      onFx(() -> shell.show(part, true));
    }
    assertDividersAt(robot, LAYOUT);
  }

  @Test
  void aDividerThatWasDrawnIsRemembered(FxRobot robot) {
    draw(robot, "#all-split", 0.6);
    draw(robot, "#upper-split", 0.3, 0.7);
    draw(robot, "#right-split", 0.4);
    Settings.Layout drawn = new Settings.Layout(true, true, true, true, 0.3, 0.7, 0.4, 0.6);
    assertDividersAt(robot, drawn);
    onFx(() -> shell.show(Part.OUTLINE, false));
    onFx(() -> shell.show(Part.OUTLINE, true));
    assertDividersAt(robot, drawn);
  }

  @Test
  void bigTextPushesADividerOnlyForAsLongAsItIsBig(FxRobot robot) {
    draw(robot, "#upper-split", 0.25, 0.7);
    Settings.Layout drawn = current();
    onFx(() -> Theme.scaleText(scene, 2));
    await().untilAsserted(() -> assertThat(dividers(robot, "#upper-split")[0]).isGreaterThan(0.3));
    assertThat(current()).as("nobody has wanted that").isEqualTo(drawn);
    draw(robot, "#all-split", 0.6);
    onFx(() -> Theme.scaleText(scene, 1));
    assertDividersAt(
        robot, new Settings.Layout(true, true, true, true, 0.25, 0.7, drawn.labEnd(), 0.6));
  }

  @Test
  void aClickThatDrawsNothingChangesNothing(FxRobot robot) {
    List<Settings.Layout> told = new ArrayList<>();
    onFx(() -> shell.onChange(() -> told.add(shell.current())));
    robot.clickOn("#LAB");
    StubShell.dividers(robot.lookup("#upper-split").query()).forEach(robot::clickOn);
    assertThat(current()).isEqualTo(LAYOUT);
    assertThat(told).isEmpty();
  }

  @Test
  void dividersAreThickEnoughToBeTakenHoldOf(FxRobot robot) {
    assertThat(robot.lookup(".split-pane-divider").<Node>queryAll())
        .hasSize(4)
        .allSatisfy(divider -> {
          assertThat(divider.getLayoutBounds().getWidth()).isGreaterThanOrEqualTo(3);
          assertThat(divider.getLayoutBounds().getHeight()).isGreaterThanOrEqualTo(3);
        });
  }

  @Test
  void aPartThatIsTooLowKeepsItsHeaderInSight(FxRobot robot) {
    onFx(() -> robot.lookup("#CHECKER").<StackPane>query().setMinHeight(400));
    draw(robot, "#right-split", 0.85);
    Bounds header = robot.lookup("Checker").query().localToScene(new BoundingBox(0, 0, 1, 1));
    assertThat(robot.lookup("#CHECKER").query().localToScene(0, 0).getY())
        .isGreaterThan(header.getMaxY());
  }

  /** Takes hold of dividers and leaves them at places. */
  private void draw(FxRobot robot, String split, double... positions) {
    StubShell.draw(robot, split, positions);
    layOut();
  }

  @ParameterizedTest
  @EnumSource(Part.class)
  void onePartTakesTheWholeWindowAndGivesItBack(Part part, FxRobot robot) {
    robot.clickOn(button(robot, part, "Give this the whole window"));
    layOut();
    await()
        .untilAsserted(
            () -> assertThat(visible(robot)).containsExactlyInAnyOrder(part.name(), "STATUS"));
    assertSamePlaces(current(), LAYOUT);
    robot.clickOn(button(robot, part, "Give this the whole window"));
    layOut();
    await().untilAsserted(() -> assertThat(visible(robot)).hasSize(6));
    assertDividersAt(robot, LAYOUT);
  }

  @Test
  void aDoubleClickOnAHeaderDoesWhatItsButtonDoes(FxRobot robot) {
    robot.doubleClickOn("Checker");
    layOut();
    await().untilAsserted(() -> assertThat(visible(robot)).containsExactly("CHECKER", "STATUS"));
    robot.doubleClickOn("Checker");
    layOut();
    await().untilAsserted(() -> assertThat(visible(robot)).hasSize(6));
  }

  @Test
  void aPartThatIsAskedForEndsThatAnotherIsAlone(FxRobot robot) {
    onFx(() -> shell.show(Part.CHECKER, false));
    robot.clickOn(button(robot, Part.LAB, "Give this the whole window"));
    layOut();
    onFx(() -> shell.show(Part.CHECKER, true));
    await().untilAsserted(() -> assertThat(visible(robot)).hasSize(6));
    assertDividersAt(robot, LAYOUT);
  }

  @Test
  void presentingShowsTheSlideAloneAndBringsEverythingBack(FxRobot robot) {
    onFx(() -> shell.present(true));
    await().untilAsserted(() -> assertThat(visible(robot)).containsExactly("SLIDE"));
    assertThat(robot.lookup(".menu-bar").tryQuery()).isEmpty();
    assertThat(shell.isPresenting()).isTrue();
    assertSamePlaces(current(), LAYOUT);
    onFx(() -> shell.present(false));
    await().untilAsserted(() -> assertThat(visible(robot)).hasSize(6));
    assertThat(robot.lookup(".menu-bar").tryQuery()).isPresent();
    assertDividersAt(robot, LAYOUT);
  }

  @Test
  void presentingLeavesHiddenWhatWasHidden(FxRobot robot) {
    onFx(() -> shell.show(Part.CONSOLE, false));
    onFx(() -> shell.present(true));
    onFx(() -> shell.present(false));
    await().untilAsserted(() -> assertThat(visible(robot)).doesNotContain("CONSOLE").hasSize(5));
    assertSamePlaces(current(), LAYOUT);
  }

  @Test
  void theDividersAreWhereTheyWereAfterAFullScreenThatIsBigger(FxRobot robot) {
    double width = stage.getWidth();
    double height = stage.getHeight();
    resize(width - 260, height - 200);
    draw(robot, "#upper-split", 0.28, 0.6);
    Settings.Layout before = current();
    onFx(() -> shell.present(true));
    resize(width, height);
    // The screen is left only after the parts are back, as window systems do it.
    onFx(() -> shell.present(false));
    assertDividersAt(robot, before);
    resize(width - 260, height - 200);
    assertDividersAt(robot, before);
  }

  private void resize(double width, double height) {
    onFx(() -> {
      stage.setWidth(width);
      stage.setHeight(height);
    });
    await().until(() -> shell.getWidth() <= width && shell.getWidth() > width - 40);
  }
}
