package replicationlab.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The colours as a scene really looks them up, measured as WCAG 2.2 does. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class HighContrastTest {

  private static final List<String> ROLES = List.of("accent", "success", "warning", "danger");

  private StackPane root;

  @Start
  void start(Stage stage) {
    root = new StackPane();
    Scene scene = new Scene(root, 100, 100);
    Theme.prepare(scene);
    stage.setScene(scene);
    stage.show();
    Theme.HIGH_CONTRAST.install();
  }

  @AfterEach
  void lightAgain() {
    waitForAsyncFx(10_000, Theme.LIGHT::install);
  }

  private Color colour(String name) {
    return waitForAsyncFx(
        10_000,
        () -> {
          Region patch = new Region();
          patch.setStyle("-fx-background-color: " + name + ";");
          root.getChildren().setAll(patch);
          root.applyCss();
          return (Color) patch.getBackground().getFills().getFirst().getFill();
        });
  }

  private void assertContrast(String front, String back, double least) {
    Color on = colour(back);
    assertThat(on.isOpaque()).as(back + " is opaque").isTrue();
    double bright = luminance(colour(front)) + 0.05;
    double dark = luminance(on) + 0.05;
    assertThat(Math.max(bright, dark) / Math.min(bright, dark))
        .as(front + " on " + back)
        .isGreaterThanOrEqualTo(least);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double part) {
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  @Test
  void everyWordStandsOutSevenfold() {
    for (String surface : List.of("default", "overlay", "subtle", "inset")) {
      for (String words : List.of("default", "muted", "subtle")) {
        assertContrast("-color-fg-" + words, "-color-bg-" + surface, 7);
      }
      for (String role : ROLES) {
        assertContrast("-color-" + role + "-fg", "-color-bg-" + surface, 7);
      }
    }
    for (String code : List.of("default", "keyword", "string", "number", "comment", "error")) {
      assertContrast("-code-" + code, "-code-background", 7);
    }
    for (String role : ROLES) {
      assertContrast("-color-fg-emphasis", "-color-" + role + "-emphasis", 7);
      assertContrast("-color-fg-default", "-color-" + role + "-muted", 7);
      assertContrast("-color-fg-default", "-color-" + role + "-subtle", 7);
      assertContrast("-color-" + role + "-fg", "-color-" + role + "-subtle", 7);
    }
    for (String button : List.of("accent-6", "success-6", "danger-6")) {
      assertContrast("-color-fg-emphasis", "-color-" + button, 7);
    }
    assertContrast("-color-fg-default", "-color-neutral-muted", 7);
    assertContrast("-color-fg-emphasis", "-color-neutral-emphasis", 7);
    assertContrast("-color-fg-default", "-color-base-6", 7);
  }

  @Test
  void linesAndTheFocusAreSeen() {
    for (String line : List.of("border-default", "border-muted", "accent-emphasis")) {
      assertContrast("-color-" + line, "-color-bg-default", 7);
    }
    for (String role : ROLES) {
      assertContrast("-color-" + role + "-emphasis", "-color-bg-subtle", 7);
    }
  }

  @Test
  void anEdgeThatIsStillIsSeenInEveryTheme() {
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST)) {
      waitForAsyncFx(10_000, theme::install);
      // So diagram.css draws it.
      assertContrast("-color-fg-subtle", "-color-bg-default", 3);
    }
  }
}
