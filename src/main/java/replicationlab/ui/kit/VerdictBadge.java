package replicationlab.ui.kit;

import java.util.Locale;
import javafx.scene.control.Label;
import replicationlab.check.Verdict;

/** A verdict as picture, word and colour: never colour alone. */
public final class VerdictBadge extends Label {

  /** The badge for a verdict. */
  public VerdictBadge(Verdict verdict) {
    super(verdict.words(), icon(verdict).node());
    getStyleClass().addAll("verdict-badge", verdict.name().toLowerCase(Locale.ROOT));
    setMinWidth(USE_PREF_SIZE);
  }

  /** The picture that stands for a verdict. */
  public static Icons icon(Verdict verdict) {
    return switch (verdict) {
      case PASSED -> Icons.PASSED;
      case FAILED -> Icons.FAILED;
      case UNDETERMINED -> Icons.UNDETERMINED;
    };
  }
}
