package replicationlab.policy;

import java.util.regex.Pattern;

/**
 * What each character is to the server's own scanner, to which every letter outside ASCII, and
 * every blank and digit there, is a part of a word.
 */
final class SqlCharacters {

  /** Decimal, hexadecimal, octal or binary, with nothing glued to it; an exponent has no sign. */
  static final Pattern NUMBER =
      Pattern.compile(
          "[0-9_]+\\.?[0-9_]*([eE][0-9]+)?|0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+");

  /** The tag of a dollar quote, with its dollars. */
  static final Pattern TAG =
      Pattern.compile("\\$([A-Za-z_\\x{80}-\\x{10FFFF}][A-Za-z0-9_\\x{80}-\\x{10FFFF}]*)?\\$");

  private SqlCharacters() {}

  /** What stands for itself and a backslash before it in E'…'. */
  static char escape(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case '\\', '\'' -> c;
      default ->
          throw new RefusedException(
              "\\%s in E'…' hides what a statement says; a lesson writes the letters themselves, and only \\n, \\t, \\\\ and \\' so."
                  .formatted(c));
    };
  }

  static boolean isBlank(int c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean beginsWord(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
  }

  static boolean continuesWord(int c) {
    return beginsWord(c) || isDigit(c) || c == '$';
  }
}
