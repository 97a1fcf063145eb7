package replicationlab.ui.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import replicationlab.deck.Block;
import replicationlab.ui.kit.Icons;

/** One choice of a question: a box to tick, its words, and later whether it was right, and why. */
final class ChoiceRow extends HBox {

  /** Hears that a choice was ticked, or no longer is. */
  interface Listener {
    void chosen(int index, boolean is);
  }

  private final Block.Choice choice;
  private final int index;
  private final String spoken;
  private final ButtonBase box;
  private final BooleanProperty ticked;
  private final StackPane sign = new StackPane();
  private final List<ProseView> why = new ArrayList<>();
  private boolean showing;

  /**
   * @param one the group of which one can be ticked; null if several can
   * @param keepsRoom whether the why has its room before it is shown
   */
  ChoiceRow(
      Block.Question question,
      int index,
      @Nullable ToggleGroup one,
      TextMark.Finder marks,
      boolean keepsRoom,
      Listener listener) {
    this.index = index;
    choice = question.choices().get(index);
    spoken =
        "Choice %d of %d: %s"
            .formatted(index + 1, question.choices().size(), choice.words().text());
    if (one == null) {
      CheckBox several = new CheckBox();
      box = several;
      ticked = several.selectedProperty();
    } else {
      RadioButton single = new RadioButton();
      single.setToggleGroup(one);
      box = single;
      ticked = single.selectedProperty();
    }
    // The whole row takes the mouse, and leaves the keyboard where it was.
    box.setMouseTransparent(true);
    box.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    sign.getStyleClass().add("sign");
    sign.setMaxHeight(USE_PREF_SIZE);
    VBox words = new VBox(new ProseView(choice.words(), marks));
    words.getStyleClass().add("choice-words");
    for (var paragraph : choice.why()) {
      ProseView reason = new ProseView(paragraph, marks);
      reason.getStyleClass().add("choice-why");
      if (!keepsRoom) {
        reason.managedProperty().bind(reason.visibleProperty());
      }
      why.add(reason);
      words.getChildren().add(reason);
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    getStyleClass().add("choice");
    setAlignment(Pos.TOP_LEFT);
    getChildren().addAll(sign, box, words);
    ticked.subscribe((was, is) -> {
      if (!showing && (is || one == null)) {
        listener.chosen(index, is);
      }
    });
    setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY
          && event.isStillSincePress()
          && !box.isDisabled()) {
        box.fire();
      }
    });
  }

  /** Shows what is ticked, and with the answer whether that was right. */
  void show(Set<Integer> chosen, boolean answer) {
    showing = true;
    boolean isChosen = chosen.contains(index);
    ticked.set(isChosen);
    showing = false;
    if (answer && box.isFocused()) {
      passFocusOn();
    }
    box.setDisable(answer);
    sign.getChildren().clear();
    getStyleClass().removeAll("right", "wrong");
    String told = "";
    if (answer && choice.isRight()) {
      sign.getChildren().add(Icons.PASSED.node("right"));
      getStyleClass().add("right");
      told = ", right";
    } else if (answer && isChosen) {
      sign.getChildren().add(Icons.FAILED.node("wrong"));
      getStyleClass().add("wrong");
      told = ", not so";
    }
    box.setAccessibleText(spoken + told);
    why.forEach(reason -> reason.setVisible(answer));
  }

  /** To what it stands in, such as the slide: the keyboard must not go astray. */
  private void passFocusOn() {
    Parent next = getParent();
    while (next != null && !next.isFocusTraversable()) {
      next = next.getParent();
    }
    if (next != null) {
      next.requestFocus();
    }
  }

  void takeFocus() {
    box.requestFocus();
  }
}
