package replicationlab.postgres.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.config.LiveConfig.FileError;
import replicationlab.postgres.config.PendingChange.Needs;
import replicationlab.postgres.sql.Session;

/**
 * Asks a server about its settings files: pg_settings and pg_file_settings (since 9.5),
 * pg_hba_file_rules (since 10).
 */
final class LiveConfigQuestions {

  private static final String SETTINGS =
      "SELECT name, setting, coalesce(unit, ''), source, coalesce(sourcefile, ''),"
          + " coalesce(sourceline, 0), pending_restart, coalesce(boot_val, '')"
          + " FROM pg_settings";

  /** The last line for each name; one that could not be read has an error. */
  private static final String FILES =
      "SELECT coalesce(name, ''), coalesce(setting, ''), coalesce(sourcefile, ''),"
          + " coalesce(sourceline, 0), coalesce(error, '')"
          + " FROM pg_file_settings ORDER BY seqno";

  private static final String TIMES =
      "SELECT floor(extract(epoch FROM pg_conf_load_time()) * 1000)::bigint,"
          + " floor(extract(epoch FROM pg_postmaster_start_time()) * 1000)::bigint";

  /** What it says of a value that it cannot read, and of every one that only a restart changes. */
  private static final String NOT_APPLIED = "setting could not be applied";

  private record InFile(String value, String file, int line) {}

  private final Session session;
  private final Cluster cluster;
  private final int major;
  private final List<PendingChange> pending = new ArrayList<>();
  private final List<FileError> errors = new ArrayList<>();

  LiveConfigQuestions(Session session, Cluster cluster, int major) {
    this.session = session;
    this.cluster = cluster;
    this.major = major;
  }

  LiveConfig ask() {
    Parameters parameters = ParameterSource.ofServer(session, cluster);
    Map<String, InFile> inFiles = inFiles(parameters);
    for (List<@Nullable String> row : session.query(SETTINGS).rows()) {
      compare(row, parameters, inFiles);
    }
    wholeFiles();
    if (major >= 10) {
      hbaErrors();
    }
    return new LiveConfig(parameters, pending, errors);
  }

  private Map<String, InFile> inFiles(Parameters parameters) {
    Map<String, InFile> last = new LinkedHashMap<>();
    for (List<@Nullable String> row : session.query(FILES).rows()) {
      String error = error(text(row, 0), text(row, 1), text(row, 4), parameters);
      if (error.isEmpty()) {
        last.put(
            text(row, 0).toLowerCase(Locale.ROOT),
            new InFile(text(row, 1), text(row, 2), number(row, 3)));
      } else {
        errors.add(new FileError(text(row, 2), number(row, 3), error));
      }
    }
    return last;
  }

  /** The server's words; of a value that is not applied only what they are said of tells why. */
  private String error(String name, String value, String words, Parameters parameters) {
    if (!words.equals(NOT_APPLIED)) {
      return words.isEmpty() || name.isEmpty() ? words : name + ": " + words;
    }
    Optional<Parameter> parameter = parameters.find(name);
    Optional<String> problem =
        parameter
            .flatMap(known -> ValueProblem.of(known, value, major))
            .map(ValueProblem::sentence);
    boolean waits = parameter.filter(Parameter::needsRestart).isPresent();
    return problem.orElse(waits ? "" : name + ": the server does not take the value " + value);
  }

  private void compare(
      List<@Nullable String> row, Parameters parameters, Map<String, InFile> inFiles) {
    String name = text(row, 0);
    String now = text(row, 1);
    boolean ofFile = text(row, 3).equals("configuration file");
    Parameter parameter = parameters.find(name).orElse(null);
    if (parameter == null || !(ofFile || text(row, 3).equals("default"))) {
      return; // a session's own, or one that the command line has set for good
    }
    InFile wanted = inFiles.get(name.toLowerCase(Locale.ROOT));
    boolean pendingRestart = "t".equals(text(row, 6));
    if (wanted == null && ofFile) {
      String bootValue = text(row, 7);
      if (pendingRestart || !ParameterValue.same(parameter, bootValue, now)) {
        pending.add(
            new PendingChange(
                name,
                "",
                0,
                parameter.now(),
                "its default " + ParameterValue.withUnit(bootValue, parameter.unit()),
                needs(parameter)));
      }
    } else if (wanted != null
        && (pendingRestart || !ParameterValue.same(parameter, wanted.value(), now))) {
      pending.add(
          new PendingChange(
              name,
              wanted.file(),
              wanted.line(),
              parameter.now(),
              wanted.value(),
              needs(parameter)));
    }
  }

  private static Needs needs(Parameter parameter) {
    return parameter.needsRestart() ? Needs.RESTART : Needs.RELOAD;
  }

  /** pg_hba.conf is read as a whole at a reload, recovery.conf as a whole at the start. */
  private void wholeFiles() {
    List<@Nullable String> times = session.query(TIMES).rows().getFirst();
    newerThan(ConfigKind.HBA, Long.parseLong(text(times, 0)), Needs.RELOAD);
    newerThan(ConfigKind.IDENT, Long.parseLong(text(times, 0)), Needs.RELOAD);
    if (major <= ConfigKind.LAST_WITH_RECOVERY_CONF) {
      newerThan(ConfigKind.RECOVERY, Long.parseLong(text(times, 1)), Needs.RESTART);
    }
  }

  private void newerThan(ConfigKind kind, long millis, Needs needs) {
    Path file = cluster.data().resolve(kind.fileName());
    try {
      if (Files.exists(file) && Files.getLastModifiedTime(file).toMillis() > millis) {
        pending.add(new PendingChange(kind.fileName(), file.toString(), 0, "", "", needs));
      }
    } catch (IOException gone) {
      return;
    }
  }

  private void hbaErrors() {
    String file = cluster.data().resolve(ConfigKind.HBA.fileName()).toString();
    String sql =
        "SELECT coalesce(line_number, 0), error FROM pg_hba_file_rules WHERE error IS NOT NULL";
    for (List<@Nullable String> row : session.query(sql).rows()) {
      errors.add(new FileError(file, number(row, 0), text(row, 1)));
    }
  }

  private static String text(List<@Nullable String> row, int column) {
    String value = row.get(column);
    return value == null ? "" : value;
  }

  private static int number(List<@Nullable String> row, int column) {
    return Integer.parseInt(text(row, column));
  }
}
