package replicationlab.ui.deck;

import java.util.List;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import replicationlab.course.Change;

/** What this slide's words are called on the version that the student works with. */
final class ChangesStrip extends VBox {

  ChangesStrip(List<Change> changes, int major) {
    getStyleClass().add("changes");
    Text version = text("On PostgreSQL " + (major == 9 ? "9.6" : major), "changes-version");
    getChildren().add(new TextFlow(version));
    changes.stream().map(ChangesStrip::row).forEach(getChildren()::add);
  }

  private static TextFlow row(Change change) {
    TextFlow row =
        new TextFlow(
            text(change.word(), "changes-word"),
            text(" is ", "changes-text"),
            text(change.now(), "changes-now"),
            text(" (" + change.sinceWords() + ")", "changes-text"));
    if (!change.why().isEmpty()) {
      row.getChildren().add(text(" – " + change.why(), "changes-text"));
    }
    return row;
  }

  private static Text text(String words, String styleClass) {
    Text text = new Text(words);
    text.getStyleClass().add(styleClass);
    return text;
  }
}
