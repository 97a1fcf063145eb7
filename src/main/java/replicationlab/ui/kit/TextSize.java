package replicationlab.ui.kit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * How big text and icons are, as a style sheet of its own that can be exchanged. Icons need pixels:
 * an icon is a character, so an em of its size would be measured by itself and grow with every
 * look.
 */
final class TextSize {

  private static final String MARK = "data:text/css,.root%7B-fx-font-size";

  private TextSize() {}

  static String sheet(double scale) {
    String css =
        ".root{-fx-font-size:%spx;}".formatted(pixels(14, scale))
            + icons(".ikonli-font-icon", 16, scale)
            + icons(".empty-state > .ikonli-font-icon", 36, scale)
            + icons(".dialog-icon.ikonli-font-icon", 28, scale);
    return "data:text/css," + URLEncoder.encode(css, StandardCharsets.UTF_8).replace("+", "%20");
  }

  static boolean isSheet(String address) {
    return address.startsWith(MARK);
  }

  private static String icons(String selector, int size, double scale) {
    return selector + "{-fx-icon-size:" + pixels(size, scale) + "px;}";
  }

  private static long pixels(int usual, double scale) {
    return Math.round(usual * scale);
  }
}
