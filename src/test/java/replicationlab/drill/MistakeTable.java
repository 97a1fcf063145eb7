package replicationlab.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A table of rows by majors, written to a file and printed. */
final class MistakeTable {

  private MistakeTable() {}

  static void write(Path file, String what, Map<String, Map<String, String>> rows)
      throws IOException {
    Set<String> majors =
        new TreeSet<>(
            (one, other) -> Double.compare(Double.parseDouble(one), Double.parseDouble(other)));
    rows.values().forEach(row -> majors.addAll(row.keySet()));
    StringBuilder text = new StringBuilder();
    int width = rows.keySet().stream().mapToInt(String::length).max().orElse(0) + 2;
    String cell = "%-" + Math.max(width, what.length() + 2) + "s";
    text.append(cell.formatted(what));
    majors.forEach(major -> text.append("%-26s".formatted(major)));
    rows.forEach((name, row) -> {
      text.append("\n").append(cell.formatted(name));
      majors.forEach(major -> text.append("%-26s".formatted(row.getOrDefault(major, "-"))));
    });
    Files.writeString(file, text + "\n");
    System.out.println(text);
  }
}
