package replicationlab.ui.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.fxmisc.flowless.Cell;
import org.fxmisc.flowless.VirtualFlow;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.jspecify.annotations.Nullable;
import replicationlab.course.OpenedDeck;
import replicationlab.deck.Block;
import replicationlab.deck.Slide;
import replicationlab.ui.deck.DeckViewModel;
import replicationlab.ui.deck.NoSlide;
import replicationlab.ui.deck.Overlays;
import replicationlab.ui.deck.Place;
import replicationlab.ui.deck.SlideMaker;
import replicationlab.ui.deck.SlideView;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.LateTooltip;
import replicationlab.ui.kit.Rearranging;
import replicationlab.ui.kit.Theme;
import replicationlab.ui.kit.WhileShown;

/**
 * The model's deck as one page. Only what is in sight is built, so that ten thousand slides are no
 * more work than ten. Where the page rests, the slide view is too.
 */
public final class ReadingView extends BorderPane {

  /** Its style sheet. */
  private static final String SHEET = Theme.sheet(ReadingView.class, "reading.css");

  // In sizes of the font.
  private static final double ROOM_FOR_CONTENTS = 46;
  private static final double ROOM_FOR_WORDS = 24;

  /** Below this the bar says "3/27" and not "3 of 27 read". */
  private static final double ROOM_FOR_TALLY = 15;

  private static final double LINE = 4.3;

  /** After so long in one place somebody is reading and not leafing. */
  static final Duration REST = Duration.millis(600);

  private final DeckViewModel model;
  private final Function<Block.Picture, Node> pictures;
  private final IntFunction<List<StepLink>> steps;
  private final ReadMemory memory;
  private final Runnable showSlide;
  private final ObservableList<Integer> indexes = FXCollections.observableArrayList();
  private final VirtualFlow<Integer, Cell<Integer, ReadingPage>> flow =
      VirtualFlow.createVertical(indexes, index -> Cell.wrapNode(page(index)));
  private final StackPane page = new StackPane(new VirtualizedScrollPane<>(flow));
  private final Contents contents = new Contents(this::chosen);
  private final ToggleButton listed = new ToggleButton("", Icons.OUTLINE.node());
  private final Label tally = new Label();
  private String readOfAll = "";
  private final ProgressBar progress = new ProgressBar(0);
  private final ToggleButton notes = new ToggleButton("Notes", Icons.FILE.node());
  private final BooleanProperty withNotes = new SimpleBooleanProperty(this, "withNotes", true);
  private final PauseTransition rest = new PauseTransition(REST);
  private final Set<Integer> read = new HashSet<>();
  private final Overlays overlays;
  private final PageSearch search;
  private @Nullable OpenedDeck shown;
  private boolean following;
  private boolean resting;

  /**
   * Shows the model's deck for as long as it is in a window.
   *
   * @param pictures makes the node for a picture
   * @param steps the lab's steps that belong to a slide, by its number from 1
   * @param showSlide brings the slide view to the front
   */
  public ReadingView(
      DeckViewModel model,
      Function<Block.Picture, Node> pictures,
      IntFunction<List<StepLink>> steps,
      ReadMemory memory,
      Runnable showSlide) {
    this.model = model;
    this.pictures = pictures;
    this.steps = steps;
    this.memory = memory;
    this.showSlide = showSlide;
    getStylesheets().addAll(SlideView.SHEET, SHEET);
    getStyleClass().add("reading");
    setMinSize(0, 0);
    flow.setFocusTraversable(true);
    flow.setAccessibleText("The deck as one page");
    flow.setOnMousePressed(_ -> flow.requestFocus());
    overlays = new Overlays(model, pictures, flow::requestFocus);
    search = new PageSearch(model, overlays, flow, this::rebuild);
    page.getChildren().add(overlays);
    setTop(bar());
    Rearranging.when(
        this::placeContents, widthProperty(), tally.fontProperty(), listed.selectedProperty());
    notes.selectedProperty().bindBidirectional(withNotes);
    withNotes.subscribe((was, is) -> rebuild());
    flow.estimatedScrollYProperty().addListener((property, was, is) -> rest.playFromStart());
    rest.setOnFinished(_ -> settle());
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    WhileShown.subscribe(this, this::subscribe);
  }

