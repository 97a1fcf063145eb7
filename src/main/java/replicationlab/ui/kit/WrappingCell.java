package replicationlab.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/**
 * A list's row whose name takes as many lines as the list's width asks for, between something small
 * before and after it. JavaFX's own cell does not count what is beside its words.
 *
 * @param <T> what is listed
 */
public abstract class WrappingCell<T> extends ListCell<T> {

  private final Label name = new Label();
  private final HBox line = new HBox();
  private boolean beingChosen;

  /** A row that shows nothing yet. */
  protected WrappingCell() {
    name.setWrapText(true);
    name.setMinWidth(0);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    line.getChildren().add(name);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("wrapping-line");
    setPrefWidth(0);
  }

  /** Puts a label of few letters before the name. */
  protected final void before(Label label) {
    label.setMinWidth(USE_PREF_SIZE);
    line.getChildren().addFirst(label);
  }

  /** Puts a label of few letters after the name. */
  protected final void after(Label label) {
    label.setMinWidth(USE_PREF_SIZE);
    line.getChildren().addLast(label);
  }

  /** Shows this name, or for null an empty row. */
  protected final void showName(@Nullable String words) {
    name.setText(words == null ? "" : words);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setGraphic(words == null ? null : line);
  }

  /** Shows this text alone, which does not wrap: for lists that show very many. */
  protected final void showLine(String text) {
    setContentDisplay(ContentDisplay.TEXT_ONLY);
    setGraphic(null);
    setText(text);
  }

  /**
   * A cell asks for layout when it is chosen, for which the list styles and lays out all its rows
   * again. This one has nothing but its colours to change.
   */
  @Override
  public void updateSelected(boolean selected) {
    beingChosen = true;
    super.updateSelected(selected);
    beingChosen = false;
  }

  @Override
  public void requestLayout() {
    if (!beingChosen) {
      super.requestLayout();
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    if (getGraphic() == null || width < 0) {
      return super.computePrefHeight(width);
    }
    double beside = snappedLeftInset() + snappedRightInset();
    return line.prefHeight(width - beside) + snappedTopInset() + snappedBottomInset();
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (getGraphic() != null) {
      line.resizeRelocate(
          snappedLeftInset(),
          snappedTopInset(),
          getWidth() - snappedLeftInset() - snappedRightInset(),
          getHeight() - snappedTopInset() - snappedBottomInset());
    }
  }
}
