package replicationlab.ui.text;

import java.time.Duration;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.control.Tooltip;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.event.MouseOverTextEvent;

/** Says what a mark says while the pointer rests on it: an area of text knows one tooltip only. */
final class MarkTooltip {

  private static final Duration REST = Duration.ofMillis(250);
  private static final double BELOW = 14;
  private static final double WIDTH = 420;

  private MarkTooltip() {}

  static void install(CodeArea area, List<TextMark> marks) {
    Tooltip tooltip = new Tooltip();
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(WIDTH);
    area.setMouseOverTextDelay(REST);
    area.addEventHandler(
        MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN,
        event -> {
          int at = event.getCharacterIndex();
          Point2D place = event.getScreenPosition();
          marks.stream()
              .filter(mark -> mark.start() <= at && at < mark.end())
              .findFirst()
              .ifPresent(mark -> {
                tooltip.setText(mark.tooltip());
                tooltip.show(area, place.getX(), place.getY() + BELOW);
              });
        });
    area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, event -> tooltip.hide());
  }
}
