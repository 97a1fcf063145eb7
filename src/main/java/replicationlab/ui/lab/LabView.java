package replicationlab.ui.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import replicationlab.deck.Block;
import replicationlab.progress.Help;
import replicationlab.run.Preview;
import replicationlab.run.StepState;
import replicationlab.ui.kit.Disclosure;
import replicationlab.ui.kit.EmptyState;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.NextLayout;
import replicationlab.ui.kit.Rearranging;
import replicationlab.ui.kit.Theme;

/** The guided lab: its steps in order, one of them open. */
public final class LabView extends BorderPane {

  private static final KeyCombination ACT =
      new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

  /** Below this height, in sizes of the font, each line of the header is one that a step needs. */
  private static final double LOW = 23.5;

  /** And below this the header scrolls with the steps. */
  private static final double VERY_LOW = 18;

  private final LabViewModel model;
  private final Function<List<Block>, Node> text;
  private final LabLinks links;
  private final List<StepLine> lines = new ArrayList<>();
  private final List<Disclosure> steps = new ArrayList<>();
  private final ScrollPane scroll = new ScrollPane();
  private final ListChangeListener<StepState> onStates = change -> update();
  private final ChangeListener<Object> onOpen = (property, was, is) -> showOpen();
  private final ChangeListener<Object> onWay = (property, was, is) -> update();
  private final ChangeListener<Object> onPrediction = (property, was, is) -> updateButtons();
  private final ChangeListener<Object> onRunning = (property, was, is) -> update();
  private final ChangeListener<List<Preview>> onPreviews = (property, was, is) -> show(is);
  private final StepButtons buttons;
  private final LabHeader header;
  private final VBox list = new VBox();
  private final BooleanProperty low = new SimpleBooleanProperty(this, "low");
  private @Nullable StepBody body;

