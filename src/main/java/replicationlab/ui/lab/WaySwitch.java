package replicationlab.ui.lab;

import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import replicationlab.settings.Settings.Way;
import replicationlab.ui.kit.LateTooltip;

/** The two ways to do a lab, one of them chosen. */
final class WaySwitch extends HBox {

  private final ToggleGroup group = new ToggleGroup();

  WaySwitch(ObjectProperty<Way> way) {
    ToggleButton guided =
        button("Guided", "Each step shows its exact command or change, and runs it", "left-pill");
    guided.setId("guided");
    ToggleButton alone =
        button(
            "On my own",
            "Each step shows what is wanted and why; hints come when you ask for them",
            "right-pill");
    alone.setId("on-my-own");
    way.subscribe(chosen -> group.selectToggle(chosen == Way.GUIDED ? guided : alone));
    group
        .selectedToggleProperty()
        .subscribe(chosen -> {
          if (chosen == null) {
            // A click on the chosen one chooses none; one of the two always is.
            group.selectToggle(way.get() == Way.GUIDED ? guided : alone);
          } else {
            way.set(chosen.equals(guided) ? Way.GUIDED : Way.ON_MY_OWN);
          }
        });
    getStyleClass().add("way-switch");
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(guided, alone);
    setMinWidth(USE_PREF_SIZE);
  }

  private ToggleButton button(String word, String tooltip, String shape) {
    ToggleButton button = new ToggleButton(word);
    button.setToggleGroup(group);
    LateTooltip.set(button, tooltip);
    button.setMinWidth(USE_PREF_SIZE);
    button.getStyleClass().addAll(shape, "small");
    return button;
  }
}
