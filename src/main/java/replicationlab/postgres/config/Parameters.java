package replicationlab.postgres.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The parameters that a PostgreSQL knows.
 *
 * @param source from where they are known, for people, such as "pg_settings of the running primary"
 */
public record Parameters(Map<String, Parameter> byName, String source) {

  /** None: nothing can be said of any name. */
  public static final Parameters UNKNOWN = new Parameters(Map.of(), "");

  public Parameters {
    byName = Map.copyOf(byName);
  }

  static Parameters of(Collection<Parameter> all, String source) {
    Map<String, Parameter> map = new TreeMap<>();
    all.forEach(each -> map.put(each.name().toLowerCase(Locale.ROOT), each));
    return new Parameters(map, source);
  }

  /** Whether nothing is known. */
  public boolean isEmpty() {
    return byName.isEmpty();
  }

  /** The parameter of that name, whatever its case. */
  public Optional<Parameter> find(String name) {
    return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
  }

  /** Those that begin with {@code typed}, then those that hold it elsewhere; by name. */
  public List<Parameter> matching(String typed) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    return byName.values().stream()
        .filter(each -> each.name().toLowerCase(Locale.ROOT).contains(wanted))
        .sorted(
            Comparator.comparing(
                    (Parameter each) -> !each.name().toLowerCase(Locale.ROOT).startsWith(wanted))
                .thenComparing(Parameter::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  /** The known name that is nearest to a mistyped one; empty if none is near. */
  public Optional<String> nearest(String mistyped) {
    String wanted = mistyped.toLowerCase(Locale.ROOT);
    return byName.keySet().stream()
        .filter(name -> Math.abs(name.length() - wanted.length()) <= 2)
        .min(Comparator.comparingInt((String name) -> distance(wanted, name)))
        .filter(name -> distance(wanted, name) <= Math.max(1, wanted.length() / 5));
  }

  /** Levenshtein's distance. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int above = row[j];
        int swap = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(swap, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[other.length()];
  }
}
