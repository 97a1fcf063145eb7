package replicationlab.ui.shell;

import java.util.List;
import java.util.Locale;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.testfx.api.FxRobot;
import replicationlab.settings.Settings;
import replicationlab.ui.kit.Icons;

/** The window's layout with a word in the place of each part. */
final class StubShell {

  private StubShell() {}

  static ShellView of(Settings.Layout layout) {
    return new ShellView(
        new ShellView.Parts(
            new MenuBar(new Menu("View")),
            stub("OUTLINE"),
            new Dock("Slide", Icons.SLIDE, stub("SLIDE"), List.of()),
            new Dock("Lab", Icons.LAB, stub("LAB"), List.of()),
            stub("CHECKER"),
            stub("CONSOLE"),
            stub("STATUS")),
        layout);
  }

  private static Node stub(String id) {
    StackPane stub = new StackPane(new Label(id.toLowerCase(Locale.ROOT)));
    stub.setId(id);
    return stub;
  }

  /** The dividers of a split pane, and not those of one in it. */
  static List<Node> dividers(SplitPane pane) {
    boolean flat = pane.getOrientation() == Orientation.HORIZONTAL;
    return pane.lookupAll(".split-pane-divider").stream()
        .filter(node -> node.getParent().equals(pane))
        .sorted((one, other) -> Double.compare(from(one, flat), from(other, flat)))
        .toList();
  }

  private static double from(Node divider, boolean flat) {
    Bounds place = divider.getBoundsInParent();
    return flat ? place.getMinX() : place.getMinY();
  }

  /** Where the pointer is in the scene when a divider stands at a fraction of its pane. */
  private static Point2D at(SplitPane pane, double fraction) {
    boolean flat = pane.getOrientation() == Orientation.HORIZONTAL;
    return pane.localToScene(
        (flat ? fraction : 0.5) * pane.getWidth(), (flat ? 0.5 : fraction) * pane.getHeight());
  }

  /** Takes hold of a split pane's dividers, one after another, and leaves them at fractions. */
  static void draw(FxRobot robot, String split, double... fractions) {
    for (int i = 0; i < fractions.length; i++) {
      take(robot, split, i, fractions[i]);
      leave(robot, split, i, fractions[i]);
    }
  }

  /**
   * Takes hold of a divider and moves it. Without a display the pointer runs away from a divider,
   * so the divider is told what it does.
   */
  static void take(FxRobot robot, String split, int number, double fraction) {
    SplitPane pane = robot.lookup(split).query();
    Node divider = dividers(pane).get(number);
    Bounds place = divider.localToScene(divider.getLayoutBounds());
    tell(robot, divider, MouseEvent.MOUSE_PRESSED, center(place));
    tell(robot, divider, MouseEvent.MOUSE_DRAGGED, at(pane, fraction));
  }

  static void leave(FxRobot robot, String split, int number, double fraction) {
    SplitPane pane = robot.lookup(split).query();
    tell(robot, dividers(pane).get(number), MouseEvent.MOUSE_RELEASED, at(pane, fraction));
  }

  private static Point2D center(Bounds place) {
    return new Point2D(place.getCenterX(), place.getCenterY());
  }

  private static void tell(
      FxRobot robot, Node divider, EventType<MouseEvent> what, Point2D inScene) {
    boolean down = what != MouseEvent.MOUSE_RELEASED;
    robot.interact(() ->
        Event.fireEvent(
            divider,
            new MouseEvent(
                what,
                inScene.getX(),
                inScene.getY(),
                inScene.getX(),
                inScene.getY(),
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                down,
                false,
                false,
                false,
                false,
                false,
                null)));
  }
}
