package replicationlab.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The options of one program and what their values are. Reads a command line as the program's own
 * getopt_long would, with letters together ({@code -At}), values glued on ({@code -Ddata}, {@code
 * --pgdata=data}) or following; but never an abbreviation of a long name.
 */
record OptionTable(Map<String, String> kinds) {

  /** An option that takes no value. */
  static final String FLAG = "flag";

  /** What a word that belongs to no option is. */
  static final String OPERAND = "operand";

  /** A value, and what kind of value it is. */
  record Value(String kind, String option, String text) {}

  /** Lines of options with the kind of their values at the end. */
  static OptionTable parse(String lines) {
    Map<String, String> kinds = new HashMap<>();
    lines
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> {
          List<String> words = List.of(line.strip().split("\\s+", -1));
          words.subList(0, words.size() - 1).forEach(word -> kinds.put(word, words.getLast()));
        });
    return new OptionTable(kinds);
  }

  /**
   * Every value on the command line, operands included, in order.
   *
   * @throws RefusedException for an option that is not in the table
   */
  List<Value> read(String program, List<String> arguments) {
    return new Reader(program, arguments).read();
  }

  private final class Reader {
    private final String program;
    private final List<String> arguments;
    private final List<Value> values = new ArrayList<>();
    private int at;

    Reader(String program, List<String> arguments) {
      this.program = program;
      this.arguments = arguments;
    }

    List<Value> read() {
      boolean onlyOperands = false;
      for (; at < arguments.size(); at++) {
        String word = arguments.get(at);
        if (onlyOperands || !word.startsWith("-") || word.equals("-")) {
          values.add(new Value(OPERAND, "", word));
        } else if (word.equals("--")) {
          onlyOperands = true;
        } else if (word.startsWith("--")) {
          longOption(word);
        } else {
          letters(word);
        }
      }
      return values;
    }

    private void longOption(String word) {
      int equals = word.indexOf('=');
      String name = equals < 0 ? word : word.substring(0, equals);
      String kind = kind(name);
      if (kind.equals(FLAG)) {
        return;
      }
      values.add(new Value(kind, name, equals < 0 ? following(name) : word.substring(equals + 1)));
    }

    private void letters(String word) {
      for (int i = 1; i < word.length(); i++) {
        String name = "-" + word.charAt(i);
        String kind = kind(name);
        if (!kind.equals(FLAG)) {
          String glued = word.substring(i + 1);
          values.add(new Value(kind, name, glued.isEmpty() ? following(name) : glued));
          return;
        }
      }
    }

    private String kind(String name) {
      String kind = kinds.get(name);
      if (kind == null) {
        throw new RefusedException(
            "A lesson may not give %s the option %s; it may give: %s."
                .formatted(
                    program, name, String.join(" ", kinds.keySet().stream().sorted().toList())));
      }
      return kind;
    }

    private String following(String name) {
      at++;
      if (at >= arguments.size()) {
        throw new RefusedException("%s %s lacks its value.".formatted(program, name));
      }
      return arguments.get(at);
    }
  }
}
