package replicationlab.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.cluster.DataDirectory;
import replicationlab.postgres.config.SettingLine;
import replicationlab.process.OutputLine;

/** One of the two clusters, with all that can be asked of it. */
record Side(LabSystem system, Asking asking, Cluster cluster) {

  DataDirectory data() {
    return new DataDirectory(cluster.data());
  }

  /** "data" or "data2": the folder's name in the workspace. */
  String folder() {
    return cluster.data().getFileName().toString();
  }

  boolean isStandby() {
    return cluster.equals(system.standby());
  }

  String name() {
    return cluster.name();
  }

  ConfigFiles files() {
    return ConfigFiles.of(cluster.data());
  }

  /** Where it is now, or would be: most leave it in the data directory. */
  Path hbaFile() {
    Optional<String> live = data().server().isPresent() ? live("hba_file") : Optional.empty();
    // A relative path begins where the server is started, which is the workspace.
    return live.or(() -> files().last("hba_file").map(SettingLine::value))
        .map(cluster.data()::resolveSibling)
        .orElse(cluster.data().resolve("pg_hba.conf"));
  }

  /** The same file as the lab calls it, such as "data/pg_hba.conf". */
  String hbaName() {
    return files().shown(hbaFile());
  }

  ServerLog log() {
    return ServerLog.of(cluster);
  }

  boolean has(String file) {
    return data().has(file);
  }

  /** The first value of the answer; empty if there is none. */
  Optional<String> ask(String sql) {
    Asking.Answer answer = asking.ask(cluster, sql);
    return answer.answered() && !answer.rows().isEmpty()
        ? Optional.of(answer.first())
        : Optional.empty();
  }

  /** The first row of the answer, with nothing for null; empty if there is none. */
  Optional<List<String>> row(String sql) {
    return asking.ask(cluster, sql).rows().stream()
        .findFirst()
        .map(row -> row.stream().map(value -> value == null ? "" : value).toList());
  }

  boolean answers() {
    return data().server().isPresent() && ask("SELECT 1").isPresent();
  }

  /** What the server uses now; if it does not answer, what it would use. */
  Optional<String> setting(String name) {
    Optional<String> live = data().server().isPresent() ? live(name) : Optional.empty();
    return live.or(() -> filed(name));
  }

  Optional<String> live(String name) {
    return ask("SELECT setting FROM pg_settings WHERE name = '" + name + "'");
  }

  /** What the server would use if it started now. */
  Optional<String> filed(String name) {
    return data().holdsCluster()
        ? asking.filed(system.control(), cluster, name).value()
        : Optional.empty();
  }

  /** What {@code postgres -C} complains about in the settings files; empty if nothing. */
  String settingsComplaint() {
    Asking.Filed port = asking.filed(system.control(), cluster, "port");
    return port.value().isPresent()
        ? ""
        : port.lines().stream()
            .filter(line -> line.stream() == OutputLine.Stream.ERR)
            .map(OutputLine::text)
            .collect(Collectors.joining("\n"));
  }

  int coursePort() {
    return folder().equals("data") ? 5432 : 5433;
  }

  /**
   * Sets something where it is set now, so that no other file has the last word.
   *
   * @param value as a file has it: with quotes, unless it is a plain word or number
   */
  Mend set(String name, String value) {
    if (!setsBySql(name)) {
      return new Mend().settings(files().fileFor(name), name + " = " + value);
    }
    return new Mend()
        .sql(
            coursePort(),
            "ALTER SYSTEM "
                + (comesBackTo(name, value)
                    ? "RESET " + name
                    : "SET " + name + " = " + SettingChecks.quoted(value)));
  }

  /** A port is in the course's words, which may be another here. */
  private boolean comesBackTo(String name, String value) {
    return !name.equals("port")
        && files().all(name).allMatch(Side::isAltered)
        && ask("SELECT boot_val FROM pg_settings WHERE name = '" + name + "'")
            .filter(value.replaceAll("^'|'$", "")::equals)
            .isPresent();
  }

  private static boolean isAltered(SettingLine line) {
    return line.file().endsWith("postgresql.auto.conf");
  }

  /**
   * Whether ALTER SYSTEM has set it and can set it again: its file is not to be edited while the
   * server answers. Another server may be on the port.
   */
  boolean setsBySql(String name) {
    return files().last(name).filter(Side::isAltered).isPresent()
        && data().server().filter(server -> server.port() == cluster.port()).isPresent()
        && answers()
        && live("allow_alter_system").filter("off"::equals).isEmpty();
  }
}
