package replicationlab.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.MouseEvent;
import replicationlab.ui.kit.AtFirstSight;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.LateTooltip;

/** A place in the window that several panes share: the first is its main one. */
final class Dock extends TabPane {

  private final Node main;

  /** With a main pane that is always there, and others beside it. */
  Dock(String name, Icons icon, Node main, List<ShellPane> others) {
    this.main = main;
    getStyleClass().add("dock");
    setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
    Tab first = new Tab(name, main);
    first.setGraphic(icon.node());
    keepsFocus(main);
    getTabs().add(first);
    others.forEach(pane -> add(this, pane));
  }

  /** Adds a pane to any pane with tabs. */
  static void add(TabPane tabs, ShellPane pane) {
    Tab tab = new Tab(pane.name());
    tab.setGraphic(pane.icon().node());
    AtFirstSight.in(
        tab,
        () -> {
          Node content = pane.make().get();
          keepsFocus(content);
          return content;
        });
    LateTooltip.set(tab, pane.hint());
    // A tab's content is in the scene from the first time it shows; only its selection tells.
    tab.selectedProperty().addListener((property, was, is) -> tell(tabs, tab, pane));
    tabs.sceneProperty().addListener((property, was, is) -> tell(tabs, tab, pane));
    tabs.getTabs().add(tab);
  }

  /**
   * A press that nobody wants would give the tabs the keyboard, and arrows would change the tab.
   */
  private static void keepsFocus(Node content) {
    content.addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
  }

  /** After a click on the main pane's tab the keys belong to what it shows. */
  void onMainChosen(Runnable focus) {
    addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          Node clicked = event.getPickResult().getIntersectedNode();
          if (PartPane.isOnTabs(clicked) && getSelectionModel().getSelectedIndex() == 0) {
            focus.run();
          }
        });
  }

  private static void tell(TabPane tabs, Tab tab, ShellPane pane) {
    pane.shown().accept(tab.isSelected() && tabs.getScene() != null);
  }

  /** Brings a pane of that name to the front; answers whether there is one. */
  static boolean select(TabPane tabs, String name) {
    return tabs.getTabs().stream()
        .filter(tab -> name.equals(tab.getText()))
        .peek(tabs.getSelectionModel()::select)
        .findFirst()
        .isPresent();
  }

  /** The main pane, taken out of here so that it can be shown alone; or put back. */
  Node lendMain(boolean lent) {
    getTabs().getFirst().setContent(lent ? null : main);
    if (lent) {
      getSelectionModel().selectFirst();
    }
    return main;
  }
}
