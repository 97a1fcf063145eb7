package replicationlab.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What a view shows when it has nothing to show: why, and what to do about it. */
public final class EmptyState extends VBox {

  private static final double ROOM_FOR_PICTURE = 190;

  /** A picture and a sentence. */
  public EmptyState(Icons icon, String sentence) {
    Label words = new Label(sentence);
    words.setWrapText(true);
    // In a low pane the picture may be cut off, but not the sentence.
    words.setMinHeight(USE_PREF_SIZE);
    getStyleClass().add("empty-state");
    setAlignment(Pos.CENTER);
    setMinSize(0, 0);
    Node picture = icon.node();
    // In a low pane the advice matters, not its picture.
    picture.managedProperty().bind(heightProperty().greaterThan(ROOM_FOR_PICTURE));
    picture.visibleProperty().bind(picture.managedProperty());
    managedProperty().bind(visibleProperty());
    getChildren().addAll(picture, words);
  }

  /** Also a button that does what the sentence advises. */
  public EmptyState(Icons icon, String sentence, String verb, Runnable action) {
    this(icon, sentence);
    Button button = new Button(verb);
    button.setOnAction(event -> action.run());
    getChildren().add(button);
  }
}
