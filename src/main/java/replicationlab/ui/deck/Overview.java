package replicationlab.ui.deck;

import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import replicationlab.deck.Block;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.Rearranging;
import replicationlab.ui.kit.Theme;
import replicationlab.ui.kit.WhileShown;

/**
 * All slides as small pictures, in rows; typing leaves those whose title matches. Arrows choose,
 * Enter and a click go there. Only the rows that are seen exist.
 */
final class Overview extends Overlay {

  private static final double TILE = 264;
  private static final double BESIDE_A_TILE = 24;

  /** In sizes of the font: a slide's name has room in some lines then. */
  private static final double SMALLEST_TILE = 10.7;

  private final DeckViewModel model;
  private final Runnable close;
  private final List<String> names;
  private final TextField filter;
  private final ListView<OverviewRow> rows = new ListView<>();
  private final Label none = new Label("No slide has this title.");
  private final Function<Block.Picture, Node> pictures;
  private @Nullable SlideSnapshots snapshots;
  private List<Integer> shown = List.of();
  private int columns = 1;
  private double tile = TILE;
  private int chosen;

  Overview(DeckViewModel model, Function<Block.Picture, Node> pictures, Runnable close) {
    TextField typed = new TextField();
    super(Icons.OVERVIEW, "Overview", typed, close);
    this.model = model;
    this.pictures = pictures;
    this.close = close;
    this.filter = typed;
    names = SlideNames.of(model.slides());
    chosen = model.indexProperty().get();
    getStyleClass().add("overview");
    filter.setPromptText("Number or title");
    filter.setAccessibleText("Filter the slides");
    filter.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    inHeader(filter);
    rows.getStyleClass().add("overview-rows");
    rows.setFocusTraversable(false);
    rows.setAccessibleText("Slides");
    rows.setPlaceholder(none);
    rows.setCellFactory(_ -> new OverviewCell(this));
    setCenter(rows);
    Rearranging.when(this::lay, rows.widthProperty(), filter.fontProperty());
    filter.textProperty().subscribe(this::filter);
    sceneProperty().subscribe(this::entered);
    WhileShown.subscribe(this, () -> Theme.sheetProperty().subscribe((was, is) -> takeAnew()));
  }

  /** Pictures in the colours of before are of no use. */
  private void takeAnew() {
    entered();
    rows.refresh();
  }

  private void entered() {
    Place now = model.placeProperty().get();
    if (snapshots != null) {
      snapshots.close();
    }
    if (getScene() != null && now != null && now.slide() != null) {
      double scale = getScene().getWindow() == null ? 1 : getScene().getWindow().getOutputScaleX();
      snapshots = new SlideSnapshots(model, now, pictures, getScene(), TILE * scale);
    }
  }

  private void filter(String words) {
    shown = words.isBlank() ? Jump.all(names) : TitleMatch.best(names, words);
    if (!shown.contains(chosen) && !shown.isEmpty()) {
      chosen = shown.getFirst();
    }
    lay();
  }

  private void lay() {
    double room = Math.max(0, rows.getWidth() - 40);
    // Two beside each other also where there is little room, so that none is left empty.
    double smallest = SMALLEST_TILE * filter.getFont().getSize();
    boolean two = room >= 2 * (smallest + BESIDE_A_TILE);
    columns = Math.max(two ? 2 : 1, (int) (room / (Math.max(TILE, smallest) + BESIDE_A_TILE)));
    double widest = Math.max(smallest, 1.4 * TILE);
    tile = Math.clamp(Math.floor(room / columns) - BESIDE_A_TILE, 0, widest);
    rows.getItems().setAll(OverviewRow.rows(shown, columns));
    show(chosen);
  }

  private void press(KeyEvent event) {
    int at = shown.indexOf(chosen);
    switch (event.getCode()) {
      case RIGHT -> choose(at + 1);
      case LEFT -> choose(at - 1);
      case DOWN -> choose(at + columns);
      case UP -> choose(at - columns);
      case PAGE_DOWN -> choose(at + 3 * columns);
      case PAGE_UP -> choose(at - 3 * columns);
      case HOME -> choose(0);
      case END -> choose(shown.size() - 1);
      case ENTER -> go(chosen);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void choose(int at) {
    if (!shown.isEmpty()) {
      show(shown.get(Math.clamp(at, 0, shown.size() - 1)));
    }
  }

  private void show(int slide) {
    chosen = slide;
    rows.refresh();
    rows.scrollTo(Math.max(0, shown.indexOf(slide) / columns - 1));
  }

  void go(int slide) {
    if (shown.contains(slide)) {
      close.run();
      model.goTo(slide + 1);
    }
  }

  boolean isChosen(int slide) {
    return slide == chosen;
  }

  boolean isCurrent(int slide) {
    return slide == model.indexProperty().get();
  }

  String name(int slide) {
    return names.get(slide);
  }

  double tileWidth() {
    return tile;
  }

  @Nullable SlideSnapshots snapshots() {
    return snapshots;
  }
}
