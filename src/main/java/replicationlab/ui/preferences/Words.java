package replicationlab.ui.preferences;

import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import replicationlab.settings.Settings;

/** A setting that is typed; what cannot be used is said below, and not taken over. */
final class Words extends VBox {

  private final TextField field = new TextField();

  /**
   * @param problem answers with a sentence about what is wrong, or nothing
   */
  Words(
      String name,
      String prompt,
      PreferencesModel model,
      Function<Settings, String> get,
      BiFunction<Settings, String, Settings> set,
      Function<String, String> problem) {
    field.setPromptText(prompt);
    field.setAccessibleText(name);
    Label wrong = new Label();
    wrong.getStyleClass().add("problem");
    wrong.setWrapText(true);
    wrong.setMinHeight(USE_PREF_SIZE);
    wrong.managedProperty().bind(wrong.textProperty().isNotEmpty());
    model
        .nowProperty()
        .subscribe(now -> {
          if (!field.getText().strip().equals(get.apply(now))) {
            field.setText(get.apply(now));
          }
        });
    field
        .textProperty()
        .subscribe((was, is) -> {
          String typed = is.strip();
          wrong.setText(problem.apply(typed));
          if (wrong.getText().isEmpty()) {
            model.change(now -> set.apply(now, typed));
          }
        });
    getStyleClass().add("words");
    getChildren().setAll(field, wrong);
  }
}
