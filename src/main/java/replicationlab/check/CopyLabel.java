package replicationlab.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The label of a copy, as the server wrote it or as it has read it. */
record CopyLabel(String text) {

  /** What the server makes of the file once it has read it. */
  static final String USED = "backup_label.old";

  private static final String FRESH = "backup_label";

  /** How the server reads the first two lines (PostgreSQL's {@code read_backup_label}). */
  private static final Pattern READABLE =
      Pattern.compile(
          "START WAL LOCATION: [0-9A-F]+/([0-9A-F]+) \\(file [0-9A-F]{24}\\)\\n"
              + "CHECKPOINT LOCATION: [0-9A-F]+/[0-9A-F]+\\n(?s:.*)");

  private static final Pattern START =
      Pattern.compile("(?m)^START WAL LOCATION: ([0-9A-F]+/[0-9A-F]+) ");
  private static final Pattern CHECKPOINT =
      Pattern.compile("(?m)^CHECKPOINT LOCATION: ([0-9A-F]+/[0-9A-F]+)");
  private static final String TIME = "(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d:\\d\\d) (\\S+)";
  private static final Pattern BEGUN = Pattern.compile("(?m)^START TIME: " + TIME);
  private static final Pattern FOUND =
      Pattern.compile("database system was interrupted; last known up at " + TIME);

  /** A server that was stopped and copied before the backup began says the second. */
  private static final Pattern COPIED =
      Pattern.compile("database system was (?:interrupted; last known up|shut down) at " + TIME);

  private static final Pattern REDO = Pattern.compile("redo starts at ([0-9A-F]+/[0-9A-F]+)");

  /** The server notes the checkpoint in pg_control and then the time in the label. */
  private static final Duration IN_BETWEEN = Duration.ofSeconds(5);

  /** One that no server has read yet. */
  static Optional<CopyLabel> fresh(Path data) {
    return read(data.resolve(FRESH));
  }

  /** The one that the copy was started with, or will be; one that came along with it is none. */
  static Optional<CopyLabel> of(Path data, List<String> log) {
    return fresh(data).or(() -> read(data.resolve(USED)).filter(label -> label.began(log)));
  }

  /** Whether the newest copy's first start began here, as far as the log tells of it. */
  private boolean began(List<String> log) {
    Matcher start = START.matcher(text);
    boolean known = start.find();
    boolean first = false;
    boolean here = true;
    for (String line : log) {
      first |= FOUND.matcher(line).find();
      Matcher redo = REDO.matcher(line);
      if (first && redo.find()) {
        here = !known || redo.group(1).equals(start.group(1));
        first = false;
      }
    }
    return here;
  }

  private static Optional<CopyLabel> read(Path file) {
    try {
      return Optional.of(
          new CopyLabel(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  boolean isReadable() {
    return READABLE.matcher(text).matches();
  }

  /** Whether the backup's own checkpoint came after the one that the copy knows. */
  boolean isYoungerThan(String checkpoint) {
    Matcher own = CHECKPOINT.matcher(text);
    return own.find() && number(own.group(1)) > number(checkpoint);
  }

  private static long number(String lsn) {
    String[] halves = lsn.split("/", 2);
    return (Long.parseLong(halves[0], 16) << 32) | Long.parseLong(halves[1], 16);
  }

  /**
   * Whether pg_control had been copied before the backup began. The log of the copy's first start
   * tells when the one was written, the label when the other was.
   */
  boolean isYoungerThanCopy(List<String> log) {
    Matcher start = START.matcher(text);
    Matcher begun = BEGUN.matcher(text);
    if (!start.find() || !begun.find() || text.contains("pg_rewind")) {
      return false;
    }
    Matcher found = null;
    boolean younger = false;
    for (String line : log) {
      Matcher one = COPIED.matcher(line);
      found = one.find() ? one : found;
      Matcher redo = REDO.matcher(line);
      if (redo.find()) {
        if (found != null && redo.group(1).equals(start.group(1))) {
          younger = later(begun, found);
        }
        found = null;
      }
    }
    return younger;
  }

  private static boolean later(Matcher begun, Matcher found) {
    try {
      return begun.group(3).equals(found.group(3))
          && time(begun).minus(IN_BETWEEN).isAfter(time(found));
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static LocalDateTime time(Matcher time) {
    return LocalDateTime.parse(time.group(1) + "T" + time.group(2));
  }
}
