package replicationlab.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import replicationlab.check.CheckResult;
import replicationlab.check.ProofReport;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.cluster.DataDirectory;
import replicationlab.postgres.cluster.PidFile;
import replicationlab.run.Stage;
import replicationlab.run.TestLab;
import replicationlab.terminal.LabTerminal;

/**
 * Mistakes and misfortunes that a drill cannot make, because another program has its part in them
 * or because nobody would make them on purpose. On 18 and 9.6, or on {@code -Dmistakes.majors}.
 */
@Tag("lab")
@Tag("slow")
class BeyondDrillsTest {

  @TempDir static Path folder;
  private static Stage stage;
  private static final Map<String, Map<String, String>> TABLE = new LinkedHashMap<>();

  @BeforeAll
  static void begin() {
    stage = new Stage(folder);
  }

  @AfterAll
  static void end() throws IOException {
    stage.close();
    MistakeTable.write(Path.of("target", "mistakes-beyond-drills.txt"), "mistake", TABLE);
  }

  static List<String> majors() {
    return MajorsAsked.of("mistakes.majors", "9.6,18");
  }

  private interface Story {
    void tell(TestLab lab) throws Exception;
  }

  /** What is left behind by a story that does not end well is thrown away. */
  private static void told(String mistake, String major, Story story) throws Exception {
    Map<String, String> row = TABLE.computeIfAbsent(mistake, name -> new LinkedHashMap<>());
    row.put(major, "FAILED");
    TestLab lab = stage.lab(major);
    try {
      MistakesTest.awaitPassed(lab, "before");
      story.tell(lab);
      MistakesTest.awaitPassed(lab, mistake);
      row.put(major, "named, healed");
      stage.tidy(major);
    } catch (Throwable e) {
      stage.strike(major);
      throw e;
    }
  }

