package replicationlab.policy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import replicationlab.postgres.install.Program;

/** Which command lines a lesson may run. */
final class CommandRules {

  /** The only programs besides PostgreSQL's own. */
  static final Set<String> FILE_COMMANDS = Set.of("cp", "rm", "mkdir", "touch", "cat", "tail");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}_.,:+ /=-]*");

  /** What pg_ctl puts into a shell's line without quotes. */
  private static final Pattern SHELL_SAFE = Pattern.compile("[A-Za-z0-9_.,:/= +-]*");

  private static final Set<String> VERBS =
      Set.of(
          "init", "initdb", "start", "stop", "restart", "reload", "status", "promote", "logrotate");

  private static final Pattern VARIABLE =
      Pattern.compile("(ON_ERROR_STOP|ON_ERROR_ROLLBACK|AUTOCOMMIT|QUIET|VERBOSITY)(=[a-z0-9]*)?");

  private final WorkspacePaths paths;
  private final SettingRules settings;
  private final ConninfoRules conninfo;
  private final StatementRules statements;

  CommandRules(
      WorkspacePaths paths,
      SettingRules settings,
      ConninfoRules conninfo,
      StatementRules statements) {
    this.paths = paths;
    this.settings = settings;
    this.conninfo = conninfo;
    this.statements = statements;
  }

  /**
   * @throws RefusedException if the command is not allowed
   */
  void require(CommandWords words) {
    words.environment().forEach(this::variable);
    String program = words.program();
    if (!FILE_COMMANDS.contains(program) && !isPostgres(program)) {
      throw new RefusedException(
          "'%s' is not a program that a lesson may run; it may run %s, cp, rm, mkdir, touch, cat and tail, by name."
              .formatted(program, String.join(", ", programs())));
    }
    OptionTable table = Objects.requireNonNull(OptionTables.OF_PROGRAMS.get(program), program);
    List<OptionTable.Value> values = table.read(program, words.arguments());
    List<String> operands =
        values.stream()
            .filter(value -> value.kind().equals(OptionTable.OPERAND))
            .map(OptionTable.Value::text)
            .toList();
    values.stream()
        .filter(value -> !value.kind().equals(OptionTable.OPERAND))
        .forEach(value -> value(program, operands, value));
    operands(program, operands);
  }

  private static boolean isPostgres(String name) {
    return programs().contains(name);
  }

  private static List<String> programs() {
    return Arrays.stream(Program.values()).map(Program::command).toList();
  }

  /** Only what says where the servers are: LD_PRELOAD, PGOPTIONS or PSQLRC would run things. */
  private void variable(String name, String value) {
    switch (name) {
      case "PGDATA" -> paths.written(value);
      case "PGPORT" -> conninfo.port(value);
      case "PGHOST", "PGHOSTADDR" -> conninfo.host(value);
      case "PGUSER", "PGDATABASE", "PGAPPNAME", "PGCONNECT_TIMEOUT", "PGCTLTIMEOUT", "PGTZ" ->
          word(name, value);
      case "PGPASSFILE" -> paths.inside(paths.workspace(), value);
      default ->
          throw new RefusedException(
              "A lesson may not set %s for a command; it may set PGDATA, PGPORT, PGHOST, PGUSER, PGDATABASE, PGAPPNAME, PGPASSFILE and time-outs."
                  .formatted(name));
    }
  }

  private void value(String program, List<String> operands, OptionTable.Value value) {
    String text = value.text();
    switch (value.kind()) {
      case "written" -> paths.written(text);
      case "inside" -> paths.inside(paths.workspace(), text);
      case "log" -> log(text);
      case "word" -> word(value.option(), text);
      case "port" -> conninfo.port(text);
      case "host" -> conninfo.host(text);
      case "database" -> conninfo.database(text);
      case "sql" -> sql(text);
      case "setting" -> setting(text);
      case "server" -> server(operands, text);
      case "mapping" -> mapping(text);
      case "variable" -> {
        if (!VARIABLE.matcher(text).matches()) {
          throw new RefusedException(
              "A lesson may not set psql's variable '%s'; it may set ON_ERROR_STOP."
                  .formatted(text));
        }
      }
      default -> throw new IllegalStateException(program + " " + value);
    }
  }

  private void operands(String program, List<String> operands) {
    switch (program) {
      case "cp" -> new CopyRules(paths).require(operands);
      case "rm", "mkdir" -> operands.forEach(paths::written);
      case "touch" -> operands.forEach(paths::written);
      case "cat", "tail" -> operands.forEach(paths::read);
      case "initdb" -> operands.forEach(paths::written);
      case "pg_controldata", "pg_rewind" ->
          operands.forEach(name -> paths.inside(paths.workspace(), name));
      case "psql" -> {
        operands.stream().limit(1).forEach(conninfo::database);
        operands.stream().skip(1).forEach(user -> word("user", user));
      }
      case "pg_ctl" -> verb(operands);
      default -> {
        if (!operands.isEmpty()) {
          throw new RefusedException(
              "%s takes options only in a lesson, not '%s'."
                  .formatted(program, operands.getFirst()));
        }
      }
    }
  }

  private static void verb(List<String> operands) {
    String verb = String.join(" ", operands);
    if (!operands.isEmpty() && !VERBS.contains(verb)) {
      throw new RefusedException(
          "A lesson may not say 'pg_ctl %s'; it may %s the servers in the workspace."
              .formatted(verb, "start, stop, restart, reload and promote"));
    }
  }

  private static void word(String option, String text) {
    if (!WORD.matcher(text).matches()) {
      throw new RefusedException(
          "%s '%s' is no plain word; a lesson uses letters, digits and _ . , : + - / there."
              .formatted(option, text));
    }
  }

  /** A log must never be taken for a file that tells a server what to do. */
  private void log(String text) {
    paths.written(text);
    if (!text.endsWith(".log") && !text.endsWith("logfile")) {
      throw new RefusedException(
          "'%s' is no name of a log; a lesson's logs end in .log, as logs/primary.log does."
              .formatted(text));
    }
  }

  /** A backslash would make the first "=" a part of the name, as pg_basebackup reads it. */
  private void mapping(String text) {
    int equals = text.indexOf('=');
    if (equals < 0 || equals != text.lastIndexOf('=') || text.indexOf('\\') >= 0) {
      throw new RefusedException(
          "'%s' is not of the form old=new, in which a lesson says where a tablespace goes."
              .formatted(text));
    }
    paths.inside(paths.workspace(), text.substring(0, equals));
    paths.written(text.substring(equals + 1));
  }

  private void sql(String text) {
    if (text.stripLeading().startsWith("\\")) {
      MetaCommands.require(text);
    } else {
      statements.requireOnCommandLine(text);
    }
  }

  private void setting(String text) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      throw new RefusedException("'" + text + "' is not of the form name=value.");
    }
    Path data = paths.workspace().resolve("data");
    settings.require(text.substring(0, equals).replace('-', '_'), text.substring(equals + 1), data);
  }

  /** pg_ctl gives -o to a shell as it is. */
  private void server(List<String> operands, String text) {
    if (!SHELL_SAFE.matcher(text).matches()) {
      throw new RefusedException(
          "pg_ctl gives -o '%s' to a shell; a lesson uses only letters, digits and - = . , : / + there."
              .formatted(text));
    }
    boolean init = operands.equals(List.of("init")) || operands.equals(List.of("initdb"));
    String program = init ? "initdb" : "postgres -o";
    List<String> options = text.isBlank() ? List.of() : List.of(text.strip().split(" +", -1));
    // --name=value is another way to write -c name=value.
    List<String> plain =
        options.stream()
            .flatMap(word ->
                !init && word.startsWith("--")
                    ? List.of("-c", word.substring(2)).stream()
                    : List.of(word).stream())
            .toList();
    for (OptionTable.Value value :
        Objects.requireNonNull(OptionTables.OF_PROGRAMS.get(program)).read(program, plain)) {
      if (value.kind().equals(OptionTable.OPERAND)) {
        throw new RefusedException(
            "pg_ctl -o takes options only in a lesson, not '%s'.".formatted(value.text()));
      }
      if (value.text().startsWith("-")) {
        throw new RefusedException(
            "'%s %s' in pg_ctl -o looks like two options, of which a lesson's first one lacks its value."
                .formatted(value.option(), value.text()));
      }
      value(program, operands, value);
    }
  }
}
