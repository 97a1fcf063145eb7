package replicationlab.ui.lab;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
    fill(new StatesKept.Found(List.of(), Set.of()));
  }

  /** To be called when the menu above it is about to be seen. */
  void refresh() {
    model.statesKept().load(this::fill);
  }

  private void fill(StatesKept.Found found) {
    List<Checkpoint> checkpoints = found.all();
    setDisable(checkpoints.isEmpty() && found.lost().isEmpty());
    getItems().setAll(checkpoints.reversed().stream().map(each -> item(each, found)).toList());
    found.lost().forEach(number -> getItems().add(lost(number)));
    long bytes = checkpoints.stream().mapToLong(Checkpoint::bytes).sum();
    getItems()
        .add(
            notToBeChosen(
                String.format(
                    Locale.ROOT, "%d checkpoints take %.1f MB", checkpoints.size(), bytes / 1e6)));
  }

  /** It stays in sight: whoever remembers it would look for it. */
  private static MenuItem lost(String number) {
    return notToBeChosen("checkpoint " + number + " is damaged: what it was cannot be read");
  }

  private static MenuItem notToBeChosen(String words) {
    MenuItem item = new MenuItem(words);
    item.setDisable(true);
    return item;
  }

  private MenuItem item(Checkpoint checkpoint, StatesKept.Found found) {
    String when = TIME.format(Instant.ofEpochMilli(checkpoint.takenMillis()));
    String step = model.statesKept().titleOf(checkpoint.step());
    String words =
        checkpoint.kind() == Checkpoint.Kind.STEP
            ? "after “" + step + "”  " + when
            : "what you left at " + when;
    if (found.isDamaged(checkpoint)) {
      return notToBeChosen(words + " is damaged: its list of files cannot be read");
    }
    MenuItem item = new MenuItem(words);
    item.setOnAction(event -> links.back().accept(checkpoint));
    return item;
  }
}
