package replicationlab.ui.files;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import replicationlab.postgres.config.ConfigKind;
import replicationlab.postgres.config.ConfigLexer;
import replicationlab.postgres.config.Parameter;
import replicationlab.postgres.config.Parameters;
import replicationlab.postgres.config.Token;

/**
 * Something that could stand at the caret.
 *
 * @param text what is put there
 * @param hint a few words beside it
 * @param about more, shown for the one that is chosen
 * @param start where in the line the text replaces what is typed
 * @param end up to where
 */
record Completion(String text, String hint, String about, int start, int end) {

  private static final int MOST = 60;

  /**
   * What could stand in a line at a column; nothing in a comment, and in pg_hba.conf only words.
   */
  static List<Completion> at(ConfigKind kind, String line, int column, Parameters parameters) {
    List<Token> tokens = ConfigLexer.line(kind, line);
    boolean commented =
        tokens.stream().anyMatch(t -> t.kind() == Token.Kind.COMMENT && t.start() < column);
    if (commented) {
      return List.of();
    }
    return kind.holdsSettings()
        ? settings(line, column, tokens, parameters)
        : kind == ConfigKind.HBA ? hba(line, column, tokens) : List.of();
  }

  private static List<Completion> settings(
      String line, int column, List<Token> tokens, Parameters parameters) {
    Token first = tokens.isEmpty() ? null : tokens.getFirst();
    if (first == null || column <= first.end()) {
      int start = first == null ? column : Math.min(first.start(), column);
      int end = first == null ? column : first.kind() == Token.Kind.NAME ? first.end() : column;
      String typed = line.substring(start, column);
      boolean valued = tokens.size() > 1;
      return parameters.matching(typed).stream()
          .limit(MOST)
          .map(each ->
              new Completion(
                  each.name() + (valued ? "" : " = "), each.description(), about(each), start, end))
          .toList();
    }
    return parameters
        .find(first.in(line))
        .map(parameter -> values(parameter, line, column, tokens))
        .orElse(List.of());
  }

  private static List<Completion> values(
      Parameter parameter, String line, int column, List<Token> tokens) {
    Token value =
        tokens.stream()
            .skip(1)
            .filter(t -> t.kind() != Token.Kind.EQUALS && t.kind() != Token.Kind.COMMENT)
            .findFirst()
            .orElse(null);
    int start = value == null ? column : Math.min(column, value.start());
    int end = value == null ? column : Math.max(column, tokens.getLast().end());
    String typed = line.substring(start, column);
    Set<String> possible = new LinkedHashSet<>(parameter.choices());
    if (parameter.type().equals("bool")) {
      possible.addAll(List.of("on", "off"));
    }
    String equals =
        tokens.stream().anyMatch(t -> t.kind() == Token.Kind.EQUALS) || value != null ? "" : "= ";
    List<Completion> completions = new ArrayList<>();
    if (!parameter.byDefault().isEmpty()) {
      possible.add(quoted(parameter, parameter.byDefault()));
    }
    for (String each : possible) {
      if (each.startsWith(typed)) {
        String hint = quoted(parameter, parameter.byDefault()).equals(each) ? "the default" : "";
        completions.add(new Completion(equals + each, hint, about(parameter), start, end));
      }
    }
    return completions;
  }

  private static String quoted(Parameter parameter, String value) {
    return parameter.type().equals("string") ? "'" + value.replace("'", "''") + "'" : value;
  }

  private static List<Completion> hba(String line, int column, List<Token> tokens) {
    int index = 0;
    int start = column;
    int end = column;
    for (Token token : tokens) {
      if (token.end() < column) {
        index++;
      } else if (token.start() <= column) {
        start = token.start();
        end = token.end();
      }
    }
    boolean local = !tokens.isEmpty() && tokens.getFirst().in(line).equals("local");
    String typed = line.substring(start, column);
    int from = start;
    int to = end;
    return columns(index, local)
        .filter(pair -> pair[0].startsWith(typed))
        .map(pair -> new Completion(pair[0], pair[1], pair[1], from, to))
        .toList();
  }

  private static Stream<String[]> columns(int index, boolean local) {
    int column = local && index >= 3 ? index + 1 : index;
    return switch (column) {
      case 0 ->
          words(
              "local",
              "through a socket of this machine",
              "host",
              "over TCP, with TLS or without",
              "hostssl",
              "over TCP with TLS only",
              "hostnossl",
              "over TCP without TLS only");
      case 1 ->
          words(
              "all",
              "any database, but not replication",
              "replication",
              "a standby or a base backup",
              "sameuser",
              "the database named as the user");
      case 2 -> words("all", "any user", "postgres", "the lab's superuser");
      case 3 ->
          words(
              "127.0.0.1/32",
              "this machine, IPv4",
              "::1/128",
              "this machine, IPv6",
              "samehost",
              "any address of this machine",
              "0.0.0.0/0",
              "every IPv4 address");
      case 4 ->
          words(
              "trust",
              "lets everybody in, without a password",
              "scram-sha-256",
              "asks for a password",
              "peer",
              "the system's user of that name (local only)",
              "reject",
              "keeps out");
      default -> Stream.empty();
    };
  }

  private static Stream<String[]> words(String... pairs) {
    List<String[]> words = new ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      words.add(new String[] {pairs[i], pairs[i + 1]});
    }
    return words.stream();
  }

  /** All that is known of a parameter, as a few short lines. */
  static String about(Parameter parameter) {
    List<String> lines = new ArrayList<>();
    add(lines, "Allowed: ", parameter.allowed());
    add(lines, "Default: ", parameter.byDefault());
    add(lines, "Now: ", parameter.now());
    add(lines, "", parameter.remark().isEmpty() ? "" : "The sample says: " + parameter.remark());
    add(lines, "A change is ", parameter.whenTaken());
    return String.join("\n", lines);
  }

  private static void add(List<String> lines, String name, String value) {
    if (!value.isEmpty()) {
      lines.add(name + value);
    }
  }
}
