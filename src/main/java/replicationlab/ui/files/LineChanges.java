package replicationlab.ui.files;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.List;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.MultiChangeBuilder;

/**
 * Brings another text into an editor by the lines that differ, so that caret and scroll bar stay at
 * the lines at which the reader has them.
 */
final class LineChanges {

  private LineChanges() {}

  static void apply(CodeArea area, String text) {
    List<String> was = lines(area.getText());
    List<AbstractDelta<String>> deltas = DiffUtils.diff(was, lines(text)).getDeltas();
    MultiChangeBuilder<?, ?, ?> changes = area.createMultiChange(deltas.size());
    // From the last on, so that no change moves the place of the next.
    for (AbstractDelta<String> delta : deltas.reversed()) {
      int at = length(was.subList(0, delta.getSource().getPosition()));
      changes.replaceTextAbsolutely(
          at,
          at + length(delta.getSource().getLines()),
          String.join("", delta.getTarget().getLines()));
    }
    changes.commit();
  }

  /** Each with its own end. */
  private static List<String> lines(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("(?<=\\n)", -1));
  }

  private static int length(List<String> lines) {
    return lines.stream().mapToInt(String::length).sum();
  }
}
