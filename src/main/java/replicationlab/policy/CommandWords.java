package replicationlab.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A command line taken apart as a shell would, without a shell: quotes, backslashes and leading
 * {@code NAME=value}s, but no variables, pipes, patterns or substitutions, so that a lesson can do
 * no more than it shows.
 */
public record CommandWords(Map<String, String> environment, List<String> words) {

  /**
   * Takes a line apart.
   *
   * @throws RefusedException with a sentence for the lesson's author
   */
  public static CommandWords parse(String line) {
    List<String> words = new Splitter(line).split();
    Map<String, String> environment = new LinkedHashMap<>();
    int first = 0;
    while (first < words.size() && words.get(first).matches("[A-Z_][A-Z0-9_]*=.*")) {
      String assignment = words.get(first);
      int equals = assignment.indexOf('=');
      environment.put(assignment.substring(0, equals), assignment.substring(equals + 1));
      first++;
    }
    if (first == words.size()) {
      throw new RefusedException("'" + line + "' names no program");
    }
    return new CommandWords(environment, List.copyOf(words.subList(first, words.size())));
  }

  /** The word that names the program. */
  public String program() {
    return words.getFirst();
  }

  /** The words after the program. */
  public List<String> arguments() {
    return words.subList(1, words.size());
  }

  /** The value that follows {@code option}, as in {@code -D data}; empty if there is none. */
  public String valueOf(String option) {
    int at = words.indexOf(option);
    return at < 0 || at + 1 >= words.size() ? "" : words.get(at + 1);
  }

  private static final class Splitter {
    private final String line;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;

    Splitter(String line) {
      this.line = line;
    }

    List<String> split() {
      char quote = 0;
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        if (quote != 0) {
          quote = quoted(c, quote);
        } else if (c == '\'' || c == '"') {
          quote = c;
          inWord = true;
        } else if (c == '\\' && i + 1 < line.length()) {
          i++;
          take(line.charAt(i));
        } else if (Character.isWhitespace(c)) {
          end();
        } else if ("|&;<>$`*?(){}".indexOf(c) >= 0) {
          throw new RefusedException(
              "'"
                  + line
                  + "' has a '"
                  + c
                  + "', which only a shell understands; the lab runs single programs");
        } else {
          take(c);
        }
      }
      if (quote != 0) {
        throw new RefusedException("'" + line + "' has a quote that is not closed");
      }
      end();
      return words;
    }

    private char quoted(char c, char quote) {
      if (c == quote) {
        return 0;
      }
      take(c);
      return quote;
    }

    private void take(char c) {
      word.append(c);
      inWord = true;
    }

    private void end() {
      if (inWord) {
        words.add(word.toString());
        word.setLength(0);
        inWord = false;
      }
    }
  }
}
