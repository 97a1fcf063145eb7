package replicationlab.ui.console;

import java.util.function.BooleanSupplier;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;

/**
 * The mark on a tab that lines have come to while it was out of sight. It is in the tab's name too:
 * a screen reader says nothing else of a tab, and where tabs show only icons there is the dot.
 */
final class NewOutput {

  private static final double DOT = 3.5;

  private final Tab tab;
  private final String name;
  private final Node icon;
  private boolean marked;

  private NewOutput(Tab tab) {
    this.tab = tab;
    this.name = tab.getText();
    this.icon = tab.getGraphic();
  }

  /**
   * Marks a tab when lines come that nobody sees; answers with what takes the mark away once it is
   * seen.
   */
  static Runnable on(Tab tab, ObservableList<?> lines, BooleanSupplier seen) {
    NewOutput mark = new NewOutput(tab);
    lines.addListener(
        (ListChangeListener<Object>) change -> mark.show(!lines.isEmpty() && !seen.getAsBoolean()));
    return () -> mark.show(mark.marked && !seen.getAsBoolean());
  }

  private void show(boolean mark) {
    if (mark == marked) {
      return;
    }
    marked = mark;
    tab.setText(mark ? name + " (new)" : name);
    tab.setTooltip(mark ? new Tooltip("There is output that you have not seen yet") : null);
    tab.setGraphic(mark ? dotted() : icon);
  }

  private Node dotted() {
    Circle dot = new Circle(DOT);
    dot.getStyleClass().add("new-output");
    // It takes no room of its own, or the tabs would move.
    dot.setManaged(false);
    StackPane both = new StackPane(dot, icon);
    both.setAlignment(Pos.CENTER);
    dot.centerXProperty().bind(both.widthProperty());
    dot.toFront();
    return both;
  }
}
