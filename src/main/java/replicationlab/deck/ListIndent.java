package replicationlab.deck;

import java.util.ArrayList;
import java.util.List;

/** Keeps account of nested lists: authors indent by one tab, two or eight spaces. */
final class ListIndent {

  private record Open(int indent, int width) {}

  private final List<Open> items = new ArrayList<>();

  boolean isOpen() {
    return !items.isEmpty();
  }

  void end() {
    items.clear();
  }

  /** Opens an item and returns how deep it is nested; the outermost is 0. */
  int place(ListMarker item) {
    while (!items.isEmpty() && item.indent() < items.getLast().indent() + 2) {
      items.removeLast();
    }
    items.add(new Open(item.indent(), item.marker().length() + 1));
    return items.size() - 1;
  }

  /** The column at which the newest item's marker is written, under a first item of this level. */
  int column(int level) {
    return items.subList(level, items.size() - 1).stream().mapToInt(Open::width).sum();
  }

  /** The column at which the newest item's text is written. */
  int textColumn(int level) {
    return column(level) + items.getLast().width();
  }
}
