package replicationlab.postgres.xray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import replicationlab.lab.Step;
import replicationlab.postgres.cluster.ControlFile;
import replicationlab.postgres.install.Installation;
import replicationlab.postgres.xray.XrayFinding.Weight;
import replicationlab.run.StepState;
import replicationlab.run.TestLab;

/**
 * The X-ray along Lab Exercise 1, on every major, and what it lights up when something is wrong.
 */
class PairXrayTest {

  @TempDir Path folder;

  static List<String> majors() {
    return TestLab.installations().found().stream()
        .filter(found -> found.origin() == Installation.Origin.BUNDLED)
        .map(found -> found.version().majorName())
        .toList();
  }

  private static PairXray look(TestLab lab) {
    return PairXray.of(lab.bench.clusters());
  }

  private static List<String> problems(TestLab lab) {
    return look(lab).findings().stream()
        .filter(finding -> finding.weight() == Weight.PROBLEM)
        .map(finding -> finding.row() + ": " + finding.sentence())
        .toList();
  }

  private static void upTo(TestLab lab, String id) {
    for (Step step : lab.lab.steps()) {
      if (step.id().equals(id)) {
        return;
      }
      if (lab.run.states().stream()
          .noneMatch(s -> s.step().equals(step) && s.status() == StepState.Status.PASSED)) {
        StepState state = lab.run.run(step).join();
        assertThat(state.status()).as("%s", state).isEqualTo(StepState.Status.PASSED);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("majors")
  void followsTheLabAndLightsWhatIsMissing(String major) throws IOException {
    try (TestLab lab = TestLab.untouched(folder, major)) {
      assertThat(problems(lab)).isEmpty();
      assertThat(look(lab).findings())
          .singleElement()
          .satisfies(finding -> assertThat(finding.sentence()).contains("initdb"));

      upTo(lab, "start-backup");
      assertThat(problems(lab)).isEmpty();
      agreesWithTheServer(lab);

      upTo(lab, "pid-file");
      assertThat(problems(lab)).anyMatch(words -> words.startsWith("postmaster.pid: "));
      assertThat(problems(lab)).anyMatch(words -> words.contains("would start as a primary"));
      assertThat(problems(lab)).anyMatch(words -> words.startsWith("setting:port: "));
      assertThat(look(lab).standby().backupLabel().orElseThrow().label()).isEqualTo("testing");
      Files.move(data2(lab, "backup_label"), data2(lab, "kept"));
      assertThat(problems(lab)).anyMatch(words -> words.startsWith("backup_label: "));
      Files.move(data2(lab, "kept"), data2(lab, "backup_label"));

      upTo(lab, "");
      assertThat(problems(lab)).isEmpty();
      assertThat(look(lab).standby().control().orElseThrow().state())
          .isEqualTo("in archive recovery");
      mistakes(lab);
    }
  }

  private static Path data2(TestLab lab, String name) {
    return lab.standby().data().resolve(name);
  }

  /** What is read from pg_control is what the server itself says of it. */
  private static void agreesWithTheServer(TestLab lab) {
    lab.sql(lab.primary(), "CHECKPOINT");
    ControlFile control = look(lab).primary().control().orElseThrow();
    String checkpoint = lab.run.major() < 10 ? "checkpoint_location" : "checkpoint_lsn";
    String redo = lab.run.major() < 10 ? "redo_location" : "redo_lsn";
    assertThat(control.state()).isEqualTo("in production");
    assertThat(control.systemIdentifier())
        .isEqualTo(lab.sql(lab.primary(), "SELECT system_identifier FROM pg_control_system()"));
    String from = " FROM pg_control_checkpoint()";
    assertThat(control.checkpoint())
        .isEqualTo(lab.sql(lab.primary(), "SELECT " + checkpoint + from));
    assertThat(control.redo()).isEqualTo(lab.sql(lab.primary(), "SELECT " + redo + from));
    assertThat(control.timeline() + "")
        .isEqualTo(lab.sql(lab.primary(), "SELECT timeline_id" + from));
    assertThat(control.walLevel()).isEqualTo(lab.sql(lab.primary(), "SHOW wal_level"));
    assertThat(control.maxConnections() + "")
        .isEqualTo(lab.sql(lab.primary(), "SHOW max_connections"));
    assertThat(control.maxWorkerProcesses() + "")
        .isEqualTo(lab.sql(lab.primary(), "SHOW max_worker_processes"));
    assertThat(control.maxPreparedTransactions() + "")
        .isEqualTo(lab.sql(lab.primary(), "SHOW max_prepared_transactions"));
    assertThat(control.maxLocksPerTransaction() + "")
        .isEqualTo(lab.sql(lab.primary(), "SHOW max_locks_per_transaction"));
    if (lab.run.major() >= 12) {
      assertThat(control.maxWalSenders() + "")
          .isEqualTo(lab.sql(lab.primary(), "SHOW max_wal_senders"));
    }
    assertThat(look(lab).primary().wal().count()).isPositive();
  }

  /** One of several servers is enough, and a URI is as good as keywords. */
  private static void lists(TestLab lab, Path conf) throws IOException {
    String before = Files.readString(conf);
    int primary = lab.primary().port();
    int standby = lab.standby().port();
    boolean takesLists = lab.run.major() >= 10;
    for (String right :
        List.of(
            "host=a,127.0.0.1 port=%d,%d".formatted(standby, primary),
            "postgresql://user%%40x@a:%d,127.0.0.1:%d/".formatted(standby, primary))) {
      set(conf, before, right);
      assertThat(problems(lab).stream().filter(words -> words.startsWith("primary_conninfo")))
          .as(right)
          .hasSize(takesLists ? 0 : 1);
    }
    for (String wrong : List.of("host=a,b port=%d,1", "postgresql://user%%40x@a:%d,b:1/")) {
      set(conf, before, wrong.formatted(standby));
      assertThat(problems(lab))
          .as(wrong)
          .anyMatch(words ->
              words.startsWith("primary_conninfo")
                  && words.contains(takesLists ? "port " + standby + ", 1;" : "since 10 only"));
    }
    Files.writeString(conf, before);
  }

  private static void set(Path conf, String before, String conninfo) throws IOException {
    Files.writeString(conf, before + "\nprimary_conninfo = '" + conninfo + "'\n");
  }

  private static void mistakes(TestLab lab) throws IOException {
    String home = lab.run.major() < 12 ? "recovery.conf" : "postgresql.conf";
    Path conf = lab.standby().data().resolve(home);
    String before = Files.readString(conf);
    Files.writeString(
        conf,
        "\nprimary_conninfo = 'host=127.0.0.1 port=" + lab.standby().port() + "'\n",
        StandardOpenOption.APPEND);
    assertThat(look(lab).findings().getFirst())
        .satisfies(finding -> {
          assertThat(finding.row()).isEqualTo("primary_conninfo");
          assertThat(finding.sentence()).contains("the standby's own");
          assertThat(finding.file()).isEqualTo(conf);
          assertThat(finding.line()).isEqualTo(Files.readAllLines(conf).size());
        });
    Files.writeString(conf, before);
    lists(lab, conf);

    Path hba = lab.primary().data().resolve("pg_hba.conf");
    String rules = Files.readString(hba);
    Files.writeString(hba, "host replication all samehost reject\n" + rules);
    assertThat(problems(lab)).singleElement().asString().startsWith("hba: ").contains("rejects");
    Files.writeString(hba, rules.replaceAll("(?m)^host\\s+replication.*$", ""));
    assertThat(problems(lab)).singleElement().asString().startsWith("hba: ").contains("No line");
    Files.writeString(hba, rules);

    Path primaryConf = lab.primary().data().resolve("postgresql.conf");
    String kept = Files.readString(primaryConf);
    Files.writeString(primaryConf, kept + "max_connections = 120\n");
    assertThat(problems(lab)).isEmpty();
    assertThat(look(lab).findings())
        .extracting(XrayFinding::sentence)
        .anyMatch(words -> words.contains("Restart it"));
    Files.writeString(primaryConf, kept);

    lab.stop(lab.standby());
    assertThat(problems(lab)).isEmpty();
    Path standbyConf = lab.standby().data().resolve("postgresql.conf");
    String standbys = Files.readString(standbyConf);
    Files.writeString(standbyConf, standbys + "max_connections = 50\nwal_level = ‘replica’\n");
    assertThat(problems(lab)).anyMatch(words -> words.startsWith("setting:max_connections: "));
    assertThat(problems(lab)).anyMatch(words -> words.contains("curly quotes"));
    Files.writeString(standbyConf, standbys);

    Files.setPosixFilePermissions(
        lab.standby().data(), PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(problems(lab)).singleElement().asString().startsWith("mode: ");
    Files.setPosixFilePermissions(
        lab.standby().data(), PosixFilePermissions.fromString("rwx------"));

    lab.start(lab.standby());
    lab.promoteStandby();
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            assertThat(problems(lab)).anyMatch(words -> words.contains("primary of its own")));
  }
}
