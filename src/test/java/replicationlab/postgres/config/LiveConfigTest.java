package replicationlab.postgres.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import replicationlab.postgres.config.PendingChange.Needs;
import replicationlab.postgres.install.Installation;
import replicationlab.postgres.install.Program;
import replicationlab.postgres.install.Unprivileged;
import replicationlab.process.CommandRunner;
import replicationlab.run.TestLab;

/** A running server on each major is asked what it has not taken yet, and takes it. */
class LiveConfigTest {

  @TempDir Path folder;

  static List<String> majors() {
    return TestLab.installations().found().stream()
        .filter(found -> found.origin() == Installation.Origin.BUNDLED)
        .map(found -> found.version().majorName())
        .toList();
  }

  private static LiveConfig ask(TestLab lab) {
    return LiveConfig.of(lab.primary(), lab.run.major()).orElseThrow();
  }

  private static void append(Path file, String lines) throws IOException {
    Files.writeString(file, lines, StandardOpenOption.APPEND);
  }

  @ParameterizedTest
  @MethodSource("majors")
  void tellsReloadsFromRestartsAndBothHappen(String major) throws IOException {
    try (TestLab lab = TestLab.doneUpTo(folder, major, "first-table")) {
      Path conf = lab.primary().data().resolve("postgresql.conf");
      assertThat(ask(lab).pending()).isEmpty();
      assertThat(ask(lab).errors()).isEmpty();

      append(conf, "work_mem = 8MB\nmax_connections = 55\n");
      assertThat(ask(lab).pending())
          .extracting(PendingChange::name, PendingChange::needs)
          .containsExactly(
              tuple("max_connections", Needs.RESTART), tuple("work_mem", Needs.RELOAD));
      assertThat(ask(lab).pending().getFirst().words()).isEqualTo("max_connections: 100 → 55");
      assertThat(ask(lab).pending().getFirst().line()).isPositive();

      lab.bench.control().reload(lab.primary(), line -> {});
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() ->
              assertThat(ask(lab).pending())
                  .extracting(PendingChange::name)
                  .containsExactly("max_connections"));

      assertThat(lab.bench.control().restart(lab.primary(), line -> {}).orElseThrow().succeeded())
          .isTrue();
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> LiveConfig.of(lab.primary(), lab.run.major()).isPresent());
      assertThat(ask(lab).pending()).isEmpty();
      assertThat(ask(lab).parameters().find("max_connections").orElseThrow().now()).isEqualTo("55");
    }
  }

  @ParameterizedTest
  @MethodSource("majors")
  void standbyTellsWhateverIsolationIsItsDefault(String major) {
    try (TestLab lab = TestLab.done(folder, major)) {
      lab.sql(
          lab.standby(),
          "ALTER SYSTEM SET default_transaction_isolation = serializable",
          "SELECT pg_reload_conf()");
      await()
          .untilAsserted(() ->
              assertThatThrownBy(() -> lab.sql(lab.standby(), "SELECT 1"))
                  .hasMessageContaining("serializable"));
      assertThat(LiveConfig.of(lab.standby(), lab.run.major())).isPresent();
    }
  }

  @ParameterizedTest
  @MethodSource("majors")
  void namesTheLinesThatTheServerWouldRefuse(String major) throws IOException {
    try (TestLab lab = TestLab.doneUpTo(folder, major, "first-table")) {
      Path conf = lab.primary().data().resolve("postgresql.conf");
      Path hba = lab.primary().data().resolve("pg_hba.conf");
      int lines = Files.readAllLines(conf).size();
      append(conf, "no_such_thing = 1\n");
      append(hba, "hosts replication all 127.0.0.1/32 trust\n");
      LiveConfig live = ask(lab);
      assertThat(live.errors())
          .anySatisfy(error -> {
            assertThat(error.line()).isEqualTo(lines + 1);
            assertThat(error.file()).endsWith("postgresql.conf");
            assertThat(error.words()).contains("no_such_thing");
          });
      assertThat(live.pending()).extracting(PendingChange::name).contains("pg_hba.conf");
      if (lab.run.major() >= 10) {
        assertThat(live.errors())
            .anySatisfy(error -> assertThat(error.file()).endsWith("pg_hba.conf"));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("majors")
  void valueThatTheServerCannotReadIsAnErrorAndNoChangeToCome(String major) throws IOException {
    try (TestLab lab = TestLab.doneUpTo(folder, major, "first-table")) {
      append(
          lab.primary().data().resolve("postgresql.conf"),
          "work_mem = 8mb\nmax_connections = many\nlog_timezone = 'Nowhere'\n");
      assertThat(ask(lab).errors())
          .extracting(LiveConfig.FileError::words)
          .containsExactly(
              "Capital letters count in a unit: it is MB, and not mb.",
              "max_connections takes a number, and not many.",
              "log_timezone: the server does not take the value Nowhere");
      assertThat(ask(lab).pending()).isEmpty();
    }
  }

  /** What ConfigProblems says of overridden lines is what the server does with them. */
  @ParameterizedTest
  @MethodSource("majors")
  void doesNotReadAValueThatALaterLineOverrides(String major) throws IOException {
    try (TestLab lab = TestLab.doneUpTo(folder, major, "first-table")) {
      Path conf = lab.primary().data().resolve("postgresql.conf");
      append(conf, "work_mem = 8mb\nwork_mem = 8MB\n");
      assertThat(ask(lab).errors()).isEmpty();
      append(conf, "log_lock_waits = maybe\nLOG_LOCK_WAITS = on\n");
      assertThat(ask(lab).errors())
          .singleElement()
          .satisfies(error -> assertThat(error.words()).contains("and not maybe"));
    }
  }

  @ParameterizedTest
  @MethodSource("majors")
  void knowsParametersAlsoWithoutAServer(String major) throws IOException {
    Installation installation = TestLab.installations().choose(major, words -> {});
    CommandRunner runner = new CommandRunner();
    Parameters parameters =
        new ParameterSource(installation, runner, new Unprivileged(runner)).ofProgram();
    Parameter level = parameters.find("WAL_LEVEL").orElseThrow();
    assertThat(level.remark()).contains("minimal, replica, or logical");
    assertThat(level.allowed()).isEqualTo("minimal, replica, logical");
    assertThat(parameters.byName().values())
        .filteredOn(each -> each.type().equals("enum"))
        .hasSizeGreaterThan(20)
        .allMatch(each -> !each.choices().isEmpty());
    assertThat(level.byDefault()).isIn("minimal", "replica");
    assertThat(level.needsRestart()).isTrue();
    assertThat(level.description()).isNotBlank();
    assertThat(parameters.find("max_wal_senders").orElseThrow().range()).isEqualTo("0 to 262143");

    String text =
        new String(
            Files.readAllBytes(installation.share().resolve("postgresql.conf.sample")),
            StandardCharsets.UTF_8);
    String allOn = text.replaceAll("(?m)^#([a-z_]+ = )", "$1");
    assertThat(
            ConfigProblems.of(
                    ConfigKind.POSTGRESQL, allOn, parameters, installation.version().major())
                .stream()
                .filter(problem -> problem.severity() == ConfigProblem.Severity.ERROR))
        .as("every line of the sample, taken in, is known, and so is its value")
        .isEmpty();
  }

  /** Each start of a server program takes a tenth of a second and more, and there are 37 enums. */
  @DisabledOnOs(OS.WINDOWS) // the program that counts is a shell's
  @ParameterizedTest
  @MethodSource("majors")
  void asksForAllChoicesAtOnce(String major) throws IOException {
    Installation real = TestLab.installations().choose(major, words -> {});
    Path runs = Files.createFile(folder.resolve("runs"));
    Path counting =
        Files.writeString(
            folder.resolve("postgres"),
            "#!/bin/sh\necho run >> '%s'\nexec '%s' \"$@\"\n"
                .formatted(runs, real.program(Program.POSTGRES).orElseThrow().toAbsolutePath()));
    assertThat(counting.toFile().setExecutable(true)).isTrue();
    CommandRunner runner = new CommandRunner();
    Unprivileged unprivileged = new Unprivileged(runner);
    unprivileged.handOver(folder);
    Installation installation =
        new Installation(
            real.bin(),
            real.share(),
            real.version(),
            real.origin(),
            Map.of(Program.POSTGRES, counting));
    Parameters parameters = new ParameterSource(installation, runner, unprivileged).ofProgram();
    assertThat(parameters.find("bytea_output").orElseThrow().choices())
        .containsExactly("escape", "hex");
    assertThat(runs).hasContent("run\nrun");
  }

  @ParameterizedTest
  @MethodSource("majors")
  void whatInitdbMakesOfTheSampleIsNoneOfTheStudents(String major) throws IOException {
    try (TestLab lab = TestLab.doneUpTo(folder, major, "loopback")) {
      Installation installation = lab.bench.clusters().installation();
      for (ConfigKind kind : List.of(ConfigKind.POSTGRESQL, ConfigKind.HBA, ConfigKind.IDENT)) {
        String sample = SampleComparison.sample(installation, kind).orElseThrow();
        String text = Files.readString(lab.primary().data().resolve(kind.fileName()));
        assertThat(SampleComparison.of(kind, sample, text).marks().values())
            .as("%s %s", kind.fileName(), SampleComparison.of(kind, sample, text).diff())
            .allMatch(mark -> mark == SampleComparison.Mark.BY_INITDB)
            .satisfies(
                marks -> assertThat(marks.isEmpty()).isEqualTo(kind != ConfigKind.POSTGRESQL));
        SampleComparison more = SampleComparison.of(kind, sample, text + "# one more\n");
        assertThat(more.marks().values()).contains(SampleComparison.Mark.ADDED);
        assertThat(more.diff()).contains("+# one more");
      }
    }
  }
}
