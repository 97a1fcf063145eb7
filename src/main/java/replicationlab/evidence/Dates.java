package replicationlab.evidence;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and durations for people, in the time zone of whoever reads. */
public final class Dates {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);

  private Dates() {}

  /** "25 Nov 2026, 20:15". */
  public static String of(Instant moment) {
    return MINUTE.format(moment.atZone(ZoneId.systemDefault()));
  }

  /** "20:15:07". */
  public static String second(Instant moment) {
    return SECOND.format(moment.atZone(ZoneId.systemDefault()));
  }

  /** A duration: "40 s", "12 min", "1 h 05 min". */
  public static String lasting(long seconds) {
    if (seconds < 60) {
      return seconds + " s";
    }
    long minutes = (seconds + 30) / 60;
    return minutes < 60
        ? minutes + " min"
        : String.format(Locale.ROOT, "%d h %02d min", minutes / 60, minutes % 60);
  }
}