  /** The one mistake that the proof names. */
  private static CheckResult named(TestLab lab, String mistake) {
    ProofReport report = MistakesTest.awaitMistake(lab, mistake);
    assertThat(MistakesTest.mistakes(report))
        .as(MistakesTest.words(report))
        .containsExactly(mistake);
    return report.checks().stream()
        .filter(each -> !each.mistake().isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private static void heal(TestLab lab, CheckResult named) {
    assertThat(named.actions()).as(named.remedy()).isNotEmpty();
    assertThat(lab.run.apply(named.actions()).join()).as(named.remedy()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("majors")
  void anotherProgramHoldsThePort(String major) throws Exception {
    told(
        "port-taken",
        major,
        lab -> {
          lab.stop(lab.standby());
          CheckResult named;
          try (ServerSocket other = new ServerSocket()) {
            other.setReuseAddress(true);
            other.bind(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), lab.standby().port()));
            named = named(lab, "port-taken");
            assertThat(named.cause()).contains("process " + ProcessHandle.current().pid());
          }
          heal(lab, named);
        });
  }

  @ParameterizedTest
  @MethodSource("majors")
  void aStrangersServerAnswersOnThePort(String major) throws Exception {
    told(
        "port-taken (by a server)",
        major,
        lab -> {
          lab.stop(lab.standby());
          CheckResult named;
          try (TestLab other = TestLab.untouched(folder.resolve("other-" + major), major)) {
            other.run.run(other.step("initdb")).join();
            Stage.append(
                other.primary().data().resolve("postgresql.conf"),
                "port = " + lab.standby().port() + "\nlisten_addresses = '127.0.0.1'\n");
            other.start(other.primary());
            named = named(lab, "port-taken");
            other.stop(other.primary());
          }
          heal(lab, named);
        });
  }

  @ParameterizedTest
  @MethodSource("majors")
  void aServerIsKilled(String major) throws Exception {
    told(
        "server-killed",
        major,
        lab -> {
          for (Cluster cluster : List.of(lab.standby(), lab.primary())) {
            PidFile pid = new DataDirectory(cluster.data()).server().orElseThrow();
            ProcessHandle.of(pid.pid()).orElseThrow().destroyForcibly();
            await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> new DataDirectory(cluster.data()).server().isEmpty());
            CheckResult named = named(lab, "server-killed");
            assertThat(named.name()).isEqualTo(cluster.name() + "-answers");
            heal(lab, named);
            MistakesTest.awaitPassed(lab, "server-killed");
          }
        });
  }

  @ParameterizedTest
  @MethodSource("majors")
  void othersHaveTakenAllSenders(String major) throws Exception {
    told(
        "wal-senders-taken",
        major,
        lab -> {
          lab.stop(lab.standby());
          List<Connection> others = new ArrayList<>();
          try {
            int senders = Integer.parseInt(lab.sql(lab.primary(), "SHOW max_wal_senders"));
            for (int i = 0; i < senders; i++) {
              others.add(Tampering.asStandby(lab.primary()));
            }
            lab.start(lab.standby());
            heal(lab, named(lab, "wal-senders-taken"));
          } finally {
            for (Connection other : others) {
              other.close();
            }
          }
        });
  }

  @ParameterizedTest
  @MethodSource("majors")
  void whatTheLabDoesNotKnowItSaysInTheServersWords(String major) throws Exception {
    told(
        "unknown",
        major,
        lab -> {
          Path control = lab.standby().data().resolve("global/pg_control");
          Path aside = folder.resolve("pg_control-" + major);
          lab.stop(lab.standby());
          Files.move(control, aside);
          Files.createFile(control);
          lab.start(lab.standby());
          CheckResult named = named(lab, "unknown");
          assertThat(named.cause())
              .containsPattern(
                  "does not know why(?s:.*)(PANIC|FATAL): .*(control file|pg_control)");
          Files.move(aside, control, StandardCopyOption.REPLACE_EXISTING);
          heal(lab, named);
        });
  }

  @ParameterizedTest
  @MethodSource("majors")
  void anUnknownReasonForNotStreamingIsGivenInTheServersWords(String major) throws Exception {
    told(
        "unknown (no stream)",
        major,
        lab -> {
          Path conf = Tampering.recoverySettings(lab);
          String before = Files.readString(conf);
          Tampering.start(
              lab,
              conf,
              Tampering.conninfo("'host=localhost port=5432 options=''-c nonsense=1'''"));
          CheckResult named = named(lab, "unknown");
          assertThat(named.cause()).contains("does not know why", "\"nonsense\"");
          assertThat(named.name()).isEqualTo("receiver-streams");
          lab.stop(lab.standby());
          Files.writeString(conf, before);
          lab.start(lab.standby());
        });
  }

  /** Pasted from a slide; the lab's own commands are made straight when they are read. */
  @ParameterizedTest
  @MethodSource("majors")
  void aDashOfAWordProcessorBeforeAnOption(String major) throws Exception {
    told(
        "dash-for-hyphen",
        major,
        lab -> {
          lab.stop(lab.standby());
          LabTerminal.open(lab.bench).close();
          Path typed = folder.resolve("typed-" + major);
          Files.writeString(
              typed,
              "cd '%s'; PGDATA=data2 .terminal/bin/pg_ctl -w -l logs/standby.log -o '\u2013p 5433' start || true"
                  .formatted(lab.bench.workspace().folder()));
          Stage.run("sh", typed.toString());
          CheckResult named = named(lab, "dash-for-hyphen");
          assertThat(named.cause()).contains("\"\u2013p\"", "hyphen");
          heal(lab, named);
        });
  }

  @ParameterizedTest
  @MethodSource("majors")
  void pgHbaConfElsewhereIsNamedByItsOwnName(String major) throws Exception {
    told(
        "hba-line-missing (elsewhere)",
        major,
        lab -> {
          Path settings = lab.primary().data().resolve("postgresql.conf");
          String before = Files.readString(settings);
          Path hba = lab.primary().data().resolve("conf/hba.conf");
          Files.createDirectories(hba.resolveSibling(""));
          Files.writeString(hba, "local all all trust\nhost all all 127.0.0.1/32 trust\n");
          lab.stop(lab.standby());
          lab.stop(lab.primary());
          Stage.append(settings, "hba_file = 'data/conf/hba.conf'\n");
          lab.start(lab.primary());
          lab.start(lab.standby());
          CheckResult named = named(lab, "hba-line-missing");
          assertThat(named.cause()).contains("No line of data/conf/hba.conf lets");
          assertThat(named.remedy())
              .contains("echo \"host", ">> data/conf/hba.conf")
              .doesNotContain("data/pg_hba");
          PastedRemediesTest.paste(lab, named);
          MistakesTest.awaitPassed(lab, "hba-line-missing");
          lab.stop(lab.primary());
          Files.writeString(settings, before);
          Files.delete(hba);
          lab.start(lab.primary());
        });
  }

  @ParameterizedTest
  @MethodSource("majors")
  void aConnectionStringWithoutQuotes(String major) throws Exception {
    told(
        "conninfo-unquoted",
        major,
        lab -> {
          Tampering.start(
              lab, Tampering.recoverySettings(lab), Tampering.conninfo("host=localhost port=5432"));
          PastedRemediesTest.paste(lab, named(lab, "conninfo-unquoted"));
        });
  }

  /** A lesson cannot do that: the lab makes every quote in it straight. */
  @ParameterizedTest
  @MethodSource("majors")
  void quotesOfAWordProcessor(String major) throws Exception {
    told(
        "curly-quotes",
        major,
        lab -> {
          Tampering.start(
              lab,
              Tampering.recoverySettings(lab),
              Tampering.conninfo("\u2018host=localhost port=5432\u2019"));
          PastedRemediesTest.paste(lab, named(lab, "curly-quotes"));
          MistakesTest.awaitPassed(lab, "curly-quotes");
          Tampering.start(
              lab,
              lab.standby().data().resolve("postgresql.conf"),
              "log_line_prefix = \u201cstandby \u201d");
          heal(lab, named(lab, "curly-quotes"));
        });
  }

  @ParameterizedTest
  @MethodSource("majors")
  void aConnectionStringOfANewerVersion(String major) throws Exception {
    if (major.equals("18")) {
      TABLE
          .computeIfAbsent("conninfo-option-unknown", name -> new LinkedHashMap<>())
          .put(major, "cannot happen"); // nothing is newer
      return;
    }
    told(
        "conninfo-option-unknown",
        major,
        lab -> {
          String newer = "'host=localhost port=5432 max_protocol_version=3.2'";
          Tampering.start(lab, Tampering.recoverySettings(lab), Tampering.conninfo(newer));
          heal(lab, named(lab, "conninfo-option-unknown"));
        });
  }

  @ParameterizedTest
  @MethodSource("majors")
  void anArchiveWhoseCommandCannotBeRun(String major) throws Exception {
    told(
        "restore-command-broken",
        major,
        lab -> {
          Tampering.start(
              lab, Tampering.recoverySettings(lab), "restore_command = 'fetch-wal %f %p'");
          heal(lab, named(lab, "restore-command-broken"));
        });
  }

  @ParameterizedTest
  @MethodSource("majors")
  void aServerOnAPortThatIsNobodys(String major) throws Exception {
    told(
        "wrong-port",
        major,
        lab -> {
          int elsewhere = TestLab.freePorts().primary() + 7;
          Tampering.start(
              lab, lab.standby().data().resolve("postgresql.conf"), "port = " + elsewhere);
          CheckResult runs = named(lab, "wrong-port");
          assertThat(runs.cause()).contains("runs, but on port " + elsewhere);
          lab.stop(lab.standby());
          CheckResult stopped = named(lab, "wrong-port");
          assertThat(stopped.cause()).contains("would listen on port " + elsewhere);
          heal(lab, stopped);
        });
  }

  @ParameterizedTest
  @MethodSource("majors")
  void aCopyWithoutAPointToRecoverFrom(String major) throws Exception {
    told(
        "copy-broken",
        major,
        lab -> {
          Path data2 = lab.standby().data();
          Path before = folder.resolve("before-" + major);
          lab.stop(lab.standby());
          Stage.run("mv", data2.toString(), before.toString());
          Path label = Tampering.copyInBackup(lab);
          // The label leads to a record that is no checkpoint.
          String text = Files.readString(label);
          String start = text.replaceFirst("(?s)START WAL LOCATION: (\\S+).*", "$1");
          Files.writeString(
              label,
              text.replaceFirst("CHECKPOINT LOCATION: \\S+", "CHECKPOINT LOCATION: " + start));
          for (String file : List.of("postgresql.conf", "recovery.conf", "standby.signal")) {
            if (Files.exists(before.resolve(file))) {
              Stage.run("cp", "-p", before.resolve(file).toString(), data2.toString());
            }
          }
          Files.delete(data2.resolve("postmaster.pid"));
          lab.start(lab.standby());
          heal(lab, named(lab, "copy-broken"));
        });
  }
}
