package replicationlab.ui.deck;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import replicationlab.ui.kit.Icons;

/** The map of the slides' keys, in two columns. */
final class KeyMap {

  private KeyMap() {}

  static Overlay overlay(Runnable close) {
    List<SlideKeys.Row> rows = SlideKeys.rows();
    int half = (rows.size() + 1) / 2;
    HBox columns = new HBox(table(rows.subList(0, half)), table(rows.subList(half, rows.size())));
    columns.getStyleClass().add("key-columns");
    ScrollPane scroll = new ScrollPane(columns);
    scroll.setFitToWidth(true);
    Overlay overlay = new Overlay(Icons.HINT, "Keys of the slides", scroll, close);
    overlay.getStyleClass().add("key-map");
    overlay.setMaxSize(1060, 500);
    overlay.setCenter(scroll);
    return overlay;
  }

  private static GridPane table(List<SlideKeys.Row> rows) {
    GridPane table = new GridPane();
    table.getStyleClass().add("key-table");
    ColumnConstraints keys = new ColumnConstraints();
    keys.setMinWidth(120);
    keys.setPrefWidth(170);
    ColumnConstraints words = new ColumnConstraints();
    words.setHgrow(Priority.ALWAYS);
    table.getColumnConstraints().setAll(keys, words);
    for (SlideKeys.Row row : rows) {
      Label key = new Label(row.keys());
      key.getStyleClass().add("key");
      Label meaning = new Label(row.action().words());
      for (Label label : List.of(key, meaning)) {
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        GridPane.setValignment(label, VPos.TOP);
      }
      table.addRow(table.getRowCount(), key, meaning);
    }
    HBox.setHgrow(table, Priority.ALWAYS);
    table.setPrefWidth(400);
    return table;
  }
}
