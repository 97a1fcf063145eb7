package replicationlab.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.ui.Pictures;

/** A choice that is not made is seen as well as the one that is. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class ChoiceLookTest {

  private VBox root;

  @Start
  void start(Stage stage) {
    root = new VBox(new RadioButton("One"), new CheckBox("Other"));
    Scene scene = new Scene(root, 300, 200);
    Theme.LIGHT.install();
    Theme.prepare(scene);
    stage.setScene(scene);
    stage.show();
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void itsEdgeStandsOutFromWhatIsInIt(Theme theme, FxRobot robot) {
    robot.interact(theme::install);
    waitForFxEvents();
    for (String box : List.of(".radio", ".box")) {
      Background drawn = ((Region) root.lookup(box)).getBackground();
      Color edge = (Color) drawn.getFills().getFirst().getFill();
      Color inside = (Color) drawn.getFills().getLast().getFill();
      assertThat(contrast(edge, inside)).as(box).isGreaterThan(3);
    }
    robot.interact(Theme.LIGHT::install);
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void theMiddleTellsWhichOneIsChosen(Theme theme, FxRobot robot) {
    robot.interact(theme::install);
    RadioButton chosen = new RadioButton("Chosen");
    robot.interact(() -> {
      root.getChildren().add(chosen);
      chosen.setSelected(true);
    });
    waitForFxEvents();
    Color hollow = last((Region) root.lookup(".radio"));
    Color full = last((Region) chosen.lookup(".dot"));
    assertThat(contrast(full, hollow)).isGreaterThan(3);
    assertThat(contrast(full, last((Region) chosen.lookup(".radio")))).isGreaterThan(3);
    Pictures.take(root.getScene(), "choices-" + theme.name().toLowerCase(Locale.ROOT));
    robot.interact(Theme.LIGHT::install);
  }

  private static Color last(Region region) {
    return (Color) region.getBackground().getFills().getLast().getFill();
  }

  /** As WCAG defines it. */
  private static double contrast(Color one, Color other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double part) {
    return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
