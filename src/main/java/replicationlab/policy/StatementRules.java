package replicationlab.policy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import replicationlab.policy.SqlToken.Kind;

/**
 * Which SQL a lesson may send. It is sent as superuser, so whatever runs a text as SQL, or reaches
 * files, libraries, programs or other machines, is left out.
 */
final class StatementRules {

  private static final Set<String> NAMES_A_TABLE =
      Set.of("table", "into", "exists", "references", "view");

  private final WorkspacePaths paths;
  private final SettingRules settings;
  private final ConninfoRules conninfo;

  StatementRules(WorkspacePaths paths, SettingRules settings, ConninfoRules conninfo) {
    this.paths = paths;
    this.settings = settings;
    this.conninfo = conninfo;
  }

  /**
   * @throws RefusedException if one of the statements is not allowed
   */
  void require(String sql) {
    SqlScanner.statements(sql).forEach(this::one);
  }

  /** The same for what stands on a command line, which every user of the machine can read. */
  void requireOnCommandLine(String sql) {
    for (List<SqlToken> statement : SqlScanner.statements(sql)) {
      for (int i = 1; i < statement.size(); i++) {
        if (statement.get(i - 1).is("password") && statement.get(i).kind() == Kind.STRING) {
          throw new RefusedException(
              "A password on a command line can be read by everyone on this machine; send the"
                  + " statement in an sql block.");
        }
      }
    }
    require(sql);
  }

  private void one(List<SqlToken> statement) {
    String first = statement.getFirst().kind() == Kind.WORD ? statement.getFirst().text() : "";
    switch (first) {
      case "create" -> create(statement);
      case "alter" -> alter(statement);
      case "set" -> set(statement, 1);
      case "copy" -> new CopyStatement(statement).require();
      case "(" -> {
        // A SELECT in parentheses.
      }
      default -> {
        if (!SqlVocabulary.PLAIN_STATEMENTS.contains(first)) {
          throw new RefusedException(
              "A lesson may not send '%s …'; it may query and change tables, create and alter"
                      .formatted(statement.getFirst().text())
                  + " tables, roles, databases and publications, and set parameters.");
        }
      }
    }
    new FunctionRules(statement, NAMES_A_TABLE).require();
    new CatalogRules(statement).require();
  }

  private void create(List<SqlToken> statement) {
    int at = 1;
    if (word(statement, at).equals("or")) {
      at += 2;
    }
    while (SqlVocabulary.ADJECTIVES.contains(word(statement, at))) {
      at++;
    }
    String object = word(statement, at);
    boolean mapping = object.equals("user") && word(statement, at + 1).equals("mapping");
    if (!SqlVocabulary.OBJECTS.contains(object) || mapping) {
      throw new RefusedException(
          "A lesson may not create '%s', through which programs and files can be reached; it may create tables, indexes, views, roles, databases and publications."
              .formatted(object));
    }
    switch (object) {
      case "extension" -> extension(statement, at + 1);
      case "tablespace" ->
          statement.stream()
              .filter(token -> token.kind() == Kind.STRING && !token.text().isEmpty())
              .forEach(token -> paths.written(token.text()));
      case "subscription" -> connection(statement);
      default -> {
        // The functions in it are looked at, as in every statement.
      }
    }
  }

  private static void extension(List<SqlToken> statement, int from) {
    int at = word(statement, from).equals("if") ? from + 3 : from;
    String name = at < statement.size() ? statement.get(at).text() : "";
    if (!SqlVocabulary.EXTENSIONS.contains(name)) {
      throw new RefusedException(
          "A lesson may not create the extension '%s'; it may create %s."
              .formatted(name, String.join(", ", SqlVocabulary.EXTENSIONS)));
    }
  }

  private void connection(List<SqlToken> statement) {
    for (int i = 1; i < statement.size(); i++) {
      if (statement.get(i - 1).is("connection") && statement.get(i).kind() == Kind.STRING) {
        conninfo.require(statement.get(i).text());
      }
    }
  }

  private void alter(List<SqlToken> statement) {
    String object = word(statement, 1);
    boolean system = object.equals("system");
    if (!system && !SqlVocabulary.OBJECTS.contains(object)) {
      throw new RefusedException(
          "A lesson may not alter '%s'; it may alter tables, roles, databases, publications and the system's parameters."
              .formatted(object));
    }
    if (object.equals("subscription")) {
      connection(statement);
    }
    boolean takesParameters = Set.of("system", "role", "user", "database").contains(object);
    for (int i = 2; takesParameters && i < statement.size(); i++) {
      if (statement.get(i).is("set") || (system && i == 2 && !statement.get(i).is("reset"))) {
        set(statement, i + 1);
        return;
      }
    }
  }

  /** {@code SET name = value, value}, from the name on. */
  private void set(List<SqlToken> statement, int from) {
    int at = Set.of("session", "local").contains(word(statement, from)) ? from + 1 : from;
    String name = at < statement.size() ? statement.get(at).text() : "";
    if (Set.of("time", "transaction", "characteristics", "tablespace").contains(name)) {
      return;
    }
    String sign = word(statement, at + 1);
    if (!sign.equals("to") && !sign.equals("=")) {
      throw new RefusedException("'SET %s' is not of the form SET name = value.".formatted(name));
    }
    List<String> values =
        statement.subList(at + 2, statement.size()).stream().map(SqlToken::text).toList();
    // Where its server's data is cannot be told from here: as for every data directory.
    Path data = paths.workspace().resolve("data");
    settings.require(name, String.join("", values), data);
  }

  private static String word(List<SqlToken> statement, int at) {
    boolean there = at < statement.size() && statement.get(at).kind() != Kind.STRING;
    return there && statement.get(at).kind() != Kind.NAME ? statement.get(at).text() : "";
  }
}
