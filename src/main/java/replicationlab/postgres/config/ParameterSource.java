package replicationlab.postgres.config;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.install.Installation;
import replicationlab.postgres.install.Program;
import replicationlab.postgres.install.Unprivileged;
import replicationlab.postgres.sql.QueryResult;
import replicationlab.postgres.sql.Session;
import replicationlab.process.Cancellation;
import replicationlab.process.CommandRequest;
import replicationlab.process.CommandResult;
import replicationlab.process.CommandRunner;
import replicationlab.process.OutputLine;

/**
 * Asks PostgreSQL which parameters it has: a running server by pg_settings, otherwise the server
 * program itself by {@code postgres --describe-config}, which needs no cluster, together with the
 * sample file, which knows the defaults.
 */
public final class ParameterSource {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final String SQL =
      "SELECT name, short_desc, unit, vartype, array_to_string(enumvals, ','),"
          + " min_val, max_val, boot_val, context, current_setting(name)"
          + " FROM pg_settings";

  private final Installation installation;
  private final CommandRunner runner;
  private final Unprivileged unprivileged;

  public ParameterSource(
      Installation installation, CommandRunner runner, Unprivileged unprivileged) {
    this.installation = installation;
    this.runner = runner;
    this.unprivileged = unprivileged;
  }

  /** What a running server tells. */
  public static Parameters ofServer(Session session, Cluster cluster) {
    QueryResult answer = session.query(SQL);
    return Parameters.of(
        answer.rows().stream().map(ParameterSource::ofRow).toList(),
        "pg_settings of the running " + cluster.name());
  }

  private static Parameter ofRow(List<@Nullable String> row) {
    String choices = text(row, 4);
    String range = range(text(row, 3), text(row, 5), text(row, 6));
    return new Parameter(
        text(row, 0),
        text(row, 1),
        text(row, 2),
        text(row, 3),
        choices.isEmpty() ? List.of() : List.of(choices.split(",", -1)),
        range,
        ParameterValue.withUnit(text(row, 7), text(row, 2)),
        text(row, 8),
        text(row, 9),
        "");
  }

  /**
   * What the server program tells without a server; nothing if it does not run. Units and true
   * defaults it does not tell: the sample has them; choices it tells when it refuses another.
   */
  public Parameters ofProgram() {
    CommandResult described = run("--describe-config");
    if (!described.succeeded()) {
      return Parameters.UNKNOWN;
    }
    List<String[]> all =
        described.lines().stream()
            .filter(line -> line.stream() == OutputLine.Stream.OUT)
            .map(line -> line.text().split("\t", -1))
            .filter(fields -> fields.length >= 8)
            .toList();
    Map<String, List<String>> choices = choices(all);
    Map<String, SampleSettings.Entry> samples = SampleSettings.of(installation);
    return Parameters.of(
        all.stream()
            .map(fields ->
                described(
                    fields,
                    choices.getOrDefault(fields[0], List.of()),
                    samples.getOrDefault(fields[0], SampleSettings.Entry.UNKNOWN)))
            .toList(),
        "postgres --describe-config of " + installation.version());
  }

  private static Parameter described(
      String[] fields, List<String> choices, SampleSettings.Entry sample) {
    return new Parameter(
        fields[0],
        fields[7],
        "",
        fields[3].equals("BOOLEAN") ? "bool" : fields[3],
        choices,
        range(fields[3], fields[5], fields[6]),
        sample.value(),
        fields[1],
        "",
        sample.comment());
  }

  /** Without a place for a file the completion lacks these values, and nothing else. */
  private Map<String, List<String>> choices(List<String[]> all) {
    List<String> enums =
        all.stream().filter(fields -> fields[3].equals("ENUM")).map(fields -> fields[0]).toList();
    try {
      return EnumChoices.of(
          enums, unprivileged::handOver, folder -> run("-D", folder.toString(), "-C", "port"));
    } catch (UncheckedIOException e) {
      System.getLogger(ParameterSource.class.getName())
          .log(System.Logger.Level.WARNING, "no choices of settings", e);
      return Map.of();
    }
  }

  private CommandResult run(String... options) {
    List<String> command = new ArrayList<>(unprivileged.prefix(Program.POSTGRES));
    command.add(installation.program(Program.POSTGRES).orElseThrow().toString());
    command.addAll(List.of(options));
    return runner.run(
        new CommandRequest(command, installation.bin(), Map.of("LC_ALL", "C"), PATIENCE),
        line -> {},
        new Cancellation());
  }

  private static String range(String type, String from, String to) {
    boolean number = type.equalsIgnoreCase("integer") || type.equalsIgnoreCase("real");
    return number && !from.isEmpty() ? from + " to " + to : "";
  }

  private static String text(List<@Nullable String> row, int column) {
    String value = row.get(column);
    return value == null ? "" : value;
  }
}
