package replicationlab.ui.consent;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.Theme;

/** Above a lesson that runs nothing yet: why, and the way to have it run. */
public final class NotAgreedStrip extends HBox {

  /**
   * @param ask shows what the lesson would run, and asks
   */
  public NotAgreedStrip(Runnable ask) {
    Label words =
        new Label(
            "You have not agreed to this lesson: it can be read, and runs nothing.",
            Icons.WARNING.node("warning"));
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button read = new Button("See what it would run…");
    read.setId("read-and-agree");
    read.setMinWidth(USE_PREF_SIZE);
    read.getStyleClass().add("small");
    read.setOnAction(event -> ask.run());
    setAlignment(Pos.CENTER_LEFT);
    setId("not-agreed");
    getStyleClass().add("not-agreed");
    getStylesheets().add(Theme.sheet(NotAgreedStrip.class, "consent.css"));
    managedProperty().bind(visibleProperty());
    getChildren().addAll(words, read);
  }
}
