package replicationlab.postgres.config;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of pg_hba.conf as the server takes it: since 14 it goes on where the one before ends in a
 * backslash (manual, "The pg_hba.conf File").
 *
 * @param number of its first line in the file, from 1
 * @param first its first line, as it stands
 * @param text all of it
 */
record HbaLine(int number, String first, String text) {

  private static final int CONTINUED_SINCE = 14;

  static List<HbaLine> in(String text, int major) {
    List<HbaLine> lines = new ArrayList<>();
    List<String> all = text.lines().toList();
    for (int i = 0; i < all.size(); i++) {
      int number = i + 1;
      String first = all.get(i);
      StringBuilder whole = new StringBuilder(first);
      while (major >= CONTINUED_SINCE && whole.toString().endsWith("\\") && i + 1 < all.size()) {
        whole.setLength(whole.length() - 1);
        whole.append(all.get(++i));
      }
      lines.add(new HbaLine(number, first, whole.toString()));
    }
    return lines;
  }
}
