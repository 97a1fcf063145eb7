package replicationlab.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A regular expression, once for each branch of each of its alternatives: of {@code a(b|c)} these
 * are {@code a(b)} and {@code a(c)}. A branch that matches nothing shows in the one, and would not
 * in the whole.
 */
final class Alternatives {

  private Alternatives() {}

  static Stream<String> of(String regex) {
    List<String> branches = branches(regex);
    return branches.size() > 1 ? branches.stream().flatMap(Alternatives::of) : ofGroups(regex);
  }

  private static Stream<String> ofGroups(String branch) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < branch.length(); i = after(branch, i)) {
      if (branch.charAt(i) != '(') {
        continue;
      }
      int end = after(branch, i) - 1;
      int start = branch.startsWith("(?:", i) ? i + 3 : i + 1;
      String group = branch.substring(start, end);
      List<String> inside = of(group).toList();
      if (inside.size() > 1) {
        String before = branch.substring(0, start);
        String behind = branch.substring(end);
        inside.forEach(each -> found.add(before + each + behind));
      }
    }
    return found.isEmpty() ? Stream.of(branch) : found.stream();
  }

  private static List<String> branches(String regex) {
    List<String> branches = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < regex.length(); i = after(regex, i)) {
      if (regex.charAt(i) == '|') {
        branches.add(regex.substring(start, i));
        start = i + 1;
      }
    }
    branches.add(regex.substring(start));
    return branches;
  }

  /** The place behind the sign, class or group that begins here. */
  private static int after(String regex, int place) {
    return switch (regex.charAt(place)) {
      case '\\' -> place + 2;
      case '[' -> regex.indexOf(']', place + 2) + 1;
      case '(' -> {
        int i = place + 1;
        while (regex.charAt(i) != ')') {
          i = after(regex, i);
        }
        yield i + 1;
      }
      default -> place + 1;
    };
  }
}
