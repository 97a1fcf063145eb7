package replicationlab.ui.console;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/**
 * The last so many lines, in a ring: adding costs the same whether or not the oldest have to go. A
 * plain observable list moves all of its elements for that and is two and a half times slower.
 */
final class LastLines extends ObservableListBase<ConsoleLine> {

  private final @Nullable ConsoleLine[] ring;
  private int first;
  private int size;

  LastLines(int capacity) {
    ring = new ConsoleLine[capacity];
  }

  @Override
  public ConsoleLine get(int index) {
    ConsoleLine line = index < 0 || index >= size ? null : ring[(first + index) % ring.length];
    if (line == null) {
      throw new IndexOutOfBoundsException("line " + index + " of " + size);
    }
    return line;
  }

  @Override
  public int size() {
    return size;
  }

  /** Adds lines at the end, as one change; the oldest go when there is no room. */
  void append(List<ConsoleLine> lines) {
    List<ConsoleLine> fresh = lines.subList(Math.max(0, lines.size() - ring.length), lines.size());
    if (fresh.isEmpty()) {
      return;
    }
    beginChange();
    forget(Math.max(0, size + fresh.size() - ring.length));
    int from = size;
    for (ConsoleLine line : fresh) {
      ring[(first + size) % ring.length] = line;
      size++;
    }
    nextAdd(from, size);
    endChange();
  }

  @Override
  public void clear() {
    beginChange();
    forget(size);
    endChange();
  }

  private void forget(int count) {
    if (count == 0) {
      return;
    }
    List<ConsoleLine> gone = new ArrayList<>(subList(0, count));
    for (int i = 0; i < count; i++) {
      ring[(first + i) % ring.length] = null;
    }
    first = (first + count) % ring.length;
    size -= count;
    nextRemove(0, gone);
  }
}
