package replicationlab.postgres.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line that sets a parameter.
 *
 * @param line its number in {@code file}, from 1
 * @param name in lower case
 * @param value without its quotes
 * @param text the line as it stands
 */
public record SettingLine(Path file, int line, String name, String value, String text) {

  /** How a line is taken that the server would refuse. */
  enum Reading {
    /** It sets nothing. */
    AS_THE_SERVER,
    /** It sets what its writer meant: the first word to all that follows. */
    AS_MEANT
  }

  private static final Pattern MEANT =
      Pattern.compile("\\s*([A-Za-z_][A-Za-z0-9_.$]*)\\s*=?\\s*(.*?)\\s*");

  /** The lines of a text that set something; those that are no such line are left out. */
  public static List<SettingLine> in(Path file, String text) {
    return in(file, text, Reading.AS_THE_SERVER);
  }

  static List<SettingLine> in(Path file, String text, Reading reading) {
    List<SettingLine> settings = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (saysNothing(lines.get(i))) {
        continue;
      }
      SettingLine setting = read(file, i + 1, lines.get(i));
      if (setting == null && reading == Reading.AS_MEANT) {
        setting = meant(file, i + 1, lines.get(i));
      }
      if (setting != null) {
        settings.add(setting);
      }
    }
    return settings;
  }

  /** Blank, or a comment: of the sample's 800 lines all but a few. */
  private static boolean saysNothing(String line) {
    String text = line.stripLeading();
    return text.isEmpty() || text.startsWith("#");
  }

  private static @Nullable SettingLine meant(Path file, int number, String line) {
    Matcher meant = MEANT.matcher(line);
    if (!meant.matches()) {
      return null;
    }
    String value = meant.group(2);
    int comment = value.startsWith("'") ? -1 : value.indexOf('#');
    return new SettingLine(
        file,
        number,
        meant.group(1).toLowerCase(Locale.ROOT),
        comment < 0 ? value : value.substring(0, comment).strip(),
        line);
  }

  private static @Nullable SettingLine read(Path file, int number, String line) {
    String name = "";
    String value = null;
    for (Token token : SettingsLexer.of(line)) {
      switch (token.kind()) {
        case NAME -> name = token.in(line).toLowerCase(Locale.ROOT);
        case STRING -> value = unquoted(token.in(line));
        case NUMBER, WORD -> value = token.in(line);
        case UNIT -> value = value + token.in(line);
        case STRAY -> {
          return null;
        }
        default -> {}
      }
    }
    return name.isEmpty() || value == null
        ? null
        : new SettingLine(file, number, name, value, line);
  }

  /** Without its quotes; two in a row, or one behind a backslash, are one of the value's own. */
  private static String unquoted(String quoted) {
    StringBuilder value = new StringBuilder();
    int end = quoted.length() > 1 && quoted.endsWith("'") ? quoted.length() - 1 : quoted.length();
    for (int i = 1; i < end; i++) {
      char each = quoted.charAt(i);
      boolean escapes = (each == '\\' || each == '\'') && i + 1 < end;
      value.append(escapes ? quoted.charAt(++i) : each);
    }
    return value.toString();
  }
}
