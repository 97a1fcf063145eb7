package replicationlab.ui.drill;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import replicationlab.drill.Drill;
import replicationlab.ui.kit.EmptyState;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.Keyboard;
import replicationlab.ui.kit.Theme;
import replicationlab.ui.kit.WhileShown;

/** The drills: a list, or the one that is open. */
public final class DrillView extends BorderPane {

  private final DrillViewModel model;
  private final ScrollPane scroll = new ScrollPane();
  private double placeInList;

  /** A view of the drills. */
  public DrillView(DrillViewModel model) {
    this.model = model;
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMinHeight(0);
    setMinSize(0, 0);
    setCenter(scroll);
    getStyleClass().add("drill-view");
    getStylesheets().add(Theme.sheet(DrillView.class, "drill.css"));
    WhileShown.subscribe(this, () -> model.stageProperty().subscribe(stage -> update()));
  }

  /** What shows while no lab is open. */
  public static EmptyState withoutLab() {
    return new EmptyState(
        Icons.WARNING,
        "Drills break a finished Lab Exercise 1 on purpose, so that you find out what is wrong. Open"
            + " the lab first.");
  }

  /** Gives what is done next the keyboard: in the list the first drill. */
  public void takeFocus() {
    Keyboard.give(this::first);
  }

  private Node first() {
    Node first =
        switch (scroll.getContent()) {
          case DrillPage page -> page.first();
          case DrillList list -> list.first();
          case null, default -> null;
        };
    return first == null ? scroll : first;
  }

  private void update() {
    Drill drill = model.drill();
    // The button that led here goes away, and the keys would go to another part of the window.
    boolean hasKeys = Keyboard.isIn(this);
    if (scroll.getContent() instanceof DrillList) {
      placeInList = scroll.getVvalue();
    }
    Region content = drill == null ? new DrillList(model) : new DrillPage(model, drill);
    scroll.setContent(content);
    scroll.setVvalue(drill == null ? placeInList : 0);
    if (hasKeys) {
      (drill == null ? scroll : first()).requestFocus();
    }
  }
}
