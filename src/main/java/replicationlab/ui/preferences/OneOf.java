package replicationlab.ui.preferences;

import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;
import replicationlab.settings.Settings;

/**
 * A setting that is one of a few things: all of them in sight, in a line or as many as it takes.
 */
final class OneOf<T extends @Nullable Object> extends FlowPane {

  OneOf(
      String name,
      Map<T, String> words,
      PreferencesModel model,
      Function<Settings, T> get,
      BiFunction<Settings, T, Settings> set) {
    getStyleClass().add("one-of");
    ToggleGroup group = new ToggleGroup();
    words.forEach((value, word) -> {
      RadioButton button = new RadioButton(word);
      button.setToggleGroup(group);
      button.setAccessibleText(name + ": " + word);
      button.setMinWidth(USE_PREF_SIZE);
      button.setOnAction(event -> model.change(now -> set.apply(now, value)));
      model
          .nowProperty()
          .subscribe(now -> button.setSelected(Objects.equals(get.apply(now), value)));
      getChildren().add(button);
    });
  }
}
