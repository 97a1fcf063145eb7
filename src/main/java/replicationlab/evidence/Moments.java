package replicationlab.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import replicationlab.evidence.Replay.Moment;
import replicationlab.evidence.Replay.Tone;

/** Puts a journal's lines into words. */
final class Moments {

  private Moments() {}

  static Moment of(Entry entry, String step) {
    return switch (entry.kind()) {
      case "opened" ->
          plain(
              entry,
              step,
              "The lab was opened in the " + entry.text("by"),
              List.of(entry.get("passed").size() + " steps had passed before"));
      case "torn" ->
          plain(entry, step, "The program had been cut off while it wrote this journal", List.of());
      case "full" -> plain(entry, step, "The journal is full and ends here", List.of());
      case "note" -> plain(entry, step, entry.text("text"), List.of());
      case "undone" -> plain(entry, step, "The step was to be done again", List.of());
      case "command" -> new Moment(entry.at(), step, Tone.COMMAND, entry.text("shown"), List.of());
      case "done" ->
          new Moment(
              entry.at(),
              step,
              entry.get("asExpected").asBoolean() ? Tone.PLAIN : Tone.FAILED,
              entry.text("outcome"),
              output(entry));
      case "prediction" -> prediction(entry, step);
      case "result" -> result(entry, step);
      case "proof" ->
          new Moment(
              entry.at(),
              step,
              tone(entry.text("verdict")),
              "The standby: " + words(entry.text("verdict")),
              evidence(entry.get("rows")));
      default -> plain(entry, step, entry.kind(), values(entry));
    };
  }

  private static Moment plain(Entry entry, String step, String heading, List<String> lines) {
    return new Moment(entry.at(), step, Tone.PLAIN, heading, lines);
  }

  private static Moment prediction(Entry entry, String step) {
    List<String> lines = new ArrayList<>();
    for (JsonNode choice : entry.get("chosen")) {
      lines.add("predicted: " + choice.asText());
    }
    if (lines.isEmpty()) {
      lines.add("left out");
    } else {
      lines.add(entry.get("right").asBoolean() ? "which is right" : "which is not so");
    }
    return plain(entry, step, entry.text("asked"), lines);
  }

  private static Moment result(Entry entry, String step) {
    List<String> lines = new ArrayList<>();
    if (!entry.text("message").isEmpty()) {
      lines.add(entry.text("message"));
    }
    lines.addAll(evidence(entry.get("evidence")));
    String way = entry.get("acted").asBoolean(true) ? "" : ", looked at without a run";
    return new Moment(
        entry.at(),
        step,
        tone(entry.text("status")),
        capital(words(entry.text("status"))) + way,
        lines);
  }

  private static List<String> output(Entry entry) {
    List<String> lines = new ArrayList<>();
    for (JsonNode line : entry.get("output")) {
      lines.add(line.isObject() ? line.path("err").asText() : line.asText());
    }
    return lines;
  }

  private static List<String> evidence(JsonNode rows) {
    List<String> lines = new ArrayList<>();
    for (JsonNode row : rows) {
      lines.add("[" + words(row.path("verdict").asText()) + "] " + row.path("question").asText());
      add(lines, "asked", row.path("sql").asText());
      add(lines, "answer", row.path("answer").asText());
      add(lines, "cause", row.path("cause").asText());
      add(lines, "remedy", row.path("remedy").asText());
    }
    return lines;
  }

  private static void add(List<String> lines, String name, String words) {
    words.lines().forEach(line -> lines.add("    " + name + ": " + line));
  }

  private static List<String> values(Entry entry) {
    return entry.content().properties().stream()
        .filter(field -> !List.of("n", "at", "kind", "step", Chain.HASH).contains(field.getKey()))
        .map((Map.Entry<String, JsonNode> field) ->
            field.getKey() + ": " + field.getValue().asText())
        .toList();
  }

  private static Tone tone(String verdict) {
    return switch (verdict) {
      case "passed" -> Tone.PASSED;
      case "failed" -> Tone.FAILED;
      default -> Tone.UNDETERMINED;
    };
  }

  private static String words(String verdict) {
    return verdict.equals("undetermined") ? "could not check" : verdict;
  }

  private static String capital(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
  }
}
