package replicationlab.ui.lab;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import replicationlab.checkpoint.MovedFolder;
import replicationlab.ui.kit.Icons;

/**
 * The folders that were moved out of the way, what they take and since when, each to be deleted;
 * not there while there are none.
 */
final class MovedMenu extends Menu {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH).withZone(ZoneId.systemDefault());

  private final LabViewModel model;
  private final LabLinks links;

  MovedMenu(LabViewModel model, LabLinks links) {
    super("", Icons.CLEAR.node());
    this.model = model;
    this.links = links;
    setId("moved");
    fill(List.of());
  }

  /** To be called when the menu above it is about to be seen. */
  void refresh() {
    model.statesKept().loadMoved(this::fill);
  }

  private void fill(List<MovedFolder> folders) {
    long bytes = folders.stream().mapToLong(MovedFolder::bytes).sum();
    setText("Moved out of the way: " + megabytes(bytes));
    setVisible(!folders.isEmpty());
    getItems().setAll(folders.reversed().stream().map(this::item).toList());
  }

  private MenuItem item(MovedFolder folder) {
    String words =
        folder.name() + "  " + megabytes(folder.bytes()) + ", since " + TIME.format(folder.since());
    MenuItem item =
        new MenuItem(folder.served() ? words + ": a server runs in it" : "Delete " + words + "…");
    item.setDisable(folder.served());
    item.setOnAction(event -> links.delete().accept(folder));
    return item;
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
