package replicationlab.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What comes up over a window: menus, and tooltips. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class PopupsTest {

  private Stage stage;
  private Label label;

  @Start
  void start(Stage shared) {
    stage = shared;
    label = new Label("streaming");
    Theme.DARK.install();
    stage.setScene(new Scene(new HBox(label), 400, 200));
    stage.show();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aMenuHasAShadowOnlyWhereWindowsCanBeSeenThrough(boolean seeThrough) {
    ContextMenu menu = new ContextMenu(new MenuItem("Copy"));
    waitForAsyncFx(
        20_000,
        () -> {
          Theme.prepare(stage.getScene(), seeThrough);
          menu.show(label, Side.BOTTOM, 0, 0);
        });
    waitForFxEvents();
    Node box = menu.getSkin().getNode();
    double around = menu.getWidth() - box.getLayoutBounds().getWidth();
    waitForAsyncFx(20_000, menu::hide);

    assertThat(box.getEffect() != null).isEqualTo(seeThrough);
    assertThat(around > 0).as("room for a shadow").isEqualTo(seeThrough);
  }

  @Test
  void aTooltipIsMadeWhenThePointerComesAndThenSaysWhatItIsTold(FxRobot robot) {
    waitForAsyncFx(20_000, () -> LateTooltip.set(label, "The standby follows"));
    assertThat(label.getTooltip()).isNull();
    assertThat(label.getAccessibleHelp()).isEqualTo("The standby follows");

    pointAtLabel(robot);
    assertThat(label.getTooltip().getText()).isEqualTo("The standby follows");
    waitForAsyncFx(20_000, () -> LateTooltip.set(label, "Nothing follows"));
    assertThat(label.getTooltip().getText()).isEqualTo("Nothing follows");
    waitForAsyncFx(20_000, () -> LateTooltip.set(label, ""));
    assertThat(label.getTooltip()).isNull();
  }

  @Test
  void aTooltipFollowsWhatItRepeats(FxRobot robot) {
    waitForAsyncFx(20_000, () -> LateTooltip.follow(label, label.textProperty()));
    pointAtLabel(robot);
    waitForAsyncFx(20_000, () -> label.setText("stopped"));
    assertThat(label.getTooltip().getText()).isEqualTo("stopped");
  }

  /** From elsewhere: the test before may have left the pointer where the label is now. */
  private void pointAtLabel(FxRobot robot) {
    robot.moveTo(stage.getScene().getRoot());
    robot.moveTo(label);
    waitForFxEvents();
  }

  @Test
  void tabsGetTheirTooltipsWhenThePointerComesToThem(FxRobot robot) {
    Tab tab = new Tab("Lab", new StackPane());
    TabPane tabs = new TabPane(tab);
    LateTooltip.set(tab, "Step by step");
    waitForAsyncFx(20_000, () -> stage.getScene().setRoot(tabs));
    assertThat(tab.getTooltip()).isNull();

    robot.moveTo(tabs);
    waitForFxEvents();
    assertThat(tab.getTooltip().getText()).isEqualTo("Step by step");
  }
}
