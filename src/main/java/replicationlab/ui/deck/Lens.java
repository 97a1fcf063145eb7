package replicationlab.ui.deck;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The pointer's part in magnifying a slide: a click with Ctrl goes in at that point and out again,
 * the wheel with Ctrl and two fingers go nearer and farther, and drawing moves what is magnified.
 */
final class Lens {

  private static final double CLOSE_UP = 2.5;
  private static final double PER_NOTCH = 1.1;

  private final ShowState show;
  private final Region canvas;
  private final Node pen;
  private @Nullable Point2D held;

  /**
   * @param pen what is drawn with there is no drawing of the slide
   */
  Lens(ShowState show, Region canvas, Node pen) {
    this.show = show;
    this.canvas = canvas;
    this.pen = pen;
  }

  void install() {
    canvas.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
    canvas.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
    canvas.addEventFilter(MouseEvent.MOUSE_CLICKED, this::click);
    canvas.addEventFilter(ScrollEvent.SCROLL, this::scroll);
    canvas.addEventFilter(ZoomEvent.ZOOM, this::pinch);
  }

  private boolean isMagnified() {
    return show.zoomProperty().get() > 1;
  }

  private void press(MouseEvent event) {
    held =
        isMagnified() && event.getButton() == MouseButton.PRIMARY && !isInPen(event)
            ? new Point2D(event.getSceneX(), event.getSceneY())
            : null;
  }

  private boolean isInPen(MouseEvent event) {
    for (Node each = (Node) event.getTarget(); each != null; each = each.getParent()) {
      if (each.equals(pen)) {
        return true;
      }
    }
    return false;
  }

  private void drag(MouseEvent event) {
    Point2D from = held;
    if (from == null) {
      return;
    }
    Point2D to = new Point2D(event.getSceneX(), event.getSceneY());
    double zoom = show.zoomProperty().get();
    Point2D moved =
        new Point2D(
            (from.getX() - to.getX()) / canvas.getWidth() / zoom,
            (from.getY() - to.getY()) / canvas.getHeight() / zoom);
    show.zoomTo(zoom, show.centreProperty().get().add(moved));
    held = to;
    event.consume();
  }

  private void click(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY
        && event.isShortcutDown()
        && event.isStillSincePress()) {
      if (isMagnified()) {
        show.zoomReset();
      } else {
        around(event.getX(), event.getY(), CLOSE_UP);
      }
      event.consume();
    }
  }

  private void scroll(ScrollEvent event) {
    if (event.isShortcutDown() && event.getDeltaY() != 0) {
      around(
          event.getX(),
          event.getY(),
          show.zoomProperty().get() * (event.getDeltaY() > 0 ? PER_NOTCH : 1 / PER_NOTCH));
      event.consume();
    }
  }

  private void pinch(ZoomEvent event) {
    around(event.getX(), event.getY(), show.zoomProperty().get() * event.getZoomFactor());
    event.consume();
  }

  /** What is under the pointer stays under it. */
  private void around(double x, double y, double factor) {
    double next = Math.clamp(factor, 1, ShowState.MOST);
    double now = show.zoomProperty().get();
    Point2D pointer = new Point2D(x / canvas.getWidth(), y / canvas.getHeight());
    Point2D fromMiddle = pointer.subtract(0.5, 0.5);
    Point2D under = show.centreProperty().get().add(fromMiddle.multiply(1 / now));
    show.zoomTo(next, under.subtract(fromMiddle.multiply(1 / next)));
  }
}
