package replicationlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import replicationlab.check.Verdict;
import replicationlab.lab.Step;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.install.Program;
import replicationlab.postgres.sql.Server;
import replicationlab.postgres.sql.Session;
import replicationlab.postgres.sql.Timeouts;
import replicationlab.process.CommandRequest;
import replicationlab.process.CommandResult;
import replicationlab.process.CommandRunner;

/**
 * Lab Exercise 1 in three ways on every major there is: unattended, by hand, and with pg_basebackup
 * instead of the slides' copy. The lab looks at what has come of it, never at the way.
 */
@Tag("lab")
class MajorsTest {

  private static final String UNATTENDED = "unattended";
  private static final String BY_HAND = "by hand";
  private static final String BASE_BACKUP = "pg_basebackup -R";

  /** The steps in which the copy is made and becomes a standby: pg_basebackup does them at once. */
  private static final List<String> COPYING =
      List.of("start-backup", "copy", "stop-backup", "pid-file");

  private static final Map<String, Map<String, String>> TABLE = new ConcurrentHashMap<>();

  @TempDir Path folder;

  static List<String> majors() {
    return LabExerciseTest.bundledMajors();
  }

  @AfterAll
  static void printTheTable() throws IOException {
    StringBuilder table = new StringBuilder();
    String line = "%-6s %-12s %-12s %s%n";
    table.append(String.format(line, "major", UNATTENDED, BY_HAND, BASE_BACKUP));
    majors()
        .forEach(major -> {
          Map<String, String> row = TABLE.getOrDefault(major, new TreeMap<>());
          table.append(
              String.format(
                  line,
                  major,
                  row.getOrDefault(UNATTENDED, "not run"),
                  row.getOrDefault(BY_HAND, "not run"),
                  row.getOrDefault(BASE_BACKUP, "not run")));
        });
    Files.writeString(Path.of("target", "majors.txt"), table);
    System.out.print("\nLab Exercise 1\n" + table);
  }

  private static void note(String major, String way, String outcome) {
    TABLE.computeIfAbsent(major, it -> new ConcurrentHashMap<>()).put(way, outcome);
  }

  @ParameterizedTest
  @MethodSource("majors")
  void unattended(String major) {
    note(major, UNATTENDED, "failed");
    try (TestLab lab = TestLab.untouched(folder.resolve("lab"), major)) {
      assertThat(lab.run.runAll().join()).as("%s", lab.run.states()).isTrue();
      assertProven(lab);
    }
    note(major, UNATTENDED, "passed");
  }

  /** As somebody does who never presses Run: programs, an editor, and psql of her own. */
  @ParameterizedTest
  @MethodSource("majors")
  void byHand(String major) throws IOException {
    note(major, BY_HAND, "failed");
    try (TestLab lab = TestLab.untouched(folder.resolve("lab"), major)) {
      Hand hand = new Hand(lab);
      hand.run(Program.INITDB, "-D", "data", "-U", "postgres", "-A", "trust", "-E", "UTF8");
      passes(lab, "initdb");
      hand.configurePrimary();
      passes(lab, "loopback", "wal", "hba");
      hand.start(lab.primary(), "logs/primary.log");
      passes(lab, "start-primary");
      lab.sql(lab.primary(), "CREATE TABLE of_my_own(y text)");
      passes(lab, "first-table");
      hand.copyByHand();
      passes(lab, COPYING.toArray(String[]::new));
      hand.configureStandby("host=127.0.0.1 port=" + lab.primary().port() + " user=postgres");
      finish(lab, hand);
    }
    note(major, BY_HAND, "passed");
  }

  @ParameterizedTest
  @MethodSource("majors")
  void withPgBasebackup(String major) throws IOException {
    note(major, BASE_BACKUP, "failed");
    try (TestLab lab = TestLab.doneUpTo(folder.resolve("lab"), major, "start-backup")) {
      Hand hand = new Hand(lab);
      String outcome = hand.baseBackup();
      passes(lab, COPYING.toArray(String[]::new));
      finish(lab, hand);
      note(major, BASE_BACKUP, outcome);
    }
  }

  private static void finish(TestLab lab, Hand hand) throws IOException {
    hand.append("data2/postgresql.conf", "port = " + lab.standby().port() + "\nhot_standby = on\n");
    passes(lab, "standby-port", "recovery");
    hand.start(lab.standby(), "logs/standby.log");
    passes(lab, "start-standby");
    lab.sql(lab.primary(), "CREATE TABLE streamtest(x int)");
    passes(lab, "streamtest", "describe");
    lab.sql(lab.primary(), "INSERT INTO streamtest VALUES (1)");
    passes(lab, "insert", "refused");
    assertThat(lab.run.states()).allMatch(state -> state.status() == StepState.Status.PASSED);
    assertProven(lab);
  }

  private static void assertProven(TestLab lab) {
    assertThat(lab.proof().verdict()).isEqualTo(Verdict.PASSED);
  }

  /** Checks steps, and nothing else, until they pass: a row needs a moment to arrive. */
  private static void passes(TestLab lab, String... steps) {
    for (String id : steps) {
      Step step = lab.step(id);
      Awaitility.await()
          .atMost(Duration.ofSeconds(90))
          .untilAsserted(() -> {
            StepState state = lab.run.check(step).join();
            assertThat(state.status()).as("%s", state).isEqualTo(StepState.Status.PASSED);
          });
    }
  }

