package replicationlab.ui.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import replicationlab.settings.Settings;
import replicationlab.ui.Looks;
import replicationlab.ui.kit.Theme;

/** Somebody sets the program up for their eyes and for their way of learning. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class PreferencesViewTest {

  private static final Settings.Bounds LAPTOP = new Settings.Bounds(0, 0, 1280, 800);
  private static final Settings.Bounds PROJECTOR = new Settings.Bounds(1280, 0, 1920, 1080);

  private Settings settings = Settings.DEFAULTS;
  private String lab = "";
  private final PreferencesModel model =
      new PreferencesModel(Settings.DEFAULTS, change -> settings = change.apply(settings));
  private PreferencesView view;
  private Scene scene;

  @Start
  void start(Stage stage) {
    Theme.LIGHT.install();
    Label fields = new Label("PostgreSQL 18.6 in /home/ada/replication-lab");
    view =
        new PreferencesView(
            model,
            fields,
            () -> lab = "usual",
            Map.of("Screen 1", LAPTOP, "Screen 2", PROJECTOR),
            typed -> typed.contains(" ") ? "An address has no blanks; take them out." : "");
    scene = new Scene(view, 760, 640);
    Theme.prepare(scene);
    stage.setScene(scene);
    stage.show();
  }

  private static Node named(FxRobot robot, String accessibleText) {
    return robot.lookup((Node node) -> accessibleText.equals(node.getAccessibleText())).query();
  }

  private void press(FxRobot robot, String accessibleText) {
    robot.interact(() -> ((ButtonBase) named(robot, accessibleText)).fire());
  }

  @Test
  void eachChoiceIsTakenOverAtOnceAndThereIsAWayBack(FxRobot robot) {
    robot.clickOn(named(robot, "Colours: High contrast"));
    assertThat(settings.look()).isEqualTo(Settings.Look.HIGH_CONTRAST);
    press(robot, "Motion: Reduced: diagrams stand still");
    press(robot, "Labs: On my own: hints when asked for");
    press(robot, "Slides: As written, for PostgreSQL 9.0");
    press(robot, "Log: Everything");
    press(robot, "Screen for the audience: Screen 2");
    assertThat(settings)
        .isEqualTo(
            Settings.DEFAULTS
                .with(Settings.Look.HIGH_CONTRAST)
                .with(Settings.Motion.REDUCED)
                .with(Settings.Way.ON_MY_OWN)
                .withAsWritten(true)
                .with(Settings.Logging.EVERYTHING)
                .with(new Settings.Presenting(PROJECTOR, 1, 0)));
    press(robot, "Look: back to the usual");
    press(robot, "Course: back to the usual");
    press(robot, "Presenting: back to the usual");
    press(robot, "Log of this program: back to the usual");
    assertThat(settings).isEqualTo(Settings.DEFAULTS);
    assertThat(((RadioButton) named(robot, "Colours: As the system")).isSelected()).isTrue();
    assertThat(((Button) named(robot, "Look: back to the usual")).isDisabled()).isTrue();
    press(robot, "PostgreSQL, workspace and ports: back to the usual");
    assertThat(lab).isEqualTo("usual");
  }

  @Test
  void theLabsFieldsAreBroughtInSight(FxRobot robot) {
    robot.interact(() -> scene.getWindow().setHeight(360));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(isInSight("PostgreSQL, workspace and ports")).isFalse();
    robot.interact(view::revealLab);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(isInSight("PostgreSQL, workspace and ports")).isTrue();
    assertThat(isInSight("PostgreSQL 18.6 in /home/ada/replication-lab")).isTrue();
  }

  private boolean isInSight(String words) {
    return view.localToScene(view.getLayoutBounds())
        .contains(
            view.lookupAll(".label").stream()
                .filter(node -> node instanceof Label label && words.equals(label.getText()))
                .map(node -> node.localToScene(node.getLayoutBounds()))
                .findFirst()
                .orElseThrow());
  }

  @Test
  void textGrowsInTensByKey(FxRobot robot) {
    Slider slider = (Slider) named(robot, "Text size in per cent");
    robot.interact(slider::requestFocus);
    robot.type(KeyCode.RIGHT, 2);
    assertThat(settings.fontScale()).isEqualTo(1.2);
    robot.type(KeyCode.END);
    assertThat(settings.fontScale()).isEqualTo(2.0);
    robot.type(KeyCode.HOME);
    assertThat(settings.fontScale()).isEqualTo(0.8);
  }

  @Test
  void whatCannotBeAnAddressIsSaidAndNotKept(FxRobot robot) {
    TextField address = (TextField) named(robot, "Maven repository that more servers come from");
    robot.interact(() -> address.setText("no address"));
    assertThat(settings.repository()).isEmpty();
    assertThat(robot.lookup("An address has no blanks; take them out.").tryQuery()).isPresent();
    robot.interact(() -> address.setText("https://repository.example/maven"));
    assertThat(settings.repository()).isEqualTo("https://repository.example/maven");
    press(robot, "Downloads: back to the usual");
    assertThat(address.getText()).isEmpty();
    robot.interact(() -> ((TextField) named(robot, "Your name on evidence")).setText(" Ada "));
    assertThat(settings.who()).isEqualTo("Ada");
  }

  @Test
  void whatIsChangedElsewhereIsSeenHere(FxRobot robot) {
    robot.interact(() -> model.refresh(Settings.DEFAULTS.with(Settings.Look.DARK)));
    assertThat(((RadioButton) named(robot, "Colours: Dark")).isSelected()).isTrue();
  }

  @Test
  void nothingIsCutOffAtAnySize(FxRobot robot) {
    Looks.inBothThemes(scene, "preferences");
    for (double scale : new double[] {0.8, 2}) {
      robot.interact(() -> Theme.scaleText(scene, scale));
      WaitForAsyncUtils.waitForFxEvents();
      robot
          .lookup((Node node) -> node instanceof Labeled labeled && !labeled.getText().isEmpty())
          .queryAllAs(Labeled.class)
          .forEach(labeled ->
              assertThat(labeled.lookupAll(".text"))
                  .as(labeled.getText())
                  .extracting(text -> ((Text) text).getText())
                  .noneMatch(text -> text.endsWith("...")));
      Looks.inBothThemes(scene, "preferences-" + Math.round(scale * 100));
    }
  }
}
