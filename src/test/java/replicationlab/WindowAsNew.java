package replicationlab;

import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxToolkit;

/**
 * TestFX gives one window to all test classes of a process, and a window keeps the size and place
 * that it was once given: a class that gives it them would leave them to the next, whichever that
 * is. Every test has it, by {@code META-INF/services} and {@code junit-platform.properties}.
 */
public final class WindowAsNew implements AfterAllCallback {

  @Override
  public void afterAll(ExtensionContext context) throws TimeoutException {
    if (context.getTags().contains("ui") && FxToolkit.isFXApplicationThreadRunning()) {
      Stage stage = FxToolkit.toolkitContext().getRegisteredStage();
      if (stage != null) {
        FxToolkit.setupFixture(() -> forgetPlace(stage));
      }
    }
  }

  private static void forgetPlace(Stage stage) {
    stage.setFullScreen(false);
    stage.setMaximized(false);
    stage.setMinWidth(0);
    stage.setMinHeight(0);
    stage.hide();
    // Of a window that is hidden this forgets the size that it was given.
    stage.sizeToScene();
    // In the middle of a screen it would have its old height's place, and a higher one reach out of
    // it.
    stage.setX(0);
    stage.setY(0);
  }
}
