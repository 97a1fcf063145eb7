package replicationlab.ui.diagram;

import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;
import replicationlab.diagram.Diagram;
import replicationlab.diagram.DiagramState;
import replicationlab.ui.kit.InSight;
import replicationlab.ui.kit.Motion;
import replicationlab.ui.kit.Stepped;
import replicationlab.ui.kit.Theme;

/**
 * A diagram with its steps. It is drawn once and scaled to whatever size it gets, so that words,
 * lines and gaps keep their proportions. Nothing moves while it cannot be seen.
 */
public final class DiagramView extends Region implements Stepped {

  /** The style sheet of every diagram. */
  public static final String SHEET = Theme.sheet(DiagramView.class, "diagram.css");

  /** The width of the unscaled sheet; a finer grid is drawn smaller, its caption is not. */
  private static final double WIDTH = 960;

  private final Diagram diagram;
  private final DiagramCanvas canvas;
  private final CaptionBar caption;
  private final Pane sheet = new Pane();
  private final VBox below;
  private final Scale scale = new Scale(1, 1);
  private final FlowAnimation flow;
  private final ReadOnlyIntegerWrapper moment = new ReadOnlyIntegerWrapper(this, "moment", 0);
  private final BooleanProperty reducedMotion =
      new SimpleBooleanProperty(this, "reducedMotion", false);
  private final InvalidationListener everywhere = observable -> animate();
  private StepTransition transition = new StepTransition();
  private boolean seen;

  private DiagramView(Diagram diagram) {
    this.diagram = diagram;
    canvas = new DiagramCanvas(diagram);
    caption = new CaptionBar(diagram, this::show, this::backward, this::forward);
    below = new VBox(caption);
    flow = new FlowAnimation(canvas::advance);
    getStyleClass().add("diagram-view");
    Theme.style(this, SHEET);
    sheet.getStyleClass().add("diagram-sheet");
    sheet.getTransforms().add(scale);
    sheet.setManaged(false);
    double drawn = WIDTH / canvas.getPrefWidth();
    canvas.getTransforms().add(new Scale(drawn, drawn));
    sheet.getChildren().addAll(canvas, below);
    below.setLayoutY(canvas.getPrefHeight() * drawn);
    below.setPrefWidth(WIDTH);
    if (!diagram.problems().isEmpty()) {
      below.getChildren().add(problems(diagram));
    }
    getChildren().add(sheet);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.NODE);
    setOnKeyPressed(this::press);
    canvas.setOnMouseClicked(this::click);
    reducedMotion.subscribe(this::animate);
    Motion.reducedProperty().addListener(new WeakInvalidationListener(everywhere));
    InSight.of(this)
        .subscribe(now -> {
          seen = now;
          animate();
        });
    display(false);
  }

  /** Draws a diagram; what its author got wrong is listed under it. */
  public static DiagramView of(Diagram diagram) {
    return new DiagramView(diagram);
  }

  private static Label problems(Diagram diagram) {
    Label list =
        new Label(
            diagram.problems().stream()
                .map(problem -> "Line " + problem.line() + ": " + problem.message())
                .collect(Collectors.joining("\n")));
    list.getStyleClass().add("diagram-problems");
    list.setWrapText(true);
    list.setPrefWidth(WIDTH);
    list.setMinHeight(USE_PREF_SIZE);
    return list;
  }

  /** The moment that is shown: 0 is the opening picture. */
  public ReadOnlyIntegerProperty momentProperty() {
    return moment.getReadOnlyProperty();
  }

  @Override
  public int steps() {
    return diagram.steps().size();
  }

  @Override
  public void showStep(int step) {
    if (moment.get() != Math.clamp(step, 0, steps())) {
      show(step);
    }
  }

  @Override
  public ReadOnlyIntegerProperty stepProperty() {
    return momentProperty();
  }

  /** Shows a moment; one before the first or after the last counts as that one. */
  public void show(int wanted) {
    moment.set(Math.clamp(wanted, 0, diagram.steps().size()));
    display(moves());
  }

  private boolean forward() {
    return step(1);
  }

  private boolean backward() {
    return step(-1);
  }

  private boolean step(int by) {
    int before = moment.get();
    int wanted = before + by;
    if (wanted < 0 || wanted > diagram.steps().size()) {
      return false;
    }
    show(wanted);
    return true;
  }

  /**
   * Whether nothing moves: steps change at once and dots stand still. So it is, whatever this says,
   * while {@link Motion} is reduced.
   */
  public BooleanProperty reducedMotionProperty() {
    return reducedMotion;
  }

  /**
   * Marks the nodes and groups that stand for a running cluster with what it does now.
   *
   * @param binding as after {@code bind} in the diagram's text: "primary", "standby"
   * @param badge a few words such as "0/3015690"; empty for the state's own name
   */
  public void bind(String binding, NodeState state, String badge) {
    canvas.bind(binding, state, badge);
  }

  /** Whether any timer runs; none does while the view cannot be seen. */
  boolean isMoving() {
    return flow.isRunning() || transition.isRunning();
  }

  private void display(boolean moving) {
    transition.finish();
    transition = new StepTransition();
    DiagramState state = diagram.stateAt(moment.get());
    canvas.show(state, transition);
    caption.show(state, moment.get());
    setAccessibleText(Summary.of(diagram, moment.get()));
    if (moving) {
      transition.play();
    } else {
      transition.finish();
    }
    animate();
  }

  private boolean moves() {
    return seen && !reducedMotion.get() && !Motion.reducedProperty().get();
  }

  private void animate() {
    if (!moves()) {
      transition.finish();
    }
    flow.run(moves() && canvas.flows());
  }

  /** Arrows step; at either end the key goes on to the slide. */
  private void press(KeyEvent event) {
    boolean stepped =
        switch (event.getCode()) {
          case RIGHT, SPACE, PAGE_DOWN -> forward();
          case LEFT, PAGE_UP -> backward();
          default -> false;
        };
    if (stepped) {
      event.consume();
    }
  }

  private void click(MouseEvent event) {
    requestFocus();
    if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress() && forward()) {
      event.consume();
    }
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private double sheetHeight() {
    return below.getLayoutY() + below.prefHeight(WIDTH);
  }

  @Override
  protected double computePrefWidth(double height) {
    return WIDTH;
  }

  @Override
  protected double computePrefHeight(double width) {
    double wide = width < 0 ? WIDTH : width;
    return wide * sheetHeight() / WIDTH;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 160;
  }

  @Override
  protected double computeMinHeight(double width) {
    return 100;
  }

  @Override
  protected double computeMaxWidth(double height) {
    return Double.MAX_VALUE;
  }

  @Override
  protected double computeMaxHeight(double width) {
    return Double.MAX_VALUE;
  }

  @Override
  protected void layoutChildren() {
    double factor = Math.min(getWidth() / WIDTH, getHeight() / sheetHeight());
    scale.setX(factor);
    scale.setY(factor);
    sheet.resize(WIDTH, sheetHeight());
    sheet.setLayoutX(snapPositionX((getWidth() - WIDTH * factor) / 2));
    sheet.setLayoutY(snapPositionY((getHeight() - sheetHeight() * factor) / 2));
  }
}
