package replicationlab.ui.kit;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * What a view shows when it has nothing to show: why, and what to do about it. Where that is higher
 * than the view, it scrolls.
 */
public final class EmptyState extends TextScroll {

  /** In sizes of the font: in a lower pane the advice matters, not its picture. */
  private static final double ROOM_FOR_PICTURE = 13.5;

  private final VBox content;

  /** A picture and a sentence. */
  public EmptyState(Icons icon, String sentence) {
    VBox column = new VBox();
    super(column);
    content = column;
    Label words = new Label(sentence);
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    Node picture = icon.node();
    picture
        .managedProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> getHeight() > ROOM_FOR_PICTURE * words.getFont().getSize(),
                heightProperty(),
                words.fontProperty()));
    picture.visibleProperty().bind(picture.managedProperty());
    managedProperty().bind(visibleProperty());
    content.getStyleClass().add("empty-state");
    content.setAlignment(Pos.CENTER);
    content.getChildren().addAll(picture, words);
    setFitToHeight(true);
    setAccessibleText(sentence);
  }

  /** Also a button that does what the sentence advises. */
  public EmptyState(Icons icon, String sentence, String verb, Runnable action) {
    this(icon, sentence);
    Button button = new Button(verb);
    button.setOnAction(event -> action.run());
    button.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    content.getChildren().add(button);
  }
}
