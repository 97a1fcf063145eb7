package replicationlab.postgres.config;

import java.util.List;

/** Takes lines of settings files apart. */
public final class ConfigLexer {

  private ConfigLexer() {}

  /** The pieces of one line, in order; white space is in none. */
  public static List<Token> line(ConfigKind kind, String line) {
    return switch (kind) {
      case POSTGRESQL, AUTO, RECOVERY -> SettingsLexer.of(line);
      case HBA -> HbaLexer.hba(line);
      case IDENT -> HbaLexer.ident(line);
    };
  }
}
