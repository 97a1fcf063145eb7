package replicationlab.postgres.psql;

import java.net.UnknownHostException;
import java.util.regex.Pattern;
import replicationlab.postgres.sql.CannotConnect;
import replicationlab.postgres.sql.Server;
import replicationlab.postgres.sql.SqlFailure;

/** Errors as psql prints them. */
final class ErrorWords {

  /** psql shows so much of a long line, and so much at least to the right of the error. */
  private static final int SHOWN = 60;

  private static final int SHOWN_TO_THE_RIGHT = 10;
  private static final Pattern DRIVERS_FIELD = Pattern.compile("\n {2}(Detail|Hint): ");

  private ErrorWords() {}

  /** The message, the line of the statement with a caret below the place, detail and hint. */
  static String of(SqlFailure failure, String sql) {
    StringBuilder words = new StringBuilder(failure.severity() + ":  " + failure.getMessage());
    if (failure.position() > 0) {
      words.append('\n').append(place(sql, failure.position() - 1));
    }
    if (!failure.detail().isEmpty()) {
      words.append("\nDETAIL:  ").append(failure.detail());
    }
    if (!failure.hint().isEmpty()) {
      words.append("\nHINT:  ").append(failure.hint());
    }
    return words.toString();
  }

  private static String place(String sql, int codePoints) {
    int at = sql.offsetByCodePoints(0, Math.min(codePoints, sql.codePointCount(0, sql.length())));
    String before = sql.substring(0, at);
    long number = before.chars().filter(c -> c == '\n').count() + 1;
    int start = before.lastIndexOf('\n') + 1;
    int newline = sql.indexOf('\n', at);
    // psql measures the place before tabs become blanks, and so do we.
    String line = sql.substring(start, newline < 0 ? sql.length() : newline).replace('\t', ' ');
    int column = at - start;

    int from = 0;
    int to = line.length();
    if (to > SHOWN) {
      if (column + SHOWN_TO_THE_RIGHT < SHOWN) {
        to = SHOWN;
      } else {
        to = Math.min(to, column + SHOWN_TO_THE_RIGHT);
        from = Math.max(0, to - SHOWN);
      }
    }
    String head = "LINE " + number + ": " + (from > 0 ? "..." : "");
    String tail = to < line.length() ? "..." : "";
    return head
        + line.substring(from, to)
        + tail
        + "\n"
        + " ".repeat(head.length() + Cell.of(line.substring(from, column)).width())
        + "^";
  }

  /** Why there is no connection. */
  static String of(CannotConnect failure, Server server) {
    if (rootCause(failure) instanceof UnknownHostException) {
      return "psql: error: could not translate host name \"%s\" to address: Name or service not known"
          .formatted(server.host());
    }
    String asker = "\n\tIs the server running on that host and accepting TCP/IP connections?";
    String why =
        switch (failure.reason()) {
          case REFUSED -> "Connection refused" + asker;
          case TIMED_OUT -> "Connection timed out" + asker;
          case STARTING_UP, REJECTED, TOO_MANY, OTHER ->
              DRIVERS_FIELD
                  .matcher(
                      String.valueOf(failure.getMessage()).replaceFirst("^FATAL: ", "FATAL:  "))
                  .replaceAll(
                      field -> "\n" + field.group(1).toUpperCase(java.util.Locale.ROOT) + ":  ");
        };
    String address =
        server.host().equals("localhost")
            ? "\"localhost\" (127.0.0.1)"
            : "\"" + server.host() + "\"";
    return "psql: error: connection to server at %s, port %d failed: %s"
        .formatted(address, server.port(), why);
  }

  private static Throwable rootCause(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? failure : rootCause(cause);
  }
}
