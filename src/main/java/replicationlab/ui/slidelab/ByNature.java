package replicationlab.ui.slidelab;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A line without what differs from machine to machine and from run to run, so that only what the
 * slide is about is compared: how wide columns are, times, positions in the WAL, process numbers,
 * ports, paths, sizes and versions.
 */
final class ByNature {

  private record Kind(Pattern pattern, String place) {}

  private static final List<Kind> KINDS =
      List.of(
          kind(
              "\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?:"
                  + " ?[A-Z]{3,5}|[+-]\\d\\d(?::?\\d\\d)?)?",
              "TIME"),
          kind("\\d{4}-\\d\\d-\\d\\d", "TIME"),
          kind("\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?", "TIME"),
          kind("\\d+(?:\\.\\d+)? ms", "DURATION"),
          kind("(?<![0-9A-Fa-f/])[0-9A-F]{24}(?![0-9A-Fa-f])", "SEGMENT"),
          kind("(?<![\\w/])[0-9A-F]{1,8}/[0-9A-F]{1,8}(?![\\w/])", "LSN"),
          kind("(?i)(?<=\\bpid[ :=(]{1,3})\\d+", "PID"),
          kind("(?<=process )\\d+|(?<=\\[)\\d+(?=\\])", "PID"),
          kind("(?i)(?<=\\bport[ :=]{1,3})\\d{2,5}|(?<=-p )\\d{2,5}|(?<=:)\\d{4,5}\\b", "PORT"),
          kind("\\b543\\d\\b", "PORT"),
          kind("\\b\\d{17,20}\\b", "IDENTIFIER"),
          kind("\\b\\d+ ?(?:bytes|kB|MB|GB)\\b", "SIZE"),
          kind("(?<=PostgreSQL )\\d+(?:\\.\\d+)*", "VERSION"),
          kind("(?<![\\w.])/(?:[\\w.+-]+/)+[\\w.+-]*", "PATH"));

  private static final Pattern RULE = Pattern.compile("[-+|\\s]*--[-+|\\s]*");

  private ByNature() {}

  private static Kind kind(String pattern, String place) {
    return new Kind(Pattern.compile(pattern), "<" + place + ">");
  }

  /** The line with one blank where there are many, and no more dashes than needed. */
  static String narrow(String line) {
    String narrow = line.strip().replaceAll("\\s+", " ");
    return RULE.matcher(narrow).matches() ? narrow.replaceAll("-+", "-") : narrow;
  }

  /** The narrow line with a name in the place of whatever differs by nature. */
  static String of(String line) {
    String left = narrow(line);
    for (Kind kind : KINDS) {
      left = kind.pattern().matcher(left).replaceAll(kind.place());
    }
    return left;
  }
}
