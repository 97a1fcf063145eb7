package replicationlab.postgres.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Edits the text of postgresql.conf or recovery.conf as a careful person would. */
public final class SettingsText {

  private static final Pattern SETTING =
      Pattern.compile("^(\\s*#?\\s*)([A-Za-z_][A-Za-z0-9_.]*)\\s*=?\\s*(.*)$");

  private SettingsText() {}

  /**
   * The text with each of {@code lines} ({@code name = value}) set: in the place of the line that
   * sets it now, else of the sample that is commented out, else at the end.
   */
  public static String with(String text, String lines) {
    List<String> result = new ArrayList<>(text.lines().toList());
    lines
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .forEach(line -> set(result, line));
    return String.join("\n", result) + "\n";
  }

  private static void set(List<String> text, String line) {
    String name = nameIn(line);
    int active = -1;
    int sample = -1;
    for (int i = 0; i < text.size(); i++) {
      if (!maySet(text.get(i), name)) {
        continue;
      }
      Matcher matcher = SETTING.matcher(text.get(i));
      if (!matcher.matches() || !matcher.group(2).toLowerCase(Locale.ROOT).equals(name)) {
        continue;
      }
      if (!matcher.group(1).contains("#")) {
        active = i; // PostgreSQL takes the last one that counts
      } else if (sample < 0 && text.get(i).startsWith("#" + matcher.group(2))) {
        sample = i;
      }
    }
    if (active >= 0) {
      text.set(active, line);
    } else if (sample >= 0) {
      text.set(sample, line);
    } else {
      text.add(line);
    }
  }

  /** Cheaper than the pattern, and no for nearly all of the 800 lines of the sample. */
  private static boolean maySet(String line, String name) {
    int i = 0;
    while (i < line.length() && (line.charAt(i) == '#' || Character.isWhitespace(line.charAt(i)))) {
      i++;
    }
    return line.regionMatches(true, i, name, 0, name.length());
  }

  private static String nameIn(String line) {
    Matcher matcher = SETTING.matcher(line);
    return matcher.matches() ? matcher.group(2).toLowerCase(Locale.ROOT) : line;
  }
}
