package replicationlab.postgres.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import replicationlab.postgres.config.Token.Kind;

/**
 * Takes a line of postgresql.conf or recovery.conf apart, by the rules of PostgreSQL's {@code
 * guc-file.l}.
 */
final class SettingsLexer {

  // Possessive: a step back for each character of a long value would overflow the stack.
  private static final Pattern PIECE =
      Pattern.compile(
          "(?<comment>#.*)"
              + "|(?<string>'(?:[^'\\\\]++|\\\\.|'')*+'?)"
              + "|(?<equals>=)"
              + "|(?<number>[+-]?(?:0[xX][0-9a-fA-F]+|\\d+(?:\\.\\d*)?(?:[eE][+-]?\\d+)?|\\.\\d+))"
              + "(?<unit>[A-Za-zµ]+)?(?![-._:/\\w])"
              + "|(?<word>[A-Za-z_\\x80-\\x{10FFFF}][-\\w$.:/\\x80-\\x{10FFFF}]*)"
              + "|(?<stray>[^\\s#'=]+)");

  private SettingsLexer() {}

  static List<Token> of(String line) {
    List<Token> tokens = new ArrayList<>();
    Matcher piece = PIECE.matcher(line);
    int pieces = 0;
    while (piece.find()) {
      if (piece.group("comment") != null) {
        tokens.add(new Token(Kind.COMMENT, piece.start(), piece.end()));
        break;
      }
      boolean isEquals = piece.group("equals") != null;
      if (isEquals && tokens.size() == 1) {
        tokens.add(new Token(Kind.EQUALS, piece.start(), piece.end()));
        continue;
      }
      pieces++;
      if (pieces == 1) {
        boolean name = piece.group("word") != null;
        tokens.add(new Token(name ? Kind.NAME : Kind.STRAY, piece.start(), piece.end()));
      } else if (pieces == 2 && !isEquals && piece.group("stray") == null) {
        value(piece, tokens);
      } else {
        tokens.add(new Token(Kind.STRAY, piece.start(), piece.end()));
      }
    }
    return tokens;
  }

  private static void value(Matcher piece, List<Token> tokens) {
    if (piece.group("number") != null) {
      tokens.add(new Token(Kind.NUMBER, piece.start("number"), piece.end("number")));
      if (piece.group("unit") != null) {
        tokens.add(new Token(Kind.UNIT, piece.start("unit"), piece.end("unit")));
      }
    } else {
      Kind kind = piece.group("string") != null ? Kind.STRING : Kind.WORD;
      tokens.add(new Token(kind, piece.start(), piece.end()));
    }
  }
}
