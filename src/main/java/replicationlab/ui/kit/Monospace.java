package replicationlab.ui.kit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.text.Font;

/**
 * The font for code. A JavaFX style sheet names one family and has no fallbacks, and what
 * "monospace" means on Windows (Courier New) is too thin for a projector: so the best one here is
 * looked up.
 */
final class Monospace {

  private static final List<String> WANTED =
      List.of("JetBrains Mono", "Cascadia Mono", "Menlo", "Consolas", "DejaVu Sans Mono");

  private Monospace() {}

  static String family() {
    Set<String> present = new HashSet<>(Font.getFamilies());
    return WANTED.stream().filter(present::contains).findFirst().orElse("monospace");
  }

  /** A style sheet, as an address, that gives {@code .monospace} the font. */
  static String sheet() {
    return "data:text/css,.monospace%7B-fx-font-family%3A%22"
        + family().replace(" ", "%20")
        + "%22%3B%7D";
  }
}
