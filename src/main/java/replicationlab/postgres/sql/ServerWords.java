package replicationlab.postgres.sql;

import org.jspecify.annotations.Nullable;

/** Errors and notices as psql prints them. */
final class ServerWords {

  private ServerWords() {}

  static String of(
      String severity, String message, @Nullable String detail, @Nullable String hint) {
    StringBuilder words = new StringBuilder(severity).append(":  ").append(message);
    if (detail != null && !detail.isEmpty()) {
      words.append("\nDETAIL:  ").append(detail);
    }
    if (hint != null && !hint.isEmpty()) {
      words.append("\nHINT:  ").append(hint);
    }
    return words.toString();
  }
}
