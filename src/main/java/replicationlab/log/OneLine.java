package replicationlab.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** One event on one line: when, how bad, who, what; a stack trace follows on lines of its own. */
final class OneLine extends Formatter {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

  @Override
  public String format(LogRecord event) {
    String name = event.getLoggerName() == null ? "" : event.getLoggerName();
    StringWriter text = new StringWriter();
    text.append(TIME.format(event.getInstant()))
        .append(' ')
        .append(event.getLevel().getName())
        .append(' ')
        .append(name.substring(name.lastIndexOf('.') + 1))
        .append(": ")
        .append(formatMessage(event))
        .append('\n');
    if (event.getThrown() != null) {
      event.getThrown().printStackTrace(new PrintWriter(text, true));
    }
    return text.toString();
  }
}
