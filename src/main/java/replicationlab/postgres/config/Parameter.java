package replicationlab.postgres.config;

import java.util.List;
import java.util.Locale;

/**
 * A parameter as PostgreSQL describes it (manual, "pg_settings").
 *
 * @param description one short sentence
 * @param unit "8kB", "ms" …; empty if it has none
 * @param type "bool", "integer", "real", "string" or "enum"
 * @param choices what an enum allows; empty for others and when nobody tells
 * @param range such as "1 to 65535"; empty when there is none
 * @param byDefault what it is when no file sets it, as the server or the sample has it
 * @param context "postmaster", "sighup", "user" …: when a change is taken
 * @param now the running server's value with its unit; empty while none runs
 * @param remark what else is known, such as the sample's own comment; may be empty
 */
public record Parameter(
    String name,
    String description,
    String unit,
    String type,
    List<String> choices,
    String range,
    String byDefault,
    String context,
    String now,
    String remark) {

  public Parameter {
    choices = List.copyOf(choices);
    type = type.toLowerCase(Locale.ROOT);
  }

  /** Whether a change is taken only when the server starts. */
  public boolean needsRestart() {
    return context.equals("postmaster");
  }

  /** When a change is taken, for people. */
  public String whenTaken() {
    return switch (context) {
      case "postmaster" -> "taken at a restart";
      case "sighup" -> "taken at a reload";
      case "internal" -> "cannot be changed";
      case "backend", "superuser-backend" -> "taken at a reload, by new sessions";
      case "" -> "";
      default -> "taken at a reload";
    };
  }

  /** What it may be, for people: its choices, its range and unit, or its type. */
  public String allowed() {
    if (!choices.isEmpty()) {
      return String.join(", ", choices);
    }
    if (type.startsWith("bool")) {
      return "on, off";
    }
    if (type.equals("enum")) {
      return ""; // which words is not known, and the kind of type helps nobody
    }
    String units = unit.isEmpty() ? "" : " in " + unit;
    return (range.isEmpty() ? type : range) + units;
  }
}
