package replicationlab.check;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.cluster.LogFile;

/**
 * A server's log from its last start on: what it said before may have been mended long ago, and is
 * not to be blamed.
 */
record ServerLog(Path file, List<String> lines) {

  private static final int MOST_BYTES = 512 * 1024;

  private static final Pattern BEGINS =
      Pattern.compile(
          "LOG: +(starting PostgreSQL|database system was (shut down|interrupted|not properly))");
  private static final Pattern ENDS = Pattern.compile("LOG: +database system is shut down");
  private static final Pattern COMPLAINT = Pattern.compile("\\b(FATAL|PANIC|ERROR): ");

  static ServerLog of(Cluster cluster) {
    Path file = LogFile.of(cluster);
    return new ServerLog(file, lastStart(tail(file)));
  }

  private static List<String> tail(Path file) {
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      long length = log.length();
      byte[] end = new byte[(int) Math.min(length, MOST_BYTES)];
      log.seek(length - end.length);
      log.readFully(end);
      return new String(end, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  static List<String> lastStart(List<String> all) {
    int begin = 0;
    for (int i = 0; i < all.size(); i++) {
      if (ENDS.matcher(all.get(i)).find() && i + 1 < all.size()) {
        begin = i + 1;
      } else if (BEGINS.matcher(all.get(i)).find()) {
        begin = i;
      }
    }
    return List.copyOf(all.subList(begin, all.size()));
  }

  boolean says(String words) {
    Pattern pattern = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    return lines.stream().anyMatch(line -> pattern.matcher(line).find());
  }

  /** Only what came after the newest line with these words. */
  ServerLog since(String words) {
    Pattern pattern = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (pattern.matcher(lines.get(i)).find()) {
        return new ServerLog(file, lines.subList(i + 1, lines.size()));
      }
    }
    return this;
  }

  /** Only what came after the oldest line with these words; nothing if there is no such line. */
  ServerLog sinceFirst(String words) {
    Pattern pattern = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    for (int i = 0; i < lines.size(); i++) {
      if (pattern.matcher(lines.get(i)).find()) {
        return new ServerLog(file, lines.subList(i + 1, lines.size()));
      }
    }
    return new ServerLog(file, List.of());
  }

  /** The newest line in which the server complains, as it stands. */
  Optional<String> complaint() {
    return lines.reversed().stream().filter(line -> COMPLAINT.matcher(line).find()).findFirst();
  }
}
