package replicationlab.ui.lab;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fxmisc.richtext.StyleClassedTextArea;
import replicationlab.ui.kit.WheelPassedOn;

/** A change to a file, line by line: what goes and what comes. */
final class DiffView extends StyleClassedTextArea {

  /** PostgreSQL's own files align their comments with tabs, which a narrow pane has no room for. */
  private static final Pattern WIDE_GAP = Pattern.compile("(?<=.)(\\t|\\s{3,})\\s*");

  private static final Pattern PLACE = Pattern.compile("@@ -(\\d+)");

  DiffView(List<String> diff) {
    setEditable(false);
    setWrapText(true);
    setFocusTraversable(false);
    getStyleClass().addAll("diff", "monospace");
    setAccessibleText("The change to the file: " + String.join("\n", diff));
    replaceText(
        diff.stream()
            .map(line -> WIDE_GAP.matcher(line).replaceAll("  "))
            .collect(Collectors.joining("\n")));
    for (int i = 0; i < diff.size(); i++) {
      setParagraphStyle(i, List.of(style(diff.get(i))));
    }
    // As high as its text: the step scrolls, not the diff.
    WheelPassedOn.by(this);
    prefHeightProperty()
        .bind(totalHeightEstimateProperty().map(height -> height + 10).orElse(20.0 * diff.size()));
    setMinHeight(USE_PREF_SIZE);
  }

  /** The line of the file as it is now at which a change begins; 0 for none. */
  static int line(List<String> diff) {
    int line = 0;
    for (String each : diff) {
      Matcher place = PLACE.matcher(each);
      if (place.lookingAt()) {
        line = Integer.parseInt(place.group(1));
      } else if (line > 0 && (each.startsWith("+") || each.startsWith("-"))) {
        return line;
      } else if (line > 0) {
        line++;
      }
    }
    return 0;
  }

  private static String style(String line) {
    if (line.startsWith("@@")) {
      return "place";
    }
    return line.startsWith("+") ? "added" : line.startsWith("-") ? "removed" : "context";
  }
}
