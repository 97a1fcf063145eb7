package replicationlab.ui.shell;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.kordamp.ikonli.javafx.FontIcon;
import replicationlab.ui.kit.Rearranging;

/**
 * Tabs that have no room side by side, as with big text, show their icons only. Their names are in
 * their tooltips then, and a screen reader says them as before.
 */
final class TightTabs {

  private static final String TIGHT = "tight";

  /** JavaFX wants so many pixels to spare before it takes all tabs to fit. */
  private static final double SPARE = 10;

  private TightTabs() {}

  /** Has the tabs of a pane do so, which has its first tab already. */
  static void in(TabPane tabs) {
    Rearranging.when(() -> fit(tabs), tabs.widthProperty());
    // An icon grows with the text, and tells of it.
    if (!tabs.getTabs().isEmpty()
        && tabs.getTabs().getFirst().getGraphic() instanceof FontIcon icon) {
      icon.iconSizeProperty()
          .addListener((property, was, is) -> Platform.runLater(() -> fit(tabs)));
    }
    // A name that becomes longer may leave no room.
    tabs.getTabs()
        .forEach(tab ->
            tab.textProperty()
                .addListener((property, was, is) -> Platform.runLater(() -> fit(tabs))));
    // Tooltips are made when the pointer first comes.
    tabs.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> name(tabs));
  }

  private static boolean areTight(TabPane tabs) {
    return tabs.getStyleClass().contains(TIGHT);
  }

  private static void fit(TabPane tabs) {
    Node headers = tabs.lookup(".headers-region");
    if (headers == null || tabs.getScene() == null) {
      return;
    }
    tabs.getStyleClass().remove(TIGHT);
    tabs.applyCss();
    if (headers.prefWidth(-1) + SPARE >= tabs.getWidth()) {
      tabs.getStyleClass().add(TIGHT);
      tabs.applyCss();
    }
    name(tabs);
  }

  private static void name(TabPane tabs) {
    tabs.getTabs().forEach(tab -> name(tab, areTight(tabs)));
  }

  private static void name(Tab tab, boolean tight) {
    Tooltip tooltip = tab.getTooltip();
    String before = tab.getText() + ": ";
    if (tooltip == null) {
      tab.setTooltip(tight ? new Tooltip(tab.getText()) : null);
    } else if (tooltip.getText().equals(tab.getText())) {
      tab.setTooltip(tight ? tooltip : null);
    } else if (tight != tooltip.getText().startsWith(before)) {
      String words = tooltip.getText();
      tooltip.setText(tight ? before + words : words.substring(before.length()));
    }
  }
}
