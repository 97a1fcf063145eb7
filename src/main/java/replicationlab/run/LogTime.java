package replicationlab.run;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The time at a log line's begin, as the default log_line_prefix has it since 10: {@code %m}. */
final class LogTime {

  private static final Pattern PREFIX =
      Pattern.compile("^(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}) (\\S+)");
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);
  private static final DateTimeFormatter ZONED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS [zzz][X]", Locale.ROOT);

  private LogTime() {}

  static Optional<Instant> of(String line) {
    Matcher prefix = PREFIX.matcher(line);
    if (!prefix.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          ZonedDateTime.parse(prefix.group(1) + " " + prefix.group(2), ZONED).toInstant());
    } catch (DateTimeParseException anAbbreviationOfItsOwn) {
      // The servers run on this machine, and mostly with its time zone.
      return Optional.of(
          LocalDateTime.parse(prefix.group(1), LOCAL).atZone(ZoneId.systemDefault()).toInstant());
    }
  }
}
