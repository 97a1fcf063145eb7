package replicationlab.ui.deck;

import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** One row of the overview; its tiles are used again for other rows. */
final class OverviewCell extends ListCell<OverviewRow> {

  private final Overview overview;
  private final HBox tiles = new HBox();

  OverviewCell(Overview overview) {
    this.overview = overview;
    tiles.getStyleClass().add("overview-row");
    getStyleClass().add("overview-cell");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable OverviewRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      tiles.getChildren().forEach(tile -> ((OverviewTile) tile).leave());
      return;
    }
    int count = row.slides().size();
    while (tiles.getChildren().size() > count) {
      ((OverviewTile) tiles.getChildren().removeLast()).leave();
    }
    while (tiles.getChildren().size() < count) {
      tiles.getChildren().add(new OverviewTile(overview));
    }
    for (int i = 0; i < count; i++) {
      ((OverviewTile) tiles.getChildren().get(i)).show(row.slides().get(i));
    }
    setGraphic(tiles);
  }
}
