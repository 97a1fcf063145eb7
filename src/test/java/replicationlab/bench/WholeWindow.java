package replicationlab.bench;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Window;
import replicationlab.Main;

/** The program as a user starts it, until its window shows a slide. */
final class WholeWindow {

  private WholeWindow() {}

  public static void main(String[] args) {
    Main.main(new String[0]);
    Platform.runLater(() -> Drawn.endOnce(WholeWindow::showsASlide));
  }

  private static boolean showsASlide() {
    return Window.getWindows().stream().map(Window::getScene).anyMatch(WholeWindow::hasSlide);
  }

  private static boolean hasSlide(Scene scene) {
    return scene != null && scene.lookup(".slide") != null;
  }
}
