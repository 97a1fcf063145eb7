package replicationlab.ui.slidelab;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.jspecify.annotations.Nullable;
import replicationlab.ui.kit.Buttons;
import replicationlab.ui.kit.CodeBox;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.Theme;
import replicationlab.ui.kit.WhileShown;
import replicationlab.ui.slidelab.SlideRunViewModel.State;

/**
 * Over the slide: what its code did, in a size that the last row reads. Any number of these show
 * the same model, each in its own window.
 */
public final class SlideRunView extends StackPane {

  /** Its style sheet, for the window's root. */
  public static final String SHEET = Theme.sheet(SlideRunView.class, "slidelab.css");

  /** So many lines have room on the slide's height. */
  private static final double LINES = 30;

  private static final double SMALLEST = 11;

  /** In a space of fewer letters the buttons stand below what they would leave no room for. */
  private static final double ROOM_FOR_BOTH = 46;

  /** A line's height, in sizes of its font. */
  private static final double LEADING = 1.4;

  private final SlideRunViewModel model;
  private final BorderPane sheet = new BorderPane();
  private final BooleanProperty narrow = new SimpleBooleanProperty(this, "narrow");
  private final Label words = new Label();
  private final Label predicted = new Label();
  private final ProgressIndicator busy = new ProgressIndicator();
  private final FlowPane legend = new FlowPane();
  private final Button cancel =
      Buttons.labelled(Icons.CANCEL, "Cancel", "End what runs", this::cancel);
  private final Button again =
      Buttons.labelled(Icons.AGAIN, "Run again", "Run the same once more", this::again);
  private final Button copy;
  private final Button close;
  private double textSize = SMALLEST;
  private @Nullable PrintedArea printed;

  /** Is there, and takes the mouse, only while the model has something to show. */
  public SlideRunView(SlideRunViewModel model) {
    this.model = model;
    copy =
        Buttons.labelled(Icons.COPY, "Copy", "Copy the commands and what they printed", this::copy);
    close = Buttons.labelled(Icons.CLOSE, "Close", "Back to the slide (Esc)", model::close);
    Theme.style(this, SHEET);
    getStyleClass().add("slide-run");
    setMinSize(0, 0);
    sheet.setTop(header());
    sheet.setBottom(legend);
    sheet.getStyleClass().add("slide-run-sheet");
    legend.getStyleClass().add("slide-run-legend");
    getChildren().add(sheet);
    managedProperty().bind(visibleProperty());
    heightProperty().subscribe(_ -> resized());
    widthProperty().subscribe(_ -> resized());
    // A filter: the area would otherwise take the key for itself.
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    WhileShown.subscribe(this, this::subscribe);
  }

  private Node header() {
    busy.getStyleClass().add("slide-run-busy");
    busy.managedProperty().bind(busy.visibleProperty());
    for (Label label : new Label[] {words, predicted}) {
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
      label.setMaxWidth(Double.MAX_VALUE);
    }
    words.getStyleClass().add("slide-run-words");
    predicted.getStyleClass().add("slide-run-predicted");
    predicted.managedProperty().bind(predicted.visibleProperty());
    VBox told = new VBox(words, predicted);
    HBox.setHgrow(told, Priority.ALWAYS);
    HBox line = new HBox(busy, told);
    line.getStyleClass().add("slide-run-line");
    HBox.setHgrow(line, Priority.ALWAYS);
    HBox buttons = new HBox(cancel, again, copy, close);
    buttons.getStyleClass().add("slide-run-line");
    for (Button button : new Button[] {cancel, again, copy, close}) {
      button.setMinWidth(USE_PREF_SIZE);
      button.managedProperty().bind(button.visibleProperty());
    }
    HBox beside = new HBox();
    VBox below = new VBox();
    StackPane header = new StackPane();
    for (Pane way : new Pane[] {beside, below}) {
      way.getStyleClass().add("slide-run-header");
    }
    narrow.subscribe(is -> {
      beside.getChildren().clear();
      below.getChildren().clear();
      Pane way = is ? below : beside;
      way.getChildren().setAll(line, buttons);
      header.getChildren().setAll(way);
    });
    return header;
  }

  private void resized() {
    textSize = Math.round(Math.max(SMALLEST, getHeight() / LINES));
    setStyle("-fx-font-size: " + Math.round(textSize) + "px;");
    narrow.set(getWidth() < ROOM_FOR_BOTH * textSize);
  }

  private Subscription subscribe() {
    return Subscription.combine(
        model.stateProperty().subscribe(this::show),
        model.wordsProperty().subscribe(words::setText),
        model.predictedProperty().subscribe(this::showPredicted),
        model.onScroll(this::scroll),
        model.comparisonProperty().subscribe(this::showLegend));
  }

  private void show(State state) {
    boolean opens = state != State.CLOSED && !isVisible();
    setVisible(state != State.CLOSED);
    busy.setVisible(model.isBusy());
    cancel.setVisible(model.isBusy());
    again.setVisible(!model.isBusy());
    if (opens) {
      // Anew each time: what is styled while it cannot be seen loses its colours.
      PrintedArea fresh = new PrintedArea(model.rows());
      printed = fresh;
      sheet.setCenter(new VirtualizedScrollPane<>(fresh));
      fresh.requestFocus();
    } else if (state == State.CLOSED) {
      printed = null;
      sheet.setCenter(null);
    }
    words.getStyleClass().removeAll("refused", "differs");
    if (state == State.REFUSED) {
      words.getStyleClass().add("refused");
    }
  }

  private void showPredicted(String sentence) {
    predicted.setText(sentence);
    predicted.setVisible(!sentence.isEmpty());
  }

  private void scroll(int lines) {
    if (printed != null) {
      printed.scrollYBy(lines * textSize * LEADING);
    }
  }

  private void showLegend(@Nullable Comparison comparison) {
    legend.getChildren().clear();
    if (comparison != null) {
      add(comparison, Comparison.Mark.MISSING, Row.Kind.MISSING, "on the slide, did not come");
      add(comparison, Comparison.Mark.ADDED, Row.Kind.ADDED, "came, is not on the slide");
      add(comparison, Comparison.Mark.NATURAL, Row.Kind.NATURAL, "differs from run to run");
    }
    boolean any = !legend.getChildren().isEmpty();
    legend.setVisible(any);
    legend.setManaged(any);
  }

  private void add(Comparison comparison, Comparison.Mark mark, Row.Kind kind, String meaning) {
    if (comparison.count(mark) > 0) {
      Label sign = new Label(kind.sign());
      sign.getStyleClass().addAll("row-sign", kind.styleClass() + "-sign");
      Label label = new Label(meaning, sign);
      label.setMinWidth(Region.USE_PREF_SIZE);
      legend.getChildren().add(label);
    }
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && model.isOpen()) {
      model.close();
      event.consume();
    }
  }

  private void copy() {
    CodeBox.copy(model.text());
  }

  private void cancel() {
    model.cancel();
  }

  private void again() {
    model.runAgain();
  }
}
