package replicationlab.ui.preferences;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** How big text is, from 80 to 200 per cent of the usual, in tens. */
final class TextSizeSlider extends HBox {

  private static final int SMALLEST = 80;
  private static final int BIGGEST = 200;
  private static final int STEP = 10;

  private final PreferencesModel model;
  private final Slider slider = new Slider(SMALLEST, BIGGEST, 100);

  TextSizeSlider(PreferencesModel model) {
    this.model = model;
    Label percent = new Label();
    percent.setMinWidth(USE_PREF_SIZE);
    slider.setAccessibleText("Text size in per cent");
    slider.setBlockIncrement(STEP);
    slider.setMajorTickUnit(STEP);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    slider.valueProperty().subscribe(value -> percent.setText(rounded() + " %"));
    model.nowProperty().subscribe(now -> slider.setValue(now.fontScale() * 100));
    // Text that grows while the slider is drawn moves the slider away from under the mouse.
    slider.valueProperty().subscribe((was, is) -> apply());
    slider.valueChangingProperty().subscribe((was, is) -> apply());
    HBox.setHgrow(slider, Priority.ALWAYS);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("text-size");
    getChildren().setAll(slider, percent);
  }

  private long rounded() {
    return Math.round(slider.getValue() / STEP) * STEP;
  }

  private void apply() {
    double scale = rounded() / 100.0;
    // A size set by key may lie between two tens, and stays until the slider is moved.
    boolean moved =
        Math.abs(slider.getValue() / 100 - model.nowProperty().get().fontScale()) > 0.01;
    if (!slider.isValueChanging() && moved) {
      model.change(now -> now.withFontScale(scale));
    }
  }
}
