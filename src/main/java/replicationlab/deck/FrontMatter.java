package replicationlab.deck;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What stands between {@code ---} and {@code ---} at the top of a file.
 *
 * @param values the mapping as text; lists and nested mappings are joined with commas
 * @param body the lines that are slides
 */
record FrontMatter(Map<String, String> values, List<Line> body) {

  private static final Pattern KEY = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_ .-]*");

  static FrontMatter of(List<Line> file, List<Problem> problems) {
    int open = 0;
    while (open < file.size() && file.get(open).isBlank()) {
      open++;
    }
    if (open == file.size() || !isFence(file.get(open))) {
      return new FrontMatter(Map.of(), file);
    }
    int close = open + 1;
    while (close < file.size() && !isFence(file.get(close))) {
      close++;
    }
    int line = file.get(open).number();
    if (close == file.size()) {
      problems.add(
          new Problem(
              line, "the front matter is not closed; add a line '---' after its last setting"));
      return new FrontMatter(Map.of(), file.subList(open + 1, file.size()));
    }
    return parse(
        line, file.subList(open + 1, close), file.subList(close + 1, file.size()), problems);
  }

  private static boolean isFence(Line line) {
    return line.text().stripTrailing().equals("---");
  }

  private static FrontMatter parse(
      int line, List<Line> source, List<Line> rest, List<Problem> problems) {
    return PlainMatter.of(source)
        .map(values -> new FrontMatter(values, rest))
        .orElseGet(() -> parseYaml(line, source, rest, problems));
  }

  private static FrontMatter parseYaml(
      int line, List<Line> source, List<Line> rest, List<Problem> problems) {
    String yaml = source.stream().map(Line::text).collect(Collectors.joining("\n"));
    try {
      return new FrontMatter(YamlMatter.of(yaml), rest);
    } catch (JsonProcessingException e) {
      int at = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      String reason = e.getOriginalMessage().lines().findFirst().orElse("cannot be read");
      problems.add(
          new Problem(
              Math.min(line + at, line + source.size()),
              "the front matter is not a YAML mapping (" + reason + "); put values in quotes"));
    } catch (IOException | RuntimeException e) {
      problems.add(new Problem(line, "the front matter is not a YAML mapping of names to values"));
    }
    Map<String, String> lenient = lineByLine(source);
    if (!lenient.isEmpty() || source.stream().allMatch(Line::isBlank)) {
      return new FrontMatter(lenient, rest);
    }
    // Whatever it is, its words are the author's: they become the beginning of the first slide.
    List<Line> body = new ArrayList<>(source);
    body.addAll(rest);
    return new FrontMatter(Map.of(), body);
  }

  /** For what is nearly YAML, such as {@code title: Streaming: an introduction}. */
  private static Map<String, String> lineByLine(List<Line> source) {
    Map<String, String> values = new LinkedHashMap<>();
    String last = "";
    for (Line line : source) {
      int colon = Math.max(0, line.text().indexOf(':'));
      String key = line.text().substring(0, colon).stripTrailing();
      if (KEY.matcher(key).matches()) {
        last = key;
        values.merge(last, line.text().substring(colon + 1).strip(), FrontMatter::joined);
      } else if (!line.isBlank()) {
        if (last.isEmpty()) {
          return Map.of();
        }
        values.merge(last, line.trimmed(), FrontMatter::joined);
      }
    }
    return values;
  }

  private static String joined(String first, String second) {
    return first.isEmpty() ? second : first + ", " + second;
  }
}
