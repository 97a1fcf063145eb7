package replicationlab.deck;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Says what a code block is written in: by its info string, else by how it looks. */
final class CodeKinds {

  private static final Map<String, CodeKind> BY_NAME =
      Map.ofEntries(
          Map.entry("sh", CodeKind.SHELL),
          Map.entry("bash", CodeKind.SHELL),
          Map.entry("zsh", CodeKind.SHELL),
          Map.entry("shell", CodeKind.SHELL),
          Map.entry("sql", CodeKind.SQL),
          Map.entry("psql", CodeKind.SQL),
          Map.entry("pgsql", CodeKind.SQL),
          Map.entry("postgres", CodeKind.SQL),
          Map.entry("postgresql", CodeKind.SQL),
          Map.entry("plpgsql", CodeKind.SQL),
          Map.entry("settings", CodeKind.SETTINGS),
          Map.entry("conf", CodeKind.SETTINGS),
          Map.entry("hba", CodeKind.SETTINGS),
          Map.entry("ini", CodeKind.SETTINGS),
          Map.entry("properties", CodeKind.SETTINGS),
          Map.entry("check", CodeKind.TEXT),
          Map.entry("text", CodeKind.TEXT),
          Map.entry("txt", CodeKind.TEXT),
          Map.entry("plain", CodeKind.TEXT));

  private static final Pattern SETTING =
      Pattern.compile("#?\\s*[a-z_][a-z0-9_.]*\\s*=\\s*\\S.*", Pattern.DOTALL);

  private static final Pattern HBA =
      Pattern.compile(
          "#?\\s*(local|host|hostssl|hostnossl|hostgssenc|hostnogssenc)\\s+\\S+\\s+\\S.*",
          Pattern.DOTALL);

  private static final Pattern ENVIRONMENT =
      Pattern.compile("[A-Z_][A-Z0-9_]*=\\S*(\\s+\\S.*)?", Pattern.DOTALL);

  private static final Set<String> STATEMENTS =
      Set.of(
          "select",
          "insert",
          "update",
          "delete",
          "create",
          "alter",
          "drop",
          "begin",
          "commit",
          "rollback",
          "show",
          "explain",
          "vacuum",
          "analyze",
          "checkpoint",
          "truncate",
          "with",
          "grant",
          "revoke",
          "copy",
          "table",
          "values",
          "savepoint",
          "declare",
          "listen",
          "notify");

  private static final Set<String> COMMANDS =
      Set.of(
          "psql",
          "initdb",
          "postgres",
          "pgbench",
          "createdb",
          "dropdb",
          "createuser",
          "cp",
          "mv",
          "rm",
          "ls",
          "cd",
          "cat",
          "echo",
          "mkdir",
          "touch",
          "tail",
          "head",
          "grep",
          "ps",
          "kill",
          "sudo",
          "su",
          "export",
          "chmod",
          "chown",
          "rsync",
          "scp",
          "ssh",
          "tar",
          "vi",
          "vim",
          "sed",
          "awk",
          "service",
          "systemctl",
          "apt",
          "apt-get",
          "yum",
          "dnf",
          "slon",
          "slonik",
          "bucardo",
          "pgpool",
          "for",
          "while",
          "if",
          "diff",
          "find",
          "df",
          "du",
          "sleep",
          "test");

  private CodeKinds() {}

  static CodeKind of(String info, List<String> source) {
    String name = info.strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
    CodeKind named = BY_NAME.get(name);
    return named != null ? named : guess(source);
  }

  private static CodeKind guess(List<String> source) {
    return source.stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !isComment(line))
        .findFirst()
        .map(CodeKinds::ofLine)
        .orElseGet(() ->
            source.stream().anyMatch(CodeKinds::isSetting) ? CodeKind.SETTINGS : CodeKind.TEXT);
  }

  private static boolean isComment(String line) {
    return line.startsWith("--") || (line.startsWith("#") && !line.startsWith("#!"));
  }

  private static boolean isSetting(String line) {
    return SETTING.matcher(line.strip()).matches() || HBA.matcher(line.strip()).matches();
  }

  private static CodeKind ofLine(String line) {
    String word = line.split("[\\s;(]", 2)[0];
    if (ENVIRONMENT.matcher(line).matches() || isCommand(word)) {
      return CodeKind.SHELL;
    }
    if (isSetting(line)) {
      return CodeKind.SETTINGS;
    }
    boolean isStatement = STATEMENTS.contains(word.toLowerCase(Locale.ROOT));
    // "copy the files" is a sentence, "COPY t" and "select 1;" are statements.
    if (line.startsWith("\\")
        || (isStatement && (line.endsWith(";") || word.equals(word.toUpperCase(Locale.ROOT))))) {
      return CodeKind.SQL;
    }
    return CodeKind.TEXT;
  }

  private static boolean isCommand(String word) {
    String name = word.substring(word.lastIndexOf('/') + 1);
    return COMMANDS.contains(name)
        || (name.startsWith("pg_") && word.equals(name) && !name.contains("=") && isProgram(name))
        || word.startsWith("#!")
        || (word.startsWith("/") && !name.isEmpty())
        || word.startsWith("./");
  }

  /** PostgreSQL's own programs, to tell pg_ctl from a function or a setting. */
  private static boolean isProgram(String name) {
    return Set.of(
            "pg_ctl",
            "pg_basebackup",
            "pg_rewind",
            "pg_dump",
            "pg_dumpall",
            "pg_restore",
            "pg_controldata",
            "pg_receivexlog",
            "pg_receivewal",
            "pg_resetwal",
            "pg_waldump",
            "pg_verifybackup",
            "pg_isready",
            "pg_archivecleanup",
            "pg_upgrade",
            "pg_standby",
            "pg_createcluster",
            "pg_ctlcluster",
            "pg_lsclusters")
        .contains(name);
  }
}
