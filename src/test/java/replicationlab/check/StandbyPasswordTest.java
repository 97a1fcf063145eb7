package replicationlab.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.postgres.config.Conninfo;
import replicationlab.run.TestLab;

/** A standby that is asked for a password looks into a file, as pg_basebackup -R lets it do. */
class StandbyPasswordTest {

  @TempDir Path folder;

  @DisabledOnOs(OS.WINDOWS) // the file must be its owner's alone
  @Test
  void fileThatIsNamedIsSpokenOfAndTheRemedyIsRight() throws IOException {
    try (TestLab lab = TestLab.done(folder.resolve("lab"), "18")) {
      Path passwords = lab.standby().data().resolveSibling("passwords");
      write(lab, passwords, "another");
      Files.writeString(
          lab.standby().data().resolve("postgresql.conf"),
          "primary_conninfo = 'host=127.0.0.1 port=%d user=postgres passfile=%s'\n"
              .formatted(lab.primary().port(), passwords),
          StandardOpenOption.APPEND);
      Path hba = lab.primary().data().resolve("pg_hba.conf");
      lab.sql(lab.primary(), "ALTER ROLE postgres PASSWORD 'swordfish'");
      Files.writeString(hba, "host replication all 127.0.0.1/32 md5\n" + Files.readString(hba));
      lab.stop(lab.standby());
      lab.sql(lab.primary(), "SELECT pg_reload_conf()");
      lab.start(lab.standby());

      CheckResult[] found = new CheckResult[1];
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> {
            found[0] = row(lab.proof());
            return found[0].mistake().equals("hba-asks-password");
          });
      assertThat(found[0].cause())
          .contains(
              "the file that its passfile names has none for this connection, or a wrong one");
      assertThat(found[0].remedy())
          .contains(
              "127.0.0.1:" + lab.primary().port() + ":replication:postgres:PASSWORD",
              passwords.toString());

      write(lab, passwords, "swordfish");
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> row(lab.proof()).verdict() == Verdict.PASSED);
    }
  }

  @Test
  void theAccountsFileIsNamedWhereNoOtherIs() throws IOException {
    try (TestLab lab = TestLab.untouched(folder.resolve("lab"), "18");
        Asking asking = new Asking()) {
      Scene scene = new Scene(lab.system(), asking);
      StandbyPassword none = password(scene, "host=localhost user=ada", Map.of());
      assertThat(none.howToShow()).contains("localhost:5432:replication:ada:");
      Path passwords = Files.writeString(folder.resolve("passwords"), "");
      StandbyPassword file =
          password(scene, "host=localhost", Map.of("PGPASSFILE", passwords.toString()));
      assertThat(file.isNotRight()).as("nobody has complained").isFalse();
      assertThat(file.howToShow()).contains("PASSWORD into " + passwords + " (which PGPASSFILE");
      StandbyPassword gone = password(scene, "host=localhost", Map.of("PGPASSFILE", "gone"));
      assertThat(gone.isNotRight()).isTrue();
      StandbyPassword named =
          password(
              scene, "host=localhost passfile=gone", Map.of("PGPASSFILE", passwords.toString()));
      assertThat(named.isNotRight()).as("passfile has the first word").isTrue();
      assertThat(named.howToShow()).contains("PASSWORD into gone,");
      StandbyPassword own = password(scene, "host=localhost password=x", Map.of());
      assertThat(own.shown()).isEqualTo("that in primary_conninfo is not right");
      assertThat(own.isNotRight()).isFalse();
    }
  }

  @DisabledOnOs(OS.WINDOWS) // whose file is elsewhere
  @Test
  void fileOfTheAccountIsInItsHome() throws IOException {
    try (TestLab lab = TestLab.untouched(folder.resolve("lab"), "18");
        Asking asking = new Asking()) {
      Side standby = new Scene(lab.system(), asking).standby;
      Files.createDirectories(standby.cluster().data());
      Path home = Files.createDirectories(folder.resolve("home"));
      PasswordFile file = PasswordFile.of(standby, "", Map.of("HOME", home.toString()));
      assertThat(file.path()).contains(home.resolve(".pgpass"));
      assertThat(file.mayBeThere()).isFalse();
      assertThat(file.place(18)).contains(home.resolve(".pgpass").toString());
      assertThat(
              PasswordFile.of(standby, "", Map.of("HOME", System.getProperty("user.home")))
                  .place(18))
          .contains("(~/.pgpass, or what PGPASSFILE names");
      Files.writeString(home.resolve(".pgpass"), "");
      assertThat(file.mayBeThere()).isTrue();

      PasswordFile none =
          PasswordFile.of(standby, "", Map.of("HOME", folder.resolve("nobody's").toString()));
      assertThat(none.mayBeThere()).isFalse();
      assertThat(none.place(18)).contains("passfile=");
      assertThat(none.place(9)).contains("PGPASSFILE").doesNotContain("passfile=");

      Path accounts =
          Files.writeString(folder.resolve("passwd"), "ada:x:7:7::/home/countess:/bin/sh\n");
      assertThat(PasswordFile.home("ada", accounts)).contains(Path.of("/home/countess"));
      assertThat(PasswordFile.home("bob", accounts)).isEmpty();
    }
  }

  @DisabledOnOs(OS.WINDOWS) // the system does not tell
  @Test
  void environmentIsThatOfTheServer() {
    try (TestLab lab = TestLab.doneUpTo(folder.resolve("lab"), "18", "first-table");
        Asking asking = new Asking()) {
      assertThat(PasswordFile.environment(new Scene(lab.system(), asking).primary))
          .containsEntry("PGUSER", "postgres");
    }
  }

  @Test
  void lineOfThePasswordFileIsOneThatLibpqReads() throws IOException {
    try (TestLab lab = TestLab.untouched(folder.resolve("lab"), "18");
        Asking asking = new Asking()) {
      Scene scene = new Scene(lab.system(), asking);
      Map<String, String> lines =
          Map.of(
              "host=::1", "*:5432:replication:postgres:",
              "host=/srv/sockets", "*:5432:replication:postgres:",
              "host=one,two", "*:5432:replication:postgres:",
              "hostaddr=127.0.0.1", "127.0.0.1:5432:replication:postgres:",
              "user='a:b\\\\c'", "localhost:5432:replication:a\\:b\\\\c:",
              "port=5432", "localhost:5432:replication:postgres:");
      lines.forEach((conninfo, line) ->
          assertThat(password(scene, conninfo, Map.of()).howToShow())
              .startsWith("put the line " + line + "PASSWORD "));
    }
  }

  @Test
  void onlyWhatTheStandbyItselfWasToldLastCounts() {
    String told =
        "2026-01-01 [7] FATAL:  could not connect to the primary server: connection to server at"
            + " \"127.0.0.1\", port 5432 failed: ";
    String wrong = "FATAL:  password authentication failed for user \"postgres\"";
    assertThat(wasRefused(told + wrong)).isTrue();
    assertThat(wasRefused(told + "fe_sendauth: no password supplied")).isTrue();
    assertThat(wasRefused("[7] FATAL:  could not connect to the primary server: " + wrong))
        .as("up to 13")
        .isTrue();
    assertThat(wasRefused(told + "Connection refused", "\tIs the server running?", "\t" + wrong))
        .as("at the second address of a name")
        .isTrue();
    assertThat(wasRefused("2026-01-01 [8] " + wrong)).as("a client of the standby's").isFalse();
    assertThat(
            wasRefused(
                told + wrong,
                "[9] FATAL:  could not start WAL streaming: ERROR:  replication slot \"s\" does"
                    + " not exist"))
        .as("before it was right")
        .isFalse();
  }

  private static boolean wasRefused(String... log) {
    return StandbyPassword.wasRefused(new ServerLog(Path.of("standby.log"), List.of(log)));
  }

  private static StandbyPassword password(
      Scene scene, String conninfo, Map<String, String> environment) {
    return new StandbyPassword(scene, Conninfo.parse(conninfo), environment);
  }

  private static void write(TestLab lab, Path file, String password) throws IOException {
    Files.writeString(
        file, "127.0.0.1:%d:replication:postgres:%s\n".formatted(lab.primary().port(), password));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    lab.bench.unprivileged().handOver(file.resolveSibling(""));
  }

  private static CheckResult row(ProofReport report) {
    return report.checks().stream()
        .filter(row -> row.name().equals("receiver-streams"))
        .findFirst()
        .orElseThrow();
  }
}