  /** Beside the page where both have room; else a button shows them in its place. */
  private void placeContents() {
    boolean beside = getWidth() >= ROOM_FOR_CONTENTS * tally.getFont().getSize();
    listed.setVisible(!beside);
    boolean words = getWidth() >= ROOM_FOR_WORDS * tally.getFont().getSize();
    notes.setContentDisplay(words ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
    fitTally();
    boolean instead = !beside && listed.isSelected();
    Node center = instead ? contents : page;
    if (!center.equals(getCenter())) {
      setLeft(null);
      setCenter(center);
    }
    if (beside != (getLeft() != null)) {
      setLeft(beside ? contents : null);
    }
  }

  private void fitTally() {
    boolean words = getWidth() >= ROOM_FOR_TALLY * tally.getFont().getSize();
    tally.setText(words ? readOfAll : readOfAll.replace(" of ", "/").replace(" read", ""));
  }

  private Node bar() {
    listed.setId("show-contents");
    LateTooltip.set(listed, "Contents");
    listed.setAccessibleText("Contents");
    listed.managedProperty().bind(listed.visibleProperty());
    listed.setMinWidth(USE_PREF_SIZE);
    LateTooltip.set(notes, "Show the speaker's notes between the slides");
    progress.setMaxWidth(Double.MAX_VALUE);
    progress.setMinWidth(0);
    HBox.setHgrow(progress, Priority.ALWAYS);
    tally.setMinWidth(USE_PREF_SIZE);
    notes.setMinWidth(USE_PREF_SIZE);
    HBox bar = new HBox(listed, tally, progress, notes);
    bar.getStyleClass().add("reading-bar");
    return bar;
  }

  private Subscription subscribe() {
    return Subscription.combine(
        model.placeProperty().subscribe(this::follow),
        model.showState().soughtProperty().subscribe((was, is) -> seek(is)),
        model.majorProperty().subscribe((was, is) -> rebuild()),
        model.asWrittenProperty().subscribe((was, is) -> rebuild()),
        model.rewritingProperty().subscribe((was, is) -> rebuild()));
  }

  /**
   * Behind another tab it follows nothing, so that a change of slide costs no more; then it does.
   */
  public void setResting(boolean resting) {
    this.resting = resting;
    if (!resting && getScene() != null) {
      follow(model.placeProperty().get());
      recall();
      rebuild();
    }
  }

  /** What was read meanwhile in the slide view is read here too. */
  private void recall() {
    if (shown != null && read.addAll(memory.of(shown))) {
      tell();
    }
  }

  /** Gives the page the keyboard. */
  public void takeFocus() {
    flow.requestFocus();
  }

  /** Asks for words, and goes to where they are found. */
  public void search() {
    listed.setSelected(false);
    overlays.search();
  }

  private void seek(String words) {
    if (resting || words.isEmpty()) {
      return;
    }
    if (model.showState().isSoughtInNotes()) {
      withNotes.set(true);
    }
    search.found(words);
  }

  /** The lab's steps are others, or in another state. */
  public void stepsChanged() {
    rebuild();
  }

  private ReadingPage page(int index) {
    OpenedDeck deck = shown;
    if (deck == null) {
      throw new IllegalStateException("There is no page without a deck.");
    }
    SlideMaker maker =
        new SlideMaker(
            pictures,
            model.majorProperty().get(),
            model.asWrittenProperty().get(),
            model.rewritingProperty().get());
    List<Slide> slides = deck.deck().slides();
    boolean begins = index == 0 || !slides.get(index).title().equals(slides.get(index - 1).title());
    return new ReadingPage(
        index + 1,
        maker.tell(deck, index, search.words()),
        begins,
        withNotes.get(),
        search.words(),
        pictures,
        steps.apply(index + 1),
        () -> {
          go(index);
          showSlide.run();
        },
        () -> Platform.runLater(() -> refresh(index)));
  }

  /** An image has come, or text has another size: the flow measures anew what is new. */
  private void refresh(int index) {
    if (index < indexes.size() && flow.getCellIfVisible(index).isPresent()) {
      indexes.set(index, index);
    }
  }

  private void chosen(int index) {
    listed.setSelected(false);
    go(index);
  }

  /** Goes to a slide, and takes the slide view along. */
  private void go(int index) {
    flow.showAsFirst(index);
    moveTo(index);
  }

  private void moveTo(int index) {
    following = true;
    try {
      if (model.indexProperty().get() != index) {
        model.goTo(index + 1);
      }
      contents.follow(index);
    } finally {
      following = false;
    }
  }

  private void follow(@Nullable Place place) {
    if (resting) {
      return;
    }
    if (place == null || !place.isIn(shown)) {
      shown = place == null ? null : place.opened();
      read.clear();
      if (shown != null) {
        read.addAll(memory.of(shown));
      }
      List<Slide> slides = model.slides();
      contents.show(Section.of(slides), place != null);
      indexes.setAll(IntStream.range(0, slides.size()).boxed().toList());
      page.getChildren().removeIf(NoSlide.class::isInstance);
      search.forget();
      if (slides.isEmpty()) {
        page.getChildren().add(NoSlide.because(place, place));
      }
      tell();
    }
    if (!following && place != null && place.index() >= 0) {
      flow.showAsFirst(place.index());
      contents.follow(place.index());
    }
  }

  /** Builds what is in sight anew, and stays there. */
  private void rebuild() {
    if (resting || shown == null || indexes.isEmpty()) {
      return;
    }
    int top = Math.max(0, model.indexProperty().get());
    indexes.setAll(List.copyOf(indexes));
    flow.showAsFirst(top);
  }

  /** The page has come to rest: what is seen to its end is read, and the slide view follows. */
  private void settle() {
    if (resting || getScene() == null || indexes.isEmpty() || flow.visibleCells().isEmpty()) {
      return;
    }
    int first = flow.getFirstVisibleIndex();
    int last = flow.getLastVisibleIndex();
    double bottom = flow.getHeight();
    boolean isNew = false;
    for (int index = first; index <= last; index++) {
      double end =
          flow.getCellIfVisible(index)
              .map(cell -> cell.getNode().getBoundsInParent().getMaxY())
              .orElse(Double.MAX_VALUE);
      isNew |= end <= bottom + 1 && read.add(index);
    }
    if (isNew && shown != null) {
      memory.remember(shown, Set.copyOf(read));
      tell();
    }
    moveTo(topmost(first, last));
  }

  /** The first slide of which more than a strip is left. */
  private int topmost(int first, int last) {
    double end =
        flow.getCellIfVisible(first)
            .map(cell -> cell.getNode().getBoundsInParent().getMaxY())
            .orElse(0.0);
    return end < flow.getHeight() / 5 && first < last ? first + 1 : first;
  }

  private void tell() {
    int all = indexes.size();
    readOfAll = read.size() + " of " + all + " read";
    tally.setAccessibleText(readOfAll);
    fitTally();
    progress.setProgress(all == 0 ? 0 : (double) read.size() / all);
    progress.setAccessibleText(readOfAll);
    contents.showRead(Set.copyOf(read));
  }

  private void key(KeyEvent event) {
    if (search.takes(event)) {
      event.consume();
      return;
    }
    if (overlays.isOpen()
        || event.isShortcutDown()
        || event.isAltDown()
        || event.getTarget() instanceof TextInputControl
        || event.getTarget() instanceof RadioButton // Arrows go from one choice to the next.
        || event.getTarget() instanceof Contents) {
      return;
    }
    double full = flow.getHeight() * 0.9;
    double line = LINE * tally.getFont().getSize();
    switch (event.getCode()) {
      case PAGE_DOWN -> flow.scrollYBy(full);
      case PAGE_UP -> flow.scrollYBy(-full);
      case DOWN -> flow.scrollYBy(line);
      case UP -> flow.scrollYBy(-line);
      case HOME -> go(0);
      case END -> go(indexes.size() - 1);
      case N -> go(Math.min(indexes.size() - 1, model.indexProperty().get() + 1));
      case P -> go(Math.max(0, model.indexProperty().get() - 1));
      default -> {
        return;
      }
    }
    event.consume();
  }
}
