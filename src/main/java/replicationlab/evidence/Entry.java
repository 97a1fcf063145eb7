package replicationlab.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * One line of a journal.
 *
 * @param line where it stands in the file it was read from, counted from 1
 * @param at when it happened
 * @param kind such as "command", "result", "servers"; kinds that this program does not know are
 *     kept
 * @param step the step it belongs to; empty for none
 * @param content the whole line
 */
public record Entry(int line, Instant at, String kind, String step, ObjectNode content) {

  /** A line as an entry; what it lacks is empty, for a line that was edited may lack anything. */
  static Entry of(int line, ObjectNode content) {
    return new Entry(
        line,
        instant(content.path("at").asText()),
        content.path("kind").asText(),
        content.path("step").asText(),
        content);
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }

  boolean is(String wanted) {
    return kind.equals(wanted);
  }

  String text(String name) {
    return content.path(name).asText();
  }

  JsonNode get(String name) {
    return content.path(name);
  }
}
