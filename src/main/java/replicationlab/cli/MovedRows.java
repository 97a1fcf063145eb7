package replicationlab.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import replicationlab.checkpoint.MovedFolder;

/** Folders that were moved out of the way, as lines for people and as rows for programs. */
final class MovedRows {

  private MovedRows() {}

  static void print(PrintWriter out, List<MovedFolder> folders) {
    int width = folders.stream().mapToInt(each -> each.name().length()).max().orElse(0);
    for (MovedFolder folder : folders) {
      out.printf(
          "%-" + Math.max(1, width) + "s  since %s  %,9d kB%s%n",
          folder.name(),
          LabCheckpointsCommand.TIME.format(folder.since()),
          folder.bytes() / 1024,
          folder.served() ? "  a server runs in it" : "");
    }
  }

  static List<Map<String, Object>> of(List<MovedFolder> folders) {
    return folders.stream().map(MovedRows::row).toList();
  }

  private static Map<String, Object> row(MovedFolder folder) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", folder.name());
    row.put("bytes", folder.bytes());
    row.put("since", folder.since().toString());
    row.put("served", folder.served());
    return row;
  }
}
