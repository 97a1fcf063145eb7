package replicationlab.ui.slidelab;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.LateTooltip;

/** Beside Copy on a slide's code: runs it in the lab's clusters. There only while a lab is open. */
public final class RunButton extends Button {

  /**
   * @param possible whether a lab is open that may run things
   * @param what the code's first line, for those who do not see it
   */
  public RunButton(ObservableValue<Boolean> possible, String what, Runnable run) {
    getStyleClass().addAll("copy-button", "run-button", "flat", "small");
    setGraphic(Icons.RUN.node());
    LateTooltip.set(this, "Run this in the lab's clusters");
    setAccessibleText("Run in the lab: " + what);
    visibleProperty().bind(possible);
    managedProperty().bind(visibleProperty());
    setOnAction(_ -> run.run());
  }
}
