package replicationlab.ui.deck;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.ToggleButton;
import org.controlsfx.control.SegmentedButton;
import replicationlab.ui.kit.LateTooltip;

/** Then or now: slides as of 9.0, as the course was written, or as of the chosen version. */
final class AsOfButton extends SegmentedButton {

  private final ToggleButton then = new ToggleButton("As of 9.0");
  private final ToggleButton now = new ToggleButton();
  private int major;
  private final BooleanProperty single = new SimpleBooleanProperty();
  private boolean brief;

  /**
   * @param toggle turns from one to the other
   */
  AsOfButton(Runnable toggle) {
    LateTooltip.set(then, "Slides as the course was written; changed words underlined (T)");
    LateTooltip.set(now, "Slides as of the chosen version; changed words marked (T)");
    getButtons().setAll(then, now);
    for (ToggleButton button : getButtons()) {
      button.managedProperty().bind(button.visibleProperty());
      button.visibleProperty().bind(single.not().or(button.selectedProperty().not()));
      button.setMinWidth(USE_PREF_SIZE);
      button.setOnAction(event -> {
        // A click on the one that is chosen would otherwise leave none chosen.
        boolean changed = button.isSelected();
        button.setSelected(true);
        if (changed) {
          toggle.run();
        }
      });
    }
    setMinWidth(USE_PREF_SIZE);
    getStyleClass().add("as-of");
  }

  void show(int major, boolean asWritten) {
    this.major = major;
    name();
    then.setSelected(asWritten);
    now.setSelected(!asWritten);
  }

  /** The bare numbers, where there is no room for words. */
  void setBrief(boolean brief) {
    this.brief = brief;
    name();
  }

  /** Only the one that is not chosen, where there is no room for both. */
  void setSingle(boolean single) {
    this.single.set(single);
  }

  private void name() {
    then.setText(brief ? "9.0" : "As of 9.0");
    now.setText(brief ? name(major) : "PostgreSQL " + name(major));
  }

  /** What people call a major version; 9 stands for 9.6. */
  static String name(int major) {
    return major == 9 ? "9.6" : Integer.toString(major);
  }
}
