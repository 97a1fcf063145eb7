package replicationlab.postgres.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import replicationlab.postgres.sql.PasswordMask;

/**
 * The lines of a file that count for nothing, because a line that is read later sets the same
 * parameter: further down, in an included file, or in postgresql.auto.conf.
 */
final class OverriddenLines {

  private final Path file;
  private final Map<Integer, SettingLine> winners = new HashMap<>();
  private final Map<Integer, SettingLine> winnersAsWritten = new HashMap<>();

  /**
   * @param all in the order in which the server reads them; those of {@code file} among them
   */
  OverriddenLines(List<SettingLine> all, Path file) {
    this.file = file;
    Map<String, SettingLine> last = new HashMap<>();
    Map<String, SettingLine> lastAsWritten = new HashMap<>();
    for (SettingLine line : all) {
      last.put(line.name(), line);
      lastAsWritten.put(asWritten(line), line);
    }
    for (SettingLine line : all) {
      if (line.file().equals(file)) {
        winners.put(line.line(), last.getOrDefault(line.name(), line));
        winnersAsWritten.put(line.line(), lastAsWritten.getOrDefault(asWritten(line), line));
      }
    }
  }

  private static String asWritten(SettingLine line) {
    return SettingsLexer.of(line.text()).getFirst().in(line.text());
  }

  /**
   * Whether the server does not even look at a line's value. It leaves out an earlier line only if
   * the later one has the name in the same letters (guc.c, {@code ProcessConfigFileInternal}): of
   * port and PORT it tries both values.
   */
  boolean isSkipped(int line) {
    SettingLine winner = winnersAsWritten.get(line);
    return winner != null && !is(winner, line);
  }

  /** What makes a line count for nothing, as a sentence; empty if it counts. */
  Optional<String> why(int line) {
    return Optional.ofNullable(winners.get(line))
        .filter(winner -> !is(winner, line))
        .map(winner -> winner.file().equals(file) ? below(winner) : elsewhere(winner));
  }

  private boolean is(SettingLine winner, int line) {
    return winner.line() == line && winner.file().equals(file);
  }

  private static String below(SettingLine winner) {
    return "Overridden by line %d, which sets %s again, to %s; the last one wins."
        .formatted(winner.line(), winner.name(), shown(winner));
  }

  private static String elsewhere(SettingLine winner) {
    boolean auto = winner.file().endsWith(ConfigKind.AUTO.fileName());
    return "Overridden by line %d of %s, which is read later and sets %s to %s%s."
        .formatted(
            winner.line(),
            winner.file().getFileName(),
            winner.name(),
            shown(winner),
            auto ? "; ALTER SYSTEM RESET %s takes that back".formatted(winner.name()) : "");
  }

  private static String shown(SettingLine winner) {
    return winner.value().isEmpty() ? "nothing" : PasswordMask.of(winner.value());
  }
}