  /** What hands do in a terminal of their own. */
  private static final class Hand {

    private static final CommandRunner RUNNER = new CommandRunner();

    private final TestLab lab;
    private final Path workspace;
    private final int major;

    Hand(TestLab lab) {
      this.lab = lab;
      this.workspace = lab.bench.workspace().folder();
      this.major = lab.run.major();
    }

    void run(Program program, String... arguments) {
      List<String> command = new ArrayList<>(lab.bench.unprivileged().prefix(program));
      command.add(lab.bench.clusters().installation().program(program).orElseThrow().toString());
      command.addAll(List.of(arguments));
      run(command);
    }

    private void run(List<String> command) {
      lab.bench.handOver();
      CommandResult result =
          RUNNER.run(
              new CommandRequest(command, workspace, lab.environment(), Duration.ofMinutes(3)));
      assertThat(result.succeeded()).as("%s: %s", command, result.text()).isTrue();
      lab.bench.handOver();
    }

    void append(String file, String text) throws IOException {
      Files.writeString(workspace.resolve(file), "\n" + text, StandardOpenOption.APPEND);
      lab.bench.handOver();
    }

    void configurePrimary() throws IOException {
      String keep = major >= 13 ? "wal_keep_size = 256MB\n" : "wal_keep_segments = 16\n";
      append(
          "data/postgresql.conf",
          "listen_addresses = 'localhost'\nport = %d\nunix_socket_directories = ''\n"
                  .formatted(lab.primary().port())
              + "wal_level = replica\nmax_wal_senders = 4\n"
              + keep);
      append("data/pg_hba.conf", "host replication postgres 127.0.0.1/32 trust\n");
    }

    void start(Cluster cluster, String log) {
      run(Program.PG_CTL, "-D", cluster.data().toString(), "-w", "-l", log, "start");
    }

    /** A backup in a session of our own, with the label where the version wants it. */
    void copyByHand() throws IOException {
      boolean nonExclusive = major >= 15;
      try (Session session = Session.open(Server.local(lab.primary().port()), Timeouts.PATIENT)) {
        session.query(
            nonExclusive
                ? "SELECT pg_backup_start('by hand', true)"
                : "SELECT pg_start_backup('by hand', true)");
        run(List.of("cp", "-pR", "data", "data2"));
        Files.delete(workspace.resolve("data2/postmaster.pid"));
        String label =
            String.valueOf(
                session
                    .query(
                        nonExclusive
                            ? "SELECT labelfile FROM pg_backup_stop()"
                            : "SELECT pg_stop_backup()")
                    .first());
        if (nonExclusive) {
          Files.writeString(workspace.resolve("data2/backup_label"), label);
        }
      }
      lab.bench.handOver();
    }

    void configureStandby(String primary) throws IOException {
      String settings = "primary_conninfo = '" + primary + "'\n";
      if (major >= 12) {
        Files.createFile(workspace.resolve("data2/standby.signal"));
        append("data2/postgresql.conf", settings);
      } else {
        Files.writeString(
            workspace.resolve("data2/recovery.conf"), "standby_mode = on\n" + settings);
        lab.bench.handOver();
      }
    }

    /**
     * Since 12 option -R writes into postgresql.auto.conf, which no editor should touch; before, it
     * writes recovery.conf.
     */
    void writeRecoveryAsBaseBackupDoes() throws IOException {
      if (major < 12) {
        configureStandby("user=postgres host=127.0.0.1 port=" + lab.primary().port());
        return;
      }
      Files.createFile(workspace.resolve("data2/standby.signal"));
      append(
          "data2/postgresql.auto.conf",
          "primary_conninfo = 'user=postgres host=127.0.0.1 port=%d sslmode=prefer'\n"
              .formatted(lab.primary().port()));
    }

    /** Answers with what could be done, for the table. */
    String baseBackup() throws IOException {
      Optional<BaseBackup> client = BaseBackup.forServer(major);
      if (client.isEmpty()) {
        copyByHand();
        writeRecoveryAsBaseBackupDoes();
        return "not tried: no pg_basebackup for this major; what it writes was written by hand";
      }
      run(baseBackup(client.get().program()));
      String done = "passed, pg_basebackup " + client.get().major();
      if (major >= client.get().writesForServersSince()) {
        return done;
      }
      forgetNewOptions();
      return done + ", options that the older server does not know removed";
    }

    private static List<String> baseBackup(Path program) {
      // The slides allow one walsender, and "-X stream" would take two.
      return List.of(
          program.toString(), "-D", "data2", "-R", "-X", "fetch", "-c", "fast", "-h", "127.0.0.1");
    }

    /**
     * A newer pg_basebackup writes options such as sslsni into primary_conninfo, which an older
     * server's libpq refuses.
     */
    private void forgetNewOptions() throws IOException {
      Path file =
          workspace.resolve(major >= 12 ? "data2/postgresql.auto.conf" : "data2/recovery.conf");
      Files.writeString(
          file,
          Files.readString(file)
              .replaceAll(
                  "primary_conninfo = .*",
                  "primary_conninfo = 'user=postgres host=127.0.0.1 port=%d'"
                      .formatted(lab.primary().port())));
      lab.bench.handOver();
    }
  }
}
