package replicationlab.ui.console;

import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * A log and its explanation: below it, or at its right in a pane that is too low for both. The log
 * itself stays in sight: what is explained has to be seen beside its explanation, which scrolls.
 */
final class ExplainedLines extends Region {

  // In sizes of the font: so much of the log is seen above an explanation, which gets at least so
  // much; and from this width on there is room for both beside each other.
  private static final double SOME_LINES = 7.4;
  private static final double ONE_LINE_EXPLAINED = 2.1;
  private static final double BOTH_BESIDE = 26;

  /** Of the height, or of the width. */
  private static final double MOST_FOR_EXPLANATION = 0.5;

  private final Node lines;
  private final ExplanationStrip explanation;

  ExplainedLines(Node lines, ExplanationStrip explanation) {
    this.lines = lines;
    this.explanation = explanation;
    getStyleClass().add("explained-lines");
    setMinSize(0, 0);
    getChildren().addAll(lines, explanation);
    InvalidationListener anew = _ -> requestLayout();
    explanation.visibleProperty().addListener(anew);
    explanation.fontProperty().addListener(anew);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    if (!explanation.isVisible()) {
      lines.resizeRelocate(0, 0, width, height);
      return;
    }
    double size = explanation.fontProperty().get().getSize();
    boolean beside =
        height < (SOME_LINES + ONE_LINE_EXPLAINED) * size && width >= BOTH_BESIDE * size;
    explanation.setBeside(beside);
    if (beside) {
      double left = snapPositionX(width * (1 - MOST_FOR_EXPLANATION));
      lines.resizeRelocate(0, 0, left, height);
      explanation.resizeRelocate(left, 0, width - left, height);
    } else {
      double most = Math.max(height - SOME_LINES * size, ONE_LINE_EXPLAINED * size);
      double high =
          snapSizeY(
              Math.min(
                  explanation.prefHeight(width), Math.min(most, MOST_FOR_EXPLANATION * height)));
      lines.resizeRelocate(0, 0, width, height - high);
      explanation.resizeRelocate(0, height - high, width, high);
    }
  }
}
