package replicationlab.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * A tooltip that is made when the pointer first comes. Each is a window of its own: making one
 * takes longer than making what it is for, and most things are never pointed at.
 */
public final class LateTooltip {

  /** In pixels; longer words go on in the next line. */
  private static final int WIDTH = 480;

  /** One for all, so that a node never has it twice. */
  private static final EventHandler<MouseEvent> COMES = LateTooltip::comes;

  private LateTooltip() {}

  /**
   * Gives a node a tooltip, or another than it had. Screen readers know its words from the
   * beginning.
   *
   * @param words none for no tooltip any more
   */
  public static void set(Node node, String words) {
    node.setAccessibleHelp(words.isEmpty() ? null : words);
    if (words.isEmpty()) {
      node.removeEventHandler(MouseEvent.MOUSE_ENTERED, COMES);
      give(node, null);
    } else {
      node.addEventHandler(MouseEvent.MOUSE_ENTERED, COMES);
    }
  }

  /** Gives a node a tooltip whose words are also all that a screen reader calls it by. */
  public static void name(Node node, String words) {
    node.setAccessibleText(words);
    node.addEventHandler(MouseEvent.MOUSE_ENTERED, COMES);
  }

  /** Gives a node a tooltip that changes with what it is to say. */
  public static void follow(Node node, ObservableValue<String> words) {
    node.accessibleHelpProperty().bind(words);
    node.addEventHandler(MouseEvent.MOUSE_ENTERED, COMES);
  }

  /** Gives a tab a tooltip; it is made when the pointer comes to any of the tabs. */
  public static void set(Tab tab, String words) {
    tab.tabPaneProperty()
        .subscribe(tabs -> {
          if (tabs != null && tab.getTooltip() == null) {
            tabs.addEventHandler(MouseEvent.MOUSE_ENTERED, new OnTabs(tabs, tab, words));
          }
        });
  }

  private record OnTabs(TabPane tabs, Tab tab, String words) implements EventHandler<MouseEvent> {

    @Override
    public void handle(MouseEvent pointer) {
      tabs.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
      Tooltip tooltip = make();
      tooltip.setText(words);
      tab.setTooltip(tooltip);
    }
  }

  private static void comes(MouseEvent pointer) {
    if (pointer.getSource() instanceof Node node) {
      node.removeEventHandler(MouseEvent.MOUSE_ENTERED, COMES);
      Tooltip tooltip = make();
      tooltip
          .textProperty()
          .bind(
              node.getAccessibleHelp() == null
                  ? node.accessibleTextProperty()
                  : node.accessibleHelpProperty());
      give(node, tooltip);
    }
  }

  private static Tooltip make() {
    Tooltip tooltip = new Tooltip();
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(WIDTH);
    return tooltip;
  }

  private static void give(Node node, @Nullable Tooltip tooltip) {
    if (node instanceof Control control) {
      control.setTooltip(tooltip);
    } else {
      Tooltip.install(node, tooltip);
    }
  }
}
