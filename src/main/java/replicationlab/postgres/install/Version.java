package replicationlab.postgres.install;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A server version such as 18.6 or 9.6.24. Up to 9.6 the first two numbers made the major version;
 * here {@code major} is then 9 and {@code minor} 6.
 */
public record Version(int major, int minor, int patch) implements Comparable<Version> {

  private static final Pattern NUMBERS = Pattern.compile("(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?");

  /** Finds the first version in a text such as {@code postgres (PostgreSQL) 15.18 (Debian …)}. */
  public static @Nullable Version find(String text) {
    Matcher matcher = NUMBERS.matcher(text);
    if (!matcher.find()) {
      return null;
    }
    return new Version(number(matcher, 1), number(matcher, 2), number(matcher, 3));
  }

  private static int number(Matcher matcher, int group) {
    String digits = matcher.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /** What people call the major version: "9.6" or "18". */
  public String majorName() {
    return major < 10 ? major + "." + minor : Integer.toString(major);
  }

  @Override
  public int compareTo(Version other) {
    int byMajor = Integer.compare(major, other.major);
    int byMinor = Integer.compare(minor, other.minor);
    return byMajor != 0 ? byMajor : byMinor != 0 ? byMinor : Integer.compare(patch, other.patch);
  }

  /** As PostgreSQL writes it: "18.6" or "9.6.24". */
  @Override
  public String toString() {
    return major < 10 ? major + "." + minor + "." + patch : major + "." + minor;
  }
}
