package replicationlab.postgres.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import replicationlab.postgres.config.Token.Kind;

/**
 * Takes a line of pg_hba.conf or pg_ident.conf apart into its columns (manual, "The pg_hba.conf
 * File").
 */
final class HbaLexer {

  /** A column: words and quoted strings, joined by commas, round which there may be space. */
  private static final Pattern COLUMN =
      Pattern.compile(
          "#.*|(?:\"[^\"]*\"?|[^\\s,#\"])+(?:\\s*,\\s*(?:\"[^\"]*\"?|[^\\s,#\"])+)*|\\S");

  private HbaLexer() {}

  static List<Token> hba(String line) {
    List<Token> columns = columns(line);
    List<Token> named = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Token column = columns.get(i);
      Kind kind = column.kind() == Kind.COMMENT ? Kind.COMMENT : kindOf(line, columns, i);
      named.add(new Token(kind, column.start(), column.end()));
    }
    return named;
  }

  static List<Token> ident(String line) {
    List<Token> columns = columns(line);
    List<Token> named = new ArrayList<>();
    Kind[] kinds = {Kind.NAME, Kind.WORD, Kind.USER};
    for (int i = 0; i < columns.size(); i++) {
      Token column = columns.get(i);
      Kind kind =
          column.kind() == Kind.COMMENT ? Kind.COMMENT : i < kinds.length ? kinds[i] : Kind.STRAY;
      named.add(new Token(kind, column.start(), column.end()));
    }
    return named;
  }

  private static List<Token> columns(String line) {
    List<Token> columns = new ArrayList<>();
    Matcher matcher = COLUMN.matcher(line);
    while (matcher.find()) {
      boolean comment = line.charAt(matcher.start()) == '#';
      columns.add(new Token(comment ? Kind.COMMENT : Kind.WORD, matcher.start(), matcher.end()));
    }
    return columns;
  }

  private static Kind kindOf(String line, List<Token> columns, int index) {
    String type = columns.getFirst().in(line);
    if (type.startsWith("include") || index == 0) {
      return index == 0 ? Kind.TYPE : Kind.STRING;
    }
    int addresses = type.equals("local") ? 0 : hasMask(line, columns) ? 2 : 1;
    return switch (index) {
      case 1 -> Kind.DATABASE;
      case 2 -> Kind.USER;
      default ->
          index < 3 + addresses ? Kind.ADDRESS : index == 3 + addresses ? Kind.METHOD : Kind.OPTION;
    };
  }

  /** An address without a slash is followed by its mask, if that looks like an address. */
  private static boolean hasMask(String line, List<Token> columns) {
    if (columns.size() < 6) {
      return false;
    }
    String address = columns.get(3).in(line);
    return !address.contains("/")
        && columns.get(4).in(line).matches("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:]*");
  }
}
