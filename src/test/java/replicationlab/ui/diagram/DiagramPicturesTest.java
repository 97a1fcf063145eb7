package replicationlab.ui.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import replicationlab.diagram.DiagramReader;
import replicationlab.ui.Pictures;
import replicationlab.ui.kit.Theme;

/** Pictures of every shipped diagram, first and last moment, light and dark. */
@Tag("ui")
@Tag("drawing")
@ExtendWith(ApplicationExtension.class)
class DiagramPicturesTest {

  @SuppressWarnings("NullAway.Init")
  private Scene scene;

  @Start
  void start(Stage stage) {
    Theme.LIGHT.install();
    scene = new Scene(new StackPane(), 960, 640);
    Theme.prepare(scene);
    stage.setScene(scene);
    stage.show();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "failover", "load", "warehouse", "remote", "mobile", "share", "cont", "slony", "cascade",
        "internals", "multi", "bucardo", "pool", "pool2", "cluster", "stream", "how", "live"
      })
  void canBeLookedAt(String name) throws IOException {
    String source = Files.readString(Path.of("assets", "diagrams", name + ".diagram"));
    for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
      DiagramView view =
          WaitForAsyncUtils.waitForAsyncFx(
              10_000,
              () -> {
                theme.install();
                DiagramView made = DiagramView.of(DiagramReader.read(source));
                made.reducedMotionProperty().set(true);
                scene.setRoot(new StackPane(made));
                return made;
              });
      for (int moment = 0; moment <= view.steps(); moment++) {
        int now = moment;
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> view.show(now));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(WaitForAsyncUtils.waitForAsyncFx(10_000, () -> cramped(view)))
            .as("words without room at moment " + now)
            .isEmpty();
        if (theme == Theme.LIGHT || moment == 0 || moment == view.steps()) {
          Pictures.take(scene, "diagram-" + name + "-" + theme + "-" + moment);
        }
      }
      assertThat(view.steps()).isGreaterThan(1);
    }
  }

  /** Words that this machine's font makes wider or higher than the geometry has foreseen. */
  private static List<String> cramped(DiagramView view) {
    view.applyCss();
    view.layout();
    List<String> cramped = new ArrayList<>();
    for (Node node : view.lookupAll(".label")) {
      Label label = (Label) node;
      boolean set = label.getText() != null && !label.getText().isEmpty();
      boolean tooWide =
          label.getStyleClass().contains("edge-label")
              && label.prefWidth(-1) > label.getWidth() + 1;
      boolean tooHigh =
          label.getStyleClass().contains("caption-sentence") && label.getHeight() > 60;
      if (set && (tooWide || tooHigh || label.getScaleX() < 0.95)) {
        cramped.add(label.getText());
      }
    }
    return cramped;
  }
}
