package replicationlab.ui.consent;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.Theme;

/**
 * Above a lab whose file was saved since it was opened. It is not read again by itself: what a
 * person has agreed to run is this very text.
 */
public final class ChangedLabStrip extends HBox {

  private final Label words = new Label("", Icons.NEWS.node("accent"));
  private final Button reload = new Button("Reload");

  /**
   * Not to be seen yet.
   *
   * @param read opens the lab afresh
   */
  public ChangedLabStrip(Runnable read) {
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    reload.setId("reload-lab");
    reload.setMinWidth(USE_PREF_SIZE);
    reload.getStyleClass().add("small");
    reload.setOnAction(_ -> read.run());
    reload.managedProperty().bind(reload.visibleProperty());
    setAlignment(Pos.CENTER_LEFT);
    setId("lab-changed");
    getStyleClass().add("lab-changed");
    getStylesheets().add(Theme.sheet(ChangedLabStrip.class, "consent.css"));
    managedProperty().bind(visibleProperty());
    setVisible(false);
    getChildren().addAll(words, reload);
  }

  /** The file is another now, and well. */
  public void changed() {
    words.setText("The lab's file has changed.");
    reload.setVisible(true);
    setVisible(true);
  }

  /** The file is another now, and something is wrong with it: the lab stays as it was. */
  public void broken(String problem) {
    words.setText("The lab's file has changed and cannot be taken yet: " + problem);
    reload.setVisible(false);
    setVisible(true);
  }

  /** The file is what is open. */
  public void same() {
    setVisible(false);
  }
}
