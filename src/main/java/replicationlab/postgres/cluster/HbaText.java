package replicationlab.postgres.cluster;

import java.util.ArrayList;
import java.util.List;

/** Edits and reads the text of pg_hba.conf. */
public final class HbaText {

  private HbaText() {}

  /**
   * The text with each of {@code lines} at its end, unless it is there already (white space does
   * not count).
   */
  public static String with(String text, String lines) {
    List<String> result = new ArrayList<>(text.lines().toList());
    List<List<String>> present = rules(text);
    lines
        .lines()
        .filter(line -> !line.isBlank() && !present.contains(words(line)))
        .forEach(result::add);
    return String.join("\n", result) + "\n";
  }

  /** The lines that count, each as its words. */
  public static List<List<String>> rules(String text) {
    return text.lines().map(HbaText::words).filter(words -> !words.isEmpty()).toList();
  }

  private static List<String> words(String line) {
    int comment = line.indexOf('#');
    String rule = (comment < 0 ? line : line.substring(0, comment)).strip();
    return rule.isEmpty() ? List.of() : List.of(rule.split("\\s+", -1));
  }
}
