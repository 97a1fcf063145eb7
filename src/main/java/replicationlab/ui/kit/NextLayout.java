package replicationlab.ui.kit;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;

/** What needs the sizes that things have once they are laid out. */
public final class NextLayout {

  private NextLayout() {}

  /**
   * Runs a task once, after the node's scene has been laid out the next time; never if it is in
   * none. On JavaFX's thread.
   */
  public static void after(Node node, Runnable task) {
    Scene scene = node.getScene();
    if (scene == null) {
      return;
    }
    scene.addPostLayoutPulseListener(
        new Runnable() {
          @Override
          public void run() {
            scene.removePostLayoutPulseListener(this);
            task.run();
          }
        });
    Platform.requestNextPulse();
  }
}
