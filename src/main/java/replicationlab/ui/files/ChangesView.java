package replicationlab.ui.files;

import java.util.List;
import javafx.scene.Node;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.StyleClassedTextArea;
import replicationlab.ui.kit.EmptyState;
import replicationlab.ui.kit.Icons;

/** What a file has that the sample has not, and the other way round, line by line. */
final class ChangesView {

  private ChangesView() {}

  static Node of(List<String> diff) {
    if (diff.isEmpty()) {
      return new EmptyState(
          Icons.PASSED, "Nothing differs from the sample, or there is no sample for this file.");
    }
    StyleClassedTextArea area = new StyleClassedTextArea();
    area.setId("changes-text");
    area.setEditable(false);
    area.getStyleClass().addAll("settings-area", "changes-area", "monospace");
    area.replaceText(String.join("\n", diff));
    for (int i = 0; i < diff.size(); i++) {
      area.setParagraphStyle(i, List.of(style(diff.get(i))));
    }
    area.moveTo(0);
    area.requestFollowCaret();
    return new VirtualizedScrollPane<>(area);
  }

  private static String style(String line) {
    return line.startsWith("@@")
        ? "place"
        : line.startsWith("+") ? "added" : line.startsWith("-") ? "removed" : "context";
  }
}
