package replicationlab.ui.export;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.text.LayoutInfo;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.scene.text.TextLineInfo;

/**
 * Where the letters of a text are: its lines, and the baseline of each.
 *
 * @param starts where each text begins, in characters of the whole
 * @param ascents how far the highest letters of each line reach above its baseline
 */
record FlowLines(
    LayoutInfo layout, List<TextLineInfo> lines, Map<Text, Integer> starts, List<Double> ascents) {

  static FlowLines of(TextFlow flow) {
    LayoutInfo layout = flow.getLayoutInfo();
    List<TextLineInfo> lines = layout.getTextLines(false);
    Map<Text, Integer> starts = new HashMap<>();
    List<Double> ascents = new ArrayList<>(Collections.nCopies(lines.size(), 0.0));
    int at = 0;
    for (Node child : flow.getChildrenUnmodifiable()) {
      if (child instanceof Text text && text.isManaged()) {
        starts.put(text, at);
        int end = at + text.getText().length();
        raise(ascents, lines, at, end, ascent(text));
        at = end;
      } else if (child.isManaged()) {
        // Another node counts as one character of the flow.
        at++;
      }
    }
    return new FlowLines(layout, lines, starts, ascents);
  }

  static FlowLines of(Text text) {
    LayoutInfo layout = text.getLayoutInfo();
    List<TextLineInfo> lines = layout.getTextLines(false);
    List<Double> ascents = new ArrayList<>(Collections.nCopies(lines.size(), 0.0));
    raise(ascents, lines, 0, text.getText().length(), ascent(text));
    Map<Text, Integer> starts = new HashMap<>();
    starts.put(text, 0);
    return new FlowLines(layout, lines, starts, ascents);
  }

  private static void raise(
      List<Double> ascents, List<TextLineInfo> lines, int start, int end, double ascent) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).start() < end && lines.get(i).end() > start) {
        ascents.set(i, Math.max(ascents.get(i), ascent));
      }
    }
  }

  private static double ascent(Text text) {
    Text probe = new Text("X");
    probe.setFont(text.getFont());
    return -probe.getLayoutBounds().getMinY();
  }

  double baseline(int line) {
    return lines.get(line).bounds().getMinY() + ascents.get(line);
  }

  /** The box of some characters of one line. */
  Rectangle2D box(int start, int end) {
    List<Rectangle2D> boxes = layout.getSelectionGeometry(start, end, false);
    return boxes.isEmpty() ? Rectangle2D.EMPTY : boxes.getFirst();
  }

  List<Rectangle2D> underline(int start, int end) {
    return layout.getUnderlineGeometry(start, end);
  }
}
