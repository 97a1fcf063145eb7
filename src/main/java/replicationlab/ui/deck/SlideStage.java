package replicationlab.ui.deck;

import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Affine;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import replicationlab.deck.Block;
import replicationlab.ui.kit.Keyboard;
import replicationlab.ui.kit.WhileShown;

/**
 * Where slides are seen: the slide, perhaps magnified, above it what its code did, and what is
 * drawn with the pen, then the curtain, then the overlays. While presenting it is a canvas of 16:9
 * in the middle of the screen.
 */
public final class SlideStage extends Region {

  private static final PseudoClass BLACK = PseudoClass.getPseudoClass("black");
  private static final PseudoClass WHITE = PseudoClass.getPseudoClass("white");

  private final DeckViewModel model;
  private final PlaceView place;
  private final StackPane layers = new StackPane();
  private final StackPane magnified;
  private final Pane canvas;
  private final Rectangle edge = new Rectangle();
  private final Affine lens = new Affine();
  private final Region curtain = new Region();
  private final Label typed = new Label();
  private final Overlays overlays;
  private boolean letterBoxed;
  private boolean keepsShape;

  /** Shows the slide where the model is. */
  public SlideStage(DeckViewModel model, Function<Block.Picture, Node> pictures) {
    this.model = model;
    place = new PlaceView(model, pictures);
    place.setFocusTraversable(true);
    place.setOnMousePressed(_ -> place.requestFocus());
    Keyboard.leavesButtonsOf(place, place::requestFocus);
    overlays = new Overlays(model, pictures, place::requestFocus);
    layers.setPickOnBounds(false);
    magnified = new StackPane(place, layers);
    magnified.getTransforms().add(lens);
    magnified.setManaged(false);
    canvas = new Pane(magnified);
    canvas.setClip(edge);
    canvas.getStyleClass().add("slide-canvas");
    curtain.getStyleClass().add("curtain");
    typed.getStyleClass().add("stage-typed");
    typed.setMouseTransparent(true);
    getStyleClass().add("slide-stage");
    getChildren().addAll(canvas, typed, curtain, overlays);
    new Lens(model.showState(), canvas, layers).install();
    WhileShown.subscribe(this, this::subscribe);
  }

  private Subscription subscribe() {
    ShowState show = model.showState();
    return Subscription.combine(
        show.curtainProperty().subscribe(this::draw),
        show.zoomProperty().subscribe(_ -> requestLayout()),
        show.centreProperty().subscribe(_ -> requestLayout()),
        model.typedProperty().subscribe(this::showTyped));
  }

  /**
   * Where to draw over the slide, as with a pen: lies exactly over it, is magnified with it, and
   * lets the pointer through where nothing is.
   */
  public StackPane layers() {
    return layers;
  }

  /**
   * Lays something over the slide for whenever it is visible, in the slide's size: the pen draws on
   * it, and the curtain hides it as it hides the slide.
   */
  public void layOver(Node node) {
    magnified.getChildren().add(1, node);
    node.visibleProperty()
        .subscribe((was, is) -> {
          if (is) {
            model.showState().zoomReset();
          }
        });
  }

  /** Whether a key belongs to what lies on top: any to an overlay, Esc to a curtain. */
  public boolean keeps(KeyEvent event) {
    boolean drawn = model.showState().curtainProperty().get() != ShowState.Curtain.OPEN;
    return overlays.isOpen() || (drawn && event.getCode() == KeyCode.ESCAPE);
  }

  /** What lies over the slide when asked for. */
  public Overlays overlays() {
    return overlays;
  }

  /** The slide itself. */
  public PlaceView place() {
    return place;
  }

  /** A canvas of 16:9 with black beside it, as for a projector, or all the space there is. */
  public void setLetterBoxed(boolean letterBoxed) {
    this.letterBoxed = letterBoxed;
    pseudoClassStateChanged(PseudoClass.getPseudoClass("letter-boxed"), letterBoxed);
    showTyped(model.typedProperty().get());
    requestLayout();
  }

  /**
   * Whether the slide keeps the audience's shape also where it would take all the space there is:
   * what is drawn on it lies where it lies for them.
   */
  public void setKeepsShape(boolean keepsShape) {
    this.keepsShape = keepsShape;
    requestLayout();
  }

  private void draw(ShowState.Curtain drawn) {
    curtain.pseudoClassStateChanged(BLACK, drawn == ShowState.Curtain.BLACK);
    curtain.pseudoClassStateChanged(WHITE, drawn == ShowState.Curtain.WHITE);
    curtain.setVisible(drawn != ShowState.Curtain.OPEN);
  }

  /** In the window the bar says it. */
  private void showTyped(@Nullable String digits) {
    boolean some = letterBoxed && digits != null && !digits.isEmpty();
    typed.setText(some ? digits : "");
    typed.setVisible(some);
    requestLayout();
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computeMinHeight(double width) {
    return 0;
  }

  private Rectangle2D canvasArea() {
    double width = getWidth();
    double height = getHeight();
    if (!letterBoxed && !keepsShape) {
      return new Rectangle2D(0, 0, width, height);
    }
    double unit = Math.min(width / SlideView.WIDTH, height / SlideView.HEIGHT);
    double wide = Math.floor(SlideView.WIDTH * unit);
    double high = Math.floor(SlideView.HEIGHT * unit);
    return new Rectangle2D(
        snapPositionX((width - wide) / 2), snapPositionY((height - high) / 2), wide, high);
  }

  @Override
  protected void layoutChildren() {
    Rectangle2D area = canvasArea();
    double width = area.getWidth();
    double height = area.getHeight();
    canvas.resizeRelocate(area.getMinX(), area.getMinY(), width, height);
    edge.setWidth(width);
    edge.setHeight(height);
    magnified.resizeRelocate(0, 0, width, height);
    ShowState show = model.showState();
    double zoom = show.zoomProperty().get();
    lens.setToIdentity();
    lens.appendTranslation(
        width / 2 - show.centreProperty().get().getX() * width * zoom,
        height / 2 - show.centreProperty().get().getY() * height * zoom);
    lens.appendScale(zoom, zoom);
    curtain.resizeRelocate(0, 0, getWidth(), getHeight());
    overlays.resizeRelocate(0, 0, getWidth(), getHeight());
    layoutInArea(typed, 0, 0, getWidth(), getHeight() - 24, 0, HPos.CENTER, VPos.BOTTOM);
  }
}
