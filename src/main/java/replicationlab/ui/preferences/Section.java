package replicationlab.ui.preferences;

import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import replicationlab.settings.Settings;
import replicationlab.ui.kit.Buttons;
import replicationlab.ui.kit.Icons;

/** Settings that belong together, with a way back to how they usually are. */
final class Section extends VBox {

  Section(String title, PreferencesModel model, UnaryOperator<Settings> usual) {
    this(title, back(title, () -> model.change(usual)));
    Node back = lookup(".back");
    model.nowProperty().subscribe(now -> back.setDisable(usual.apply(now).equals(now)));
  }

  Section(String title, Runnable back) {
    this(title, back(title, back));
  }

  private Section(String title, Button back) {
    Label name = new Label(title);
    name.getStyleClass().add("section-title");
    name.setWrapText(true);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox header = new HBox(name, back);
    header.setAlignment(Pos.CENTER_LEFT);
    header.getStyleClass().add("section-header");
    getStyleClass().add("section");
    getChildren().add(header);
  }

  private static Button back(String title, Runnable action) {
    Button back =
        Buttons.labelled(
            Icons.RESET, "Back to the usual", "Set this section as on the first day", action);
    back.setAccessibleText(title + ": back to the usual");
    back.getStyleClass().addAll("flat", "small", "back");
    back.setMinWidth(Region.USE_PREF_SIZE);
    return back;
  }

  /** A setting under its name. */
  Section add(String name, Region setting) {
    Label label = new Label(name);
    label.setLabelFor(setting);
    label.getStyleClass().add("setting-name");
    getChildren().addAll(label, setting);
    return this;
  }

  /** Something that says itself what it is. */
  Section add(Node content) {
    getChildren().add(content);
    return this;
  }
}
