package replicationlab.ui.deck;

import java.util.List;
import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import replicationlab.ui.kit.Icons;

/** The map of the slides' keys, in two columns where there is room for them. */
final class KeyMap {

  /** In sizes of the font. */
  private static final double NARROWEST = 23;

  private static final double KEYS = 12;

  /** In pixels. */
  private static final double BETWEEN = 29;

  private KeyMap() {}

  /**
   * @param words what an action does
   */
  static Overlay overlay(Function<SlideAction, String> words, Runnable close) {
    List<SlideKeys.Row> rows = SlideKeys.rows();
    int half = (rows.size() + 1) / 2;
    FlowPane columns =
        new FlowPane(
            table(rows.subList(0, half), words), table(rows.subList(half, rows.size()), words));
    columns.getStyleClass().add("key-columns");
    // Below each other where both would be too narrow to read.
    columns
        .widthProperty()
        .subscribe(width -> {
          double room = width.doubleValue() - 40;
          GridPane first = (GridPane) columns.getChildren().getFirst();
          double font = ((Label) first.getChildren().getFirst()).getFont().getSize();
          boolean two = room >= 2 * NARROWEST * font + BETWEEN;
          for (Node each : columns.getChildren()) {
            GridPane table = (GridPane) each;
            table.setPrefWidth(two ? (room - BETWEEN) / 2 : room);
            table.getColumnConstraints().getFirst().setMinWidth(KEYS * font * 0.7);
            table.getColumnConstraints().getFirst().setPrefWidth(KEYS * font);
          }
        });
    ScrollPane scroll = new ScrollPane(columns);
    scroll.setFitToWidth(true);
    Overlay overlay = new Overlay(Icons.HINT, "Keys of the slides", scroll, close);
    overlay.getStyleClass().add("key-map");
    overlay.setMaxSize(1060, 500);
    overlay.setCenter(scroll);
    return overlay;
  }

  private static GridPane table(List<SlideKeys.Row> rows, Function<SlideAction, String> words) {
    GridPane table = new GridPane();
    table.getStyleClass().add("key-table");
    ColumnConstraints keys = new ColumnConstraints();
    ColumnConstraints meanings = new ColumnConstraints();
    meanings.setHgrow(Priority.ALWAYS);
    table.getColumnConstraints().setAll(keys, meanings);
    for (SlideKeys.Row row : rows) {
      Label key = new Label(row.keys());
      key.getStyleClass().add("key");
      Label meaning = new Label(words.apply(row.action()));
      for (Label label : List.of(key, meaning)) {
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        GridPane.setValignment(label, VPos.TOP);
      }
      table.addRow(table.getRowCount(), key, meaning);
    }
    return table;
  }
}
