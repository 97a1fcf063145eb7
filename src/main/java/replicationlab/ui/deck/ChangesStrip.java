package replicationlab.ui.deck;

import java.util.List;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import replicationlab.course.Change;
import replicationlab.ui.kit.LateTooltip;

/** What this slide's words are called on the version that the student works with. */
final class ChangesStrip extends VBox {

  /** With more than these the reasons would make all words small: then the pointer shows them. */
  private static final int MOST_WITH_REASONS = 3;

  /**
   * @param asWritten whether the slide above shows the old words, and not those of the version
   */
  ChangesStrip(List<Change> changes, int major, boolean asWritten) {
    getStyleClass().add("changes");
    String version = "PostgreSQL " + AsOfButton.name(major);
    getChildren()
        .add(
            new TextFlow(
                text(
                    asWritten
                        ? "As of 9.0. On " + version + ":"
                        : "As of " + version + "; changed since 9.0:",
                    "changes-version")));
    boolean room = changes.size() <= MOST_WITH_REASONS;
    changes.stream().map(change -> row(change, room)).forEach(getChildren()::add);
  }

  private static TextFlow row(Change change, boolean withReason) {
    TextFlow row =
        new TextFlow(
            text(change.word(), "changes-word"),
            text(" → ", "changes-text"),
            text(change.now(), "changes-now"),
            text(" (" + change.sinceWords() + ")", "changes-text"));
    if (!change.why().isEmpty() && withReason) {
      row.getChildren().add(text(" – " + change.why(), "changes-text"));
    } else if (!change.why().isEmpty()) {
      LateTooltip.set(row, change.why());
    }
    return row;
  }

  private static Text text(String words, String styleClass) {
    Text text = new Text(words);
    text.getStyleClass().add(styleClass);
    return text;
  }
}
