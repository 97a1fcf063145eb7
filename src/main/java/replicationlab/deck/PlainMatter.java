package replicationlab.deck;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Front matter as nearly every file has it: names with one plain or quoted value each, about which
 * nothing in YAML is special. It is read without the YAML library, which takes longer to load than
 * all the rest of a deck takes to be read. What is not that plain is left to the library.
 */
final class PlainMatter {

  /** Takes nothing back once it has matched: a line may be as long as somebody likes. */
  private static final Pattern LINE =
      Pattern.compile(
          "([A-Za-z][A-Za-z_]*+): ++"
              + "(?:([A-Za-z0-9][A-Za-z0-9 .,()/_-]*+)|\"([A-Za-z0-9 .,:;()/_'&+-]*+)\" *+)");

  private PlainMatter() {}

  /** The values as YAML has them; nothing if a line is not plain, or a name is there twice. */
  static Optional<Map<String, String>> of(List<Line> source) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Line line : source) {
      Matcher plain = LINE.matcher(line.text());
      if (!plain.matches() || values.containsKey(plain.group(1))) {
        return Optional.empty();
      }
      String value = plain.group(2) == null ? plain.group(3) : plain.group(2).stripTrailing();
      values.put(plain.group(1), value);
    }
    return Optional.of(values);
  }
}
