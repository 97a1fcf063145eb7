package replicationlab.ui.lab;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import replicationlab.progress.HowPassed;
import replicationlab.run.StepState;
import replicationlab.ui.kit.Icons;

/** A step's line in the list: number, title, and where it stands as a picture and in words. */
final class StepLine extends HBox {

  private final StackPane picture = new StackPane();
  private final Label status = new Label();

  StepLine(int number, StepState state) {
    Label numberLabel = new Label(Integer.toString(number));
    numberLabel.getStyleClass().add("number");
    Label title = new Label(state.step().title());
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    title.setMaxWidth(Double.MAX_VALUE);
    title.getStyleClass().add("title");
    HBox.setHgrow(title, Priority.ALWAYS);
    picture.getStyleClass().add("picture");
    status.getStyleClass().add("status");
    status.setMinWidth(USE_PREF_SIZE);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("step-line");
    getChildren().addAll(numberLabel, picture, title, status);
    update(state);
  }

  void update(StepState state) {
    String style =
        state.how().map(HowPassed::word).orElse(state.status().name().toLowerCase(Locale.ROOT));
    switch (state.status()) {
      case RUNNING -> picture.getChildren().setAll(new ProgressIndicator());
      default -> picture.getChildren().setAll(icon(state).node(style));
    }
    status.setText(words(state));
  }

  private static Icons icon(StepState state) {
    return switch (state.status()) {
      case WAITING -> Icons.WAITING;
      case READY, RUNNING -> Icons.READY;
      case PASSED ->
          switch (state.how().orElseThrow()) {
            case SOLVED -> Icons.PASSED;
            case ASSISTED -> Icons.ASSISTED;
            case SKIPPED -> Icons.SKIPPED;
          };
      case FAILED -> Icons.FAILED;
      case UNDETERMINED -> Icons.UNDETERMINED;
    };
  }

  /** In a word or two, so that colour and picture are never alone. */
  static String words(StepState state) {
    return switch (state.status()) {
      case WAITING -> "waits";
      case READY -> "ready";
      case RUNNING -> "running";
      case PASSED -> state.how().orElseThrow().word();
      case FAILED -> "failed";
      case UNDETERMINED -> "could not check";
    };
  }
}
