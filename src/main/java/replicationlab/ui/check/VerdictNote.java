package replicationlab.ui.check;

import java.util.Locale;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import replicationlab.check.Verdict;
import replicationlab.ui.check.CheckViewModel.Stage;
import replicationlab.ui.kit.VerdictBadge;

/**
 * The verdict in two words, for a place from where it does not scroll away with the rows. It is to
 * be seen only while the whole sentence may.
 */
final class VerdictNote extends Label {

  VerdictNote() {
    setId("verdict-note");
    managedProperty().bind(visibleProperty());
  }

  void show(@Nullable Verdict verdict, Stage stage) {
    getStyleClass().setAll("label");
    if (verdict == null) {
      setGraphic(null);
      setText(stage == Stage.CHECKING ? "Checking…" : stage == Stage.MENDING ? "Doing it…" : "");
      return;
    }
    String style = verdict.name().toLowerCase(Locale.ROOT);
    getStyleClass().addAll("verdict-badge", style);
    setGraphic(VerdictBadge.icon(verdict).node(style));
    setText(
        switch (verdict) {
          case PASSED -> "Proven";
          case FAILED -> "Not proven";
          case UNDETERMINED -> "Could not check";
        });
  }
}
