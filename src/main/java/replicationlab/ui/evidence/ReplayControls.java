package replicationlab.ui.evidence;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import javafx.util.StringConverter;
import replicationlab.ui.kit.Buttons;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.LateTooltip;

/** Plays a replay: buttons, a slider, and how fast. */
final class ReplayControls extends HBox {

  private final ReplayModel model;
  private final Slider slider = new Slider();
  private final Button play =
      Buttons.pictured(Icons.RUN, "Play or pause (Space)", this::playOrPause);
  private final Label place = new Label();
  private final ComboBox<Integer> speed = new ComboBox<>();
  private final PauseTransition pause = new PauseTransition();
  private boolean playing;

  ReplayControls(ReplayModel model) {
    this.model = model;
    slider.setBlockIncrement(1);
    slider.setAccessibleText("Moment of the replay");
    slider.setId("timeline");
    HBox.setHgrow(slider, Priority.ALWAYS);
    slider
        .valueProperty()
        .addListener((property, was, is) -> model.goTo((int) Math.round(is.doubleValue())));
    play.setId("play");
    place.getStyleClass().add("place");
    speed.getItems().setAll(1, 10, 60, 600);
    speed.setValue(60);
    speed.setConverter(new Times());
    LateTooltip.set(speed, "How many times faster than it was");
    speed.setId("speed");
    pause.setOnFinished(event -> next());
    getChildren()
        .addAll(
            Buttons.pictured(Icons.TO_BEGINNING, "To the beginning (Home)", () -> jump(0)),
            Buttons.pictured(Icons.BACK, "Back (Left)", this::back),
            play,
            Buttons.pictured(Icons.FORWARD, "Forward (Right)", this::forward),
            Buttons.pictured(Icons.TO_LAST, "To the end (End)", this::toEnd),
            slider,
            place,
            speed);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("replay-controls");
    sceneProperty()
        .addListener((property, was, is) -> {
          if (is == null) {
            stop();
          }
        });
  }

  /** Shows where the model is. */
  void update() {
    int last = Math.max(0, model.moments().size() - 1);
    slider.setMax(last);
    slider.setValue(model.positionProperty().get());
    place.setText(
        model.moments().isEmpty() ? "" : (int) slider.getValue() + 1 + " / " + (last + 1));
    setDisable(model.moments().isEmpty());
  }

  void playOrPause() {
    if (playing) {
      stop();
      return;
    }
    if (model.atEnd()) {
      model.goTo(0);
    }
    playing = true;
    play.setGraphic(Icons.PAUSE.node());
    stay(model.pauseMillis(speed.getValue()));
  }

  void stop() {
    playing = false;
    pause.stop();
    play.setGraphic(Icons.RUN.node());
  }

  private void next() {
    if (!playing || !model.forward()) {
      stop();
    } else {
      stay(model.pauseMillis(speed.getValue()));
    }
  }

  private void stay(long millis) {
    pause.setDuration(Duration.millis((double) millis));
    pause.playFromStart();
  }

  void jump(int index) {
    stop();
    model.goTo(index);
  }

  void back() {
    jump(model.positionProperty().get() - 1);
  }

  void forward() {
    jump(model.positionProperty().get() + 1);
  }

  void toEnd() {
    stop();
    model.toEnd();
  }

  private static final class Times extends StringConverter<Integer> {
    @Override
    public String toString(Integer times) {
      return times + " ×";
    }

    @Override
    public Integer fromString(String text) {
      throw new UnsupportedOperationException("chosen, not typed");
    }
  }
}
