package replicationlab.postgres.config;

import java.nio.file.Path;
import java.util.List;

/** pg_hba.conf.sample with its gaps filled in, as initdb does. */
final class HbaSample {

  /** Written above the rules when they are trust (PostgreSQL's {@code initdb.c}). */
  private static final String CAUTION = "# CAUTION: Configuring the system for local \"trust\"";

  /** A sample has no line that goes on. */
  private static final int ANY = 0;

  private HbaSample() {}

  /** With the methods and the user that the file itself has. */
  static List<String> filledIn(String sample, String text) {
    List<HbaRule> rules = HbaRule.in(Path.of(ConfigKind.HBA.fileName()), text, ANY);
    String local = method(rules, "local");
    String host = method(rules, "host");
    String user =
        rules.stream()
            .flatMap(rule -> rule.users().stream())
            .filter(name -> !name.equals("all"))
            .findFirst()
            .orElse("postgres");
    return sample
        .replace("@remove-line-for-nolocal@", "")
        .replace("@authmethodlocal@", local)
        .replace("@authmethodhost@", host)
        .replace("@default_username@", user)
        .replace("@authcomment@", caution(text))
        .lines()
        .toList();
  }

  private static String method(List<HbaRule> rules, String type) {
    return rules.stream()
        .filter(rule -> rule.type().equals(type))
        .map(HbaRule::method)
        .findFirst()
        .orElse("trust");
  }

  /** Several lines, taken from the file, so that its rewording is no difference. */
  private static String caution(String text) {
    List<String> lines = text.lines().toList();
    int first = 0;
    while (first < lines.size() && !lines.get(first).startsWith(CAUTION)) {
      first++;
    }
    StringBuilder found = new StringBuilder();
    for (int i = first; i < lines.size() && lines.get(i).startsWith("#"); i++) {
      found.append(lines.get(i)).append('\n');
    }
    return found.toString();
  }
}