  /**
   * A view of a lab.
   *
   * @param text shows a step's why
   */
  public LabView(LabViewModel model, Function<List<Block>, Node> text, LabLinks links) {
    this.model = model;
    this.text = text;
    this.links = links;
    for (int i = 0; i < model.states().size(); i++) {
      add(i, model.states().get(i));
    }
    list.getChildren().setAll(steps);
    list.getStyleClass().add("steps");
    scroll.setContent(list);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    header = new LabHeader(model, links, low);
    setCenter(scroll);
    buttons = new StepButtons(model, this::showQuestion, links.drills());
    // With no step open there is nothing to press, and no room to be kept for it.
    buttons.managedProperty().bind(buttons.visibleProperty());
    setBottom(buttons);
    scroll.setMinHeight(0);
    setMinSize(0, 0);
    Rearranging.when(this::fit, heightProperty(), header.fontProperty());
    getStyleClass().add("lab-view");
    getStylesheets().add(Theme.sheet(LabView.class, "lab.css"));
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (ACT.match(event)) {
            act();
            event.consume();
          }
        });
    sceneProperty().addListener((property, was, is) -> showing(is != null));
  }

  private void fit() {
    double sizes = getHeight() / header.fontProperty().get().getSize();
    boolean scrolls = sizes < VERY_LOW;
    low.set(!scrolls && sizes < LOW);
    buttons.setBrief(scrolls);
    if (scrolls && !list.equals(header.getParent())) {
      setTop(null);
      list.getChildren().addFirst(header);
      revealOpen();
    } else if (!scrolls && !equals(header.getParent())) {
      list.getChildren().remove(header);
      setTop(header);
      revealOpen();
    }
  }

  /** The header came above it, and would have all the room, or has left it out of sight. */
  private void revealOpen() {
    int open = model.openProperty().get();
    if (open != LabViewModel.NONE) {
      afterLayout(() -> reveal(open));
    }
  }

  /** What to show when the open deck has no lab. */
  public static Node none(Runnable openCourse) {
    return new EmptyState(
        Icons.LAB,
        "This deck has no lab. The course on high availability has one.",
        "Open the course",
        openCourse);
  }

  /** Does what comes next: what the accented button does. */
  public void act() {
    buttons.act();
  }

  /** Gives the open step, or the first, the keyboard. */
  public void focusStep() {
    int open = Math.max(0, model.openProperty().get());
    steps.get(open).line().requestFocus();
    afterLayout(() -> reveal(open));
  }

  private void add(int index, StepState state) {
    StepLine line = new StepLine(index + 1, state);
    Disclosure step = new Disclosure(line, "Step " + (index + 1) + ", " + state.step().title());
    step.getStyleClass().add("step");
    step.setId("step-" + state.step().id());
    step.openProperty()
        .addListener((property, was, is) -> {
          if (is) {
            model.open(index);
          } else if (model.openProperty().get() == index) {
            model.open(LabViewModel.NONE);
          }
        });
    lines.add(line);
    steps.add(step);
  }

  private void showing(boolean shows) {
    if (shows) {
      model.states().addListener(onStates);
      model.openProperty().addListener(onOpen);
      model.runningProperty().addListener(onRunning);
      model.wayProperty().addListener(onWay);
      model.predictions().changesProperty().addListener(onPrediction);
      model.previewsProperty().addListener(onPreviews);
      model.attach();
      update();
      showOpen();
    } else {
      model.detach();
      model.states().removeListener(onStates);
      model.openProperty().removeListener(onOpen);
      model.runningProperty().removeListener(onRunning);
      model.wayProperty().removeListener(onWay);
      model.predictions().changesProperty().removeListener(onPrediction);
      model.previewsProperty().removeListener(onPreviews);
    }
  }

  private void update() {
    int open = model.openProperty().get();
    boolean ranBefore = body != null && body.isRunning();
    Help helpBefore = body == null ? Help.NONE : body.help();
    for (int i = 0; i < lines.size(); i++) {
      StepState state = model.states().get(i);
      lines.get(i).update(state);
      steps
          .get(i)
          .line()
          .setAccessibleText(
              "Step " + (i + 1) + ", " + state.step().title() + ", " + StepLine.words(state));
    }
    if (body != null && open != LabViewModel.NONE) {
      body.update(model.states().get(open));
      buttons.update(open + 1, model.states().get(open));
      if (ranBefore && !body.isRunning()) {
        afterLayout(() -> revealEnd(open));
      } else if (body.help().compareTo(helpBefore) > 0) {
        NextLayout.after(this, () -> revealHelp(open));
      }
    }
  }

  private void updateButtons() {
    int open = model.openProperty().get();
    if (open != LabViewModel.NONE) {
      buttons.update(open + 1, model.states().get(open));
    }
  }

  private void showQuestion() {
    int open = model.openProperty().get();
    if (body != null && open != LabViewModel.NONE) {
      double step = steps.get(open).getBoundsInParent().getMinY();
      scrollTo(step + body.getBoundsInParent().getMinY() + body.questionTop());
      body.focusQuestion();
    }
  }

  private void show(List<Preview> previews) {
    if (body != null) {
      body.show(previews);
    }
  }

  private void showOpen() {
    int open = model.openProperty().get();
    body = null;
    buttons.setVisible(open != LabViewModel.NONE);
    for (int i = 0; i < steps.size(); i++) {
      if (i != open) {
        steps.get(i).openProperty().set(false);
        steps.get(i).setContent();
      }
    }
    if (open != LabViewModel.NONE) {
      body = new StepBody(model, model.states().get(open), text, links);
      buttons.update(open + 1, model.states().get(open));
      steps.get(open).setContent(body);
      steps.get(open).openProperty().set(true);
      afterLayout(() -> reveal(open));
    }
  }

  /** A height is known after the next layout only. */
  private static void afterLayout(Runnable task) {
    Platform.runLater(() -> Platform.runLater(task));
  }

  /** Scrolls so that the open step is on top, under the line of the one before: did it work? */
  private void reveal(int index) {
    scroll.layout();
    boolean onTop = index == 0 && !list.equals(header.getParent());
    scrollTo(onTop ? 0 : steps.get(Math.max(0, index - 1)).getBoundsInParent().getMinY());
  }

  /**
   * Scrolls so that what came of the step is seen from its beginning, and as much as possible of
   * what led to it; what failed before all that passed. Wherever somebody has scrolled to since it
   * was run before, that was for what came then.
   */
  private void revealEnd(int index) {
    StepBody shown = body;
    if (shown == null) {
      return;
    }
    scroll.layout();
    double bottom =
        steps.get(index).getBoundsInParent().getMaxY() - scroll.getViewportBounds().getHeight();
    double top = scroll.getVvalue() * hiddenHeight();
    Node failed = shown.lookup(".failed");
    if (failed != null) {
      scrollTo(Math.min(bottom, inList(failed, 0)));
      return;
    }
    double begins = inList(shown, shown.outcomeTop());
    if (begins < top || bottom > top) {
      scrollTo(Math.min(bottom, begins));
    }
  }

  /** Scrolls no more than the newest help needs, and back to the step's title if both fit. */
  private void revealHelp(int index) {
    Node newest = body == null ? null : body.newestHelp();
    if (newest == null) {
      return;
    }
    scroll.layout();
    double height = scroll.getViewportBounds().getHeight();
    double begins = inList(newest, 0);
    double ends = inList(newest, newest.getLayoutBounds().getHeight());
    double title = steps.get(index).getBoundsInParent().getMinY();
    double top = scroll.getVvalue() * hiddenHeight();
    double highest = Math.min(begins, Math.max(title, ends - height));
    scrollTo(Math.min(highest, Math.max(top, ends - height)));
  }

  private double inList(Node node, double y) {
    return list.sceneToLocal(node.localToScene(0, y)).getY();
  }

  private void scrollTo(double y) {
    if (hiddenHeight() > 0) {
      scroll.setVvalue(Math.clamp(y / hiddenHeight(), 0, 1));
    }
  }

  private double hiddenHeight() {
    return scroll.getContent().getLayoutBounds().getHeight()
        - scroll.getViewportBounds().getHeight();
  }
}
