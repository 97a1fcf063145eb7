package replicationlab.bench;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/** The least that JavaFX can show: one label. No program with JavaFX on this machine is faster. */
final class LabelWindow {

  private LabelWindow() {}

  public static void main(String[] args) {
    Platform.startup(() -> {
      Stage stage = new Stage();
      stage.setScene(new Scene(new Label("Replication"), CourseWindow.WIDTH, CourseWindow.HEIGHT));
      stage.show();
      Drawn.endOnce(() -> true);
    });
  }
}
