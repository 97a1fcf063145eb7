package replicationlab.ui.lab;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import replicationlab.checkpoint.Checkpoint;
import replicationlab.ui.kit.Icons;

/** The states of the lab that one can go back to, the newest first, and what they take. */
final class BackMenu extends Menu {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  private final LabViewModel model;
  private final LabLinks links;

  BackMenu(LabViewModel model, LabLinks links) {
    super("Go back to", Icons.BACK_IN_TIME.node());
    this.model = model;
    this.links = links;
    setId("back");
    fill(List.of());
  }

  /** To be called when the menu above it is about to be seen. */
  void refresh() {
    model.statesKept().load(this::fill);
  }

  private void fill(List<Checkpoint> checkpoints) {
    setDisable(checkpoints.isEmpty());
    getItems().setAll(checkpoints.reversed().stream().map(this::item).toList());
    long bytes = checkpoints.stream().mapToLong(Checkpoint::bytes).sum();
    MenuItem sum =
        new MenuItem(
            String.format(
                Locale.ROOT, "%d checkpoints take %.1f MB", checkpoints.size(), bytes / 1e6));
    sum.setDisable(true);
    getItems().add(sum);
  }

  private MenuItem item(Checkpoint checkpoint) {
    String when = TIME.format(Instant.ofEpochMilli(checkpoint.takenMillis()));
    String step = model.statesKept().titleOf(checkpoint.step());
    MenuItem item =
        new MenuItem(
            checkpoint.kind() == Checkpoint.Kind.STEP
                ? "after “" + step + "”  " + when
                : "what you left at " + when);
    item.setOnAction(event -> links.back().accept(checkpoint));
    return item;
  }
}
