package replicationlab.ui.console;

import java.util.Locale;
import replicationlab.ui.kit.FindBar;

/** Searches a list of lines, upwards from its end. */
final class LineFind extends FindBar {

  private final LineList list;
  private int at = -1;

  LineFind(LineList list) {
    super(list, "Find in these lines", true);
    this.list = list;
  }

  @Override
  protected void typed() {
    at = list.getItems().size();
    search(true);
  }

  @Override
  protected void search(boolean up) {
    String sought = wanted();
    int size = list.getItems().size();
    if (sought.isEmpty() || size == 0) {
      say("");
      return;
    }
    for (int step = 1; step <= size; step++) {
      int index = Math.floorMod(at + (up ? -step : step), size);
      if (matches(index, sought)) {
        at = index;
        list.reveal(index);
        say("line " + (index + 1) + " of " + size);
        return;
      }
    }
    say("not found");
  }

  private boolean matches(int index, String sought) {
    return list.getItems().get(index).shown().toLowerCase(Locale.ROOT).contains(sought);
  }
}
