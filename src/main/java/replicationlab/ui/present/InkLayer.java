package replicationlab.ui.present;

import java.util.List;
import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.animation.SequentialTransition;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.transform.Scale;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import replicationlab.ui.deck.SlideView;
import replicationlab.ui.kit.Theme;
import replicationlab.ui.kit.WhileShown;

/** Over a slide: what was drawn on it, and the laser's point. Takes the mouse only with a tool. */
public final class InkLayer extends Region {

  /** Its style sheet, for the scene's root. */
  public static final String SHEET = Theme.sheet(InkLayer.class, "ink.css");

  private static final double PEN_WIDTH = 6;
  private static final double LASER_RADIUS = 13;

  /** A point that stays where it is has been seen. */
  private static final Duration SEEN = Duration.seconds(1.2);

  private static final Duration FADING = Duration.seconds(0.6);

  private final Ink ink;
  private final Group lines = new Group();
  private final Circle laser = new Circle(LASER_RADIUS);
  private final Scale scale = new Scale(1, 1, 0, 0);
  private final SequentialTransition fade;
  private boolean drawing;

  /** Shows the ink for as long as it is in a window. */
  public InkLayer(Ink ink) {
    this.ink = ink;
    getStyleClass().add("ink");
    setMinSize(0, 0);
    Group canvas = new Group(lines, laser);
    canvas.setManaged(false);
    canvas.setMouseTransparent(true);
    canvas.getTransforms().add(scale);
    laser.getStyleClass().add("laser");
    laser.setVisible(false);
    getChildren().add(canvas);
    FadeTransition fading = new FadeTransition(FADING, laser);
    fading.setToValue(0);
    fade = new SequentialTransition(new PauseTransition(SEEN), fading);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> lift());
    addEventHandler(MouseEvent.MOUSE_MOVED, this::move);
    addEventHandler(MouseEvent.MOUSE_EXITED, _ -> ink.point(null));
    WhileShown.subscribe(this, this::subscribe);
  }

  private Subscription subscribe() {
    ListChangeListener<Drawings.Stroke> drawn = _ -> drawAll();
    ink.strokes().addListener(drawn);
    drawAll();
    return Subscription.combine(
        () -> ink.strokes().removeListener(drawn),
        fade::stop,
        ink.toolProperty().subscribe(this::take),
        ink.laserProperty().subscribe(this::point));
  }

  private void take(Ink.Tool tool) {
    setMouseTransparent(tool == Ink.Tool.NONE);
    setCursor(
        switch (tool) {
          case NONE -> Cursor.DEFAULT;
          case PEN -> Cursor.CROSSHAIR;
          case LASER -> Cursor.NONE;
        });
  }

  private void drawAll() {
    List<Polyline> all = ink.strokes().stream().map(InkLayer::line).toList();
    lines.getChildren().setAll(all);
  }

  private static Polyline line(Drawings.Stroke stroke) {
    Polyline line = new Polyline();
    line.getStyleClass().add("ink-stroke");
    line.setStrokeWidth(PEN_WIDTH);
    line.setStrokeLineCap(StrokeLineCap.ROUND);
    line.setStrokeLineJoin(StrokeLineJoin.ROUND);
    Bindings.bindContent(line.getPoints(), stroke.points());
    return line;
  }

  private void point(@Nullable Point2D at) {
    fade.stop();
    laser.setVisible(at != null);
    if (at != null) {
      laser.setCenterX(at.getX());
      laser.setCenterY(at.getY());
      laser.setOpacity(1);
      fade.playFromStart();
    }
  }

  private void press(MouseEvent event) {
    drawing = ink.toolProperty().get() == Ink.Tool.PEN && event.getButton() == MouseButton.PRIMARY;
    if (drawing) {
      ink.begin(onSlide(event));
    }
    move(event);
    event.consume();
  }

  private void drag(MouseEvent event) {
    if (drawing) {
      ink.draw(onSlide(event));
    }
    move(event);
    event.consume();
  }

  private void lift() {
    drawing = false;
    ink.end();
  }

  private void move(MouseEvent event) {
    if (ink.toolProperty().get() == Ink.Tool.LASER) {
      ink.point(onSlide(event));
    }
  }

  private Point2D onSlide(MouseEvent event) {
    return new Point2D(event.getX() / scale.getX(), event.getY() / scale.getY());
  }

  @Override
  protected void layoutChildren() {
    scale.setX(Math.max(1, getWidth()) / SlideView.WIDTH);
    scale.setY(Math.max(1, getHeight()) / SlideView.HEIGHT);
  }
}
