package replicationlab.postgres.config;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether an address column of pg_hba.conf covers 127.0.0.1. */
final class Loopback {

  private static final int ADDRESS = 0x7F000001;
  private static final Set<String> WORDS = Set.of("all", "samehost", "samenet", "localhost");
  private static final Pattern IP =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

  private Loopback() {}

  static boolean isIn(String column) {
    if (WORDS.contains(column)) {
      return true;
    }
    String[] parts = column.split("[/ ]", 2);
    Integer network = number(parts[0]);
    if (network == null || parts.length < 2) {
      return false;
    }
    Integer mask = parts[1].contains(".") ? number(parts[1]) : maskOf(parts[1]);
    return mask != null && (network & mask) == (ADDRESS & mask);
  }

  private static @Nullable Integer maskOf(String bits) {
    if (!bits.matches("\\d{1,2}") || Integer.parseInt(bits) > Integer.SIZE) {
      return null;
    }
    int count = Integer.parseInt(bits);
    return count == 0 ? 0 : -1 << (Integer.SIZE - count);
  }

  private static @Nullable Integer number(String address) {
    Matcher matcher = IP.matcher(address);
    if (!matcher.matches()) {
      return null;
    }
    int number = 0;
    for (int i = 1; i <= 4; i++) {
      number = number << 8 | Integer.parseInt(matcher.group(i));
    }
    return number;
  }
}
