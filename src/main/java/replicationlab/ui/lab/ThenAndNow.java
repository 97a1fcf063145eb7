package replicationlab.ui.lab;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import replicationlab.course.Change;
import replicationlab.ui.kit.LateTooltip;

/**
 * A step's lines as of 9.0, as its slide has them, above those of the chosen version: what differs
 * is marked in both, and below stands since when and why.
 */
final class ThenAndNow extends VBox {

  /** Words, stretches of blanks, and single signs: what a reader takes for one. */
  private static final String BETWEEN_TOKENS =
      "(?<=\\W)(?=\\w)|(?<=\\w)(?=\\W)|(?<=[^\\w\\s])(?=[^\\w\\s])|(?<=\\s)(?=\\S)|(?<=\\S)(?=\\s)";

  /**
   * @param then the slide's lines
   * @param now the step's lines on the version
   * @param version such as "18" or "9.6"
   */
  ThenAndNow(String then, String now, String version, List<Change> changes) {
    List<String> old = tokens(then);
    List<String> fresh = tokens(now);
    List<AbstractDelta<String>> deltas = DiffUtils.diff(old, fresh).getDeltas();
    getStyleClass().add("then-and-now");
    getChildren()
        .addAll(
            row("9.0", "As on the slide", flow(old, deltas, AbstractDelta::getSource, "gone")),
            row(
                version,
                "As on the PostgreSQL that the lab runs with",
                flow(fresh, deltas, AbstractDelta::getTarget, "come")));
    changes.forEach(change -> getChildren().add(reason(change)));
    setAccessibleText("As of 9.0: " + then + ". On PostgreSQL " + version + ": " + now);
  }

  private static List<String> tokens(String text) {
    return Arrays.asList(text.split(BETWEEN_TOKENS, -1));
  }

  private static HBox row(String version, String tooltip, TextFlow words) {
    Label tag = new Label(version);
    LateTooltip.set(tag, tooltip);
    tag.setMinWidth(USE_PREF_SIZE);
    tag.getStyleClass().add("version-tag");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(tag, words);
    row.getStyleClass().add("version-row");
    return row;
  }

  private static TextFlow flow(
      List<String> tokens,
      List<AbstractDelta<String>> deltas,
      Function<AbstractDelta<String>, Chunk<String>> side,
      String style) {
    Set<Integer> marked = new HashSet<>();
    for (AbstractDelta<String> delta : deltas) {
      Chunk<String> chunk = side.apply(delta);
      for (int i = 0; i < chunk.size(); i++) {
        marked.add(chunk.getPosition() + i);
      }
    }
    List<Text> texts = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Text text = new Text(tokens.get(i));
      text.getStyleClass().add("monospace");
      if (marked.contains(i)) {
        text.getStyleClass().add(style);
      }
      texts.add(text);
    }
    return new TextFlow(texts.toArray(Text[]::new));
  }

  private static Label reason(Change change) {
    String since = change.sinceWords();
    Label label =
        new Label(
            Character.toUpperCase(since.charAt(0)) + since.substring(1) + ": " + change.why());
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add("caption");
    return label;
  }
}
