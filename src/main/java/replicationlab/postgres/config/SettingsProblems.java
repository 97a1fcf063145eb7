package replicationlab.postgres.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import replicationlab.postgres.config.ConfigProblem.Severity;

/** Looks through the lines of postgresql.conf or recovery.conf. */
final class SettingsProblems {

  /** What became of a name that the course or an older manual uses. */
  private static final Map<String, String> GONE =
      Map.ofEntries(
          Map.entry("wal_keep_segments", "Since 13 it is wal_keep_size, in megabytes."),
          Map.entry("standby_mode", "Since 12 an empty file standby.signal says so."),
          Map.entry(
              "trigger_file", "From 12 to 15 it is promote_trigger_file; use pg_ctl promote."),
          Map.entry("promote_trigger_file", "Since 16 it is gone; use pg_ctl promote."),
          Map.entry("checkpoint_segments", "Since 9.5 it is max_wal_size."),
          Map.entry("stats_temp_directory", "Since 15 it is gone."),
          Map.entry("vacuum_defer_cleanup_age", "Since 16 it is gone."));

  /** A quote behind a backslash, or two in a row, are of the value and do not close it. */
  private static final Pattern CLOSED = Pattern.compile("'(?:[^'\\\\]++|\\\\.|'')*+'");

  private final ConfigKind kind;
  private final Parameters parameters;
  private final int major;
  private final OverriddenLines overridden;
  private final List<ConfigProblem> problems = new ArrayList<>();

  SettingsProblems(ConfigKind kind, Parameters parameters, int major, OverriddenLines overridden) {
    this.kind = kind;
    this.parameters = parameters;
    this.major = major;
    this.overridden = overridden;
  }

  List<ConfigProblem> of(List<String> lines) {
    if (kind == ConfigKind.RECOVERY && major > ConfigKind.LAST_WITH_RECOVERY_CONF) {
      problems.add(
          ConfigProblem.error(
              1,
              "Since PostgreSQL 12 the server does not start while recovery.conf is there: delete"
                  + " it, make an empty standby.signal, and put primary_conninfo into"
                  + " postgresql.conf."));
    }
    for (int i = 0; i < lines.size(); i++) {
      int number = i + 1;
      look(number, lines.get(i));
      // Which is seldom what the reader of an earlier line expects.
      overridden.why(number).ifPresent(words -> problems.add(ConfigProblem.warning(number, words)));
    }
    problems.sort(Comparator.comparingInt(ConfigProblem::line));
    return List.copyOf(problems);
  }

  private void look(int number, String line) {
    List<Token> tokens = SettingsLexer.of(line);
    List<Token> counting = tokens.stream().filter(t -> t.kind() != Token.Kind.COMMENT).toList();
    if (counting.isEmpty()) {
      return;
    }
    if (StraightText.isNeeded(line) && !isSkipped(number)) {
      problems.add(ConfigProblems.notStraight(number, line));
      return;
    }
    String trouble = grammar(line, counting);
    if (trouble.isEmpty()) {
      known(number, line, counting.getFirst().in(line));
    } else {
      problems.add(ConfigProblem.error(number, trouble));
    }
  }

  /** What a parser would stumble over, as a sentence; empty if nothing. */
  private static String grammar(String line, List<Token> tokens) {
    if (tokens.getFirst().kind() != Token.Kind.NAME) {
      return "A line begins with a parameter's name; this one begins with "
          + tokens.getFirst().in(line)
          + ".";
    }
    Token last = tokens.getLast();
    if (tokens.size() == 1 || last.kind() == Token.Kind.EQUALS) {
      return "The value is missing.";
    }
    Token stray =
        tokens.stream().filter(t -> t.kind() == Token.Kind.STRAY).findFirst().orElse(null);
    if (stray != null) {
      return stray.in(line)
          + " has no place here: a value with spaces, commas or signs goes between single quotes.";
    }
    String text = last.in(line);
    boolean open = last.kind() == Token.Kind.STRING && !isClosed(text);
    return open ? "The closing quote is missing." : "";
  }

  private static boolean isClosed(String quoted) {
    return CLOSED.matcher(quoted).matches();
  }

  private void known(int number, String line, String written) {
    String name = written.toLowerCase(Locale.ROOT);
    if (!isSkipped(number)) {
      parameters.find(name).ifPresent(parameter -> value(number, line, parameter));
    }
    // A name with a dot is an extension's own, of which the server knows nothing beforehand.
    if (parameters.isEmpty()
        || SettingsTree.isInclude(name)
        || name.contains(".")
        || parameters.find(name).isPresent()
        || DeveloperOptions.has(name)) {
      return;
    }
    boolean recoverys =
        kind == ConfigKind.POSTGRESQL
            && major <= ConfigKind.LAST_WITH_RECOVERY_CONF
            && RecoveryParameters.of(major).find(name).isPresent();
    if (recoverys) {
      problems.add(
          ConfigProblem.error(
              number, "Up to PostgreSQL 11, " + name + " belongs into recovery.conf."));
      return;
    }
    boolean postgresqls =
        kind == ConfigKind.RECOVERY && !GONE.containsKey(name) && name.length() > 3;
    String gone = GONE.getOrDefault(name, "");
    String near = parameters.nearest(name).orElse("");
    String advice =
        !gone.isEmpty()
            ? gone
            : !near.isEmpty()
                ? "Did you mean " + near + "?"
                : postgresqls
                    ? "Other settings belong into postgresql.conf."
                    : "The server will not start with it.";
    problems.add(
        new ConfigProblem(
            number,
            Severity.ERROR,
            "This PostgreSQL has no parameter " + written + ". " + advice,
            gone.isEmpty() && !near.isEmpty() ? line.replaceFirst(written, near) : null));
  }

  /** Of recovery.conf every line is tried, also one that a later line overrides. */
  private boolean isSkipped(int number) {
    return kind != ConfigKind.RECOVERY && overridden.isSkipped(number);
  }

  private void value(int number, String line, Parameter parameter) {
    SettingLine.in(Path.of(kind.fileName()), line).stream()
        .findFirst()
        .flatMap(setting ->
            ValueProblem.of(parameter, setting.value(), major)
                .map(found ->
                    new ConfigProblem(
                        number,
                        Severity.ERROR,
                        found.sentence(),
                        found.instead().isEmpty()
                            ? null
                            : line.replace(setting.value(), found.instead()))))
        .ifPresent(problems::add);
  }
}
