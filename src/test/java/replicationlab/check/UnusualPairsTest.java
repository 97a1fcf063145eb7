package replicationlab.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import replicationlab.lab.Action;
import replicationlab.lab.CheckSpec;
import replicationlab.lab.Versions;
import replicationlab.postgres.cluster.ClusterState;
import replicationlab.postgres.replication.ReplicationMonitor;
import replicationlab.postgres.replication.ServerStatus;
import replicationlab.run.TestLab;

/** Pairs that are all right, and on which a simpler check would stumble. */
class UnusualPairsTest {

  @TempDir Path folder;

  static List<String> majors() {
    return FalseStandbysTest.majors();
  }

  @ParameterizedTest
  @MethodSource("majors")
  void serversThatWriteOneValueDifferentlyHaveTheSameRows(String postgres) {
    try (TestLab lab = TestLab.done(folder.resolve("lab"), postgres)) {
      lab.sql(
          lab.primary(),
          "DROP TABLE streamtest",
          "CREATE TABLE streamtest(i interval, b bytea, t timestamptz, f float8, m money, r regclass)",
          "INSERT INTO streamtest VALUES ('1 day 2 hours', 'x', now(), 0.1, 2, 'streamtest')");
      lab.sql(
          lab.standby(),
          "ALTER SYSTEM SET intervalstyle = iso_8601",
          "ALTER SYSTEM SET bytea_output = escape",
          "ALTER SYSTEM SET datestyle = german",
          "ALTER SYSTEM SET timezone = 'Asia/Tokyo'",
          "ALTER SYSTEM SET extra_float_digits = '-5'",
          "ALTER SYSTEM SET quote_all_identifiers = on",
          "ALTER SYSTEM SET search_path = pg_catalog",
          "SELECT pg_reload_conf()");
      Awaitility.await()
          .until(() -> lab.sql(lab.standby(), "SHOW search_path").equals("pg_catalog"));
      assertThat(lab.proof().checks()).allMatch(row -> row.verdict() == Verdict.PASSED);
    }
  }

  @ParameterizedTest
  @MethodSource("majors")
  void primaryThatAsksForAPasswordIsAskedOnceItIsInThePasswordFile(String postgres)
      throws IOException {
    try (TestLab lab = TestLab.done(folder.resolve("lab"), postgres)) {
      Path hba = lab.primary().data().resolve("pg_hba.conf");
      lab.sql(lab.primary(), "ALTER ROLE postgres PASSWORD 'sword\\fish'");
      String rules = Files.readString(hba);
      Files.writeString(hba, "host all all 127.0.0.1/32 md5\n" + rules);
      lab.sql(lab.primary(), "SELECT pg_reload_conf()");
      Awaitility.await()
          .until(() -> row(lab.proof(), "primary-answers").verdict() == Verdict.UNDETERMINED);
      CheckResult answers = row(lab.proof(), "primary-answers");
      assertThat(answers.cause()).contains("asks for a password", "host all all 127.0.0.1/32 md5");
      assertThat(answers.remedy()).contains("127.0.0.1:" + lab.primary().port(), "PGPASSFILE");
      try (Asking asking = new Asking()) {
        LockedOut lockedOut =
            new LockedOut(new Scene(lab.system(), asking).primary, Map.of("PGPASSWORD", "another"));
        Explanation why = lockedOut.find("password authentication failed").orElseThrow();
        assertThat(why.cause()).contains("it has shown that of PGPASSWORD");
        assertThat(why.remedy().words()).startsWith("Start the program with the right PGPASSWORD");
      }
      Path passwords =
          Files.writeString(
              folder.resolve("pgpass"), "127.0.0.1:*:postgres:postgres:sword\\\\fish\n");
      System.setProperty("org.postgresql.pgpassfile", passwords.toString());
      try {
        ProofReport report = lab.proof();
        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.PASSED);
        assertThat(report.toString()).doesNotContain("fish");
      } finally {
        System.clearProperty("org.postgresql.pgpassfile");
      }
      assertThat(answers.remedy()).contains("host  postgres  postgres  127.0.0.1/32  trust");
    }
  }

  @ParameterizedTest
  @MethodSource("majors")
  void clusterOfAnotherSuperuserIsNamedWithItAndGivenTheRole(String postgres) throws IOException {
    try (TestLab lab = TestLab.untouched(folder.resolve("lab"), postgres)) {
      CheckSpec created = new CheckSpec(0, "cluster", List.of("primary"));
      Action initdb =
          new Action.Command(0, Versions.ALL, "initdb -D data -U me -A trust -E UTF8", false);
      assertThat(lab.run.apply(List.of(initdb)).join()).isEmpty();
      CheckResult stopped = LabChecks.look(lab.system(), List.of(created)).getFirst();
      assertThat(stopped.mistake()).as(stopped.toString()).isEqualTo("no-postgres-role");
      assertThat(stopped.cause())
          .isEqualTo("The primary has no role postgres; a superuser of it is called me.");

      Files.writeString(
          lab.primary().data().resolve("postgresql.conf"),
          "listen_addresses = '127.0.0.1'\nport = "
              + lab.primary().port()
              + "\nunix_socket_directories = ''\n",
          StandardOpenOption.APPEND);
      lab.start(lab.primary());
      assertThat(lab.bench.control().state(lab.primary())).isEqualTo(ClusterState.KEEPS_OUT);
      try (ReplicationMonitor monitor = new ReplicationMonitor(lab.bench.clusters())) {
        List<ServerStatus> seen = new CopyOnWriteArrayList<>();
        var _ = monitor.subscribe(snapshot -> seen.add(snapshot.primary()));
        monitor.start();
        Awaitility.await().until(() -> !seen.isEmpty());
        assertThat(seen.getFirst().activity()).isEqualTo("no role postgres");
      }
      CheckResult runs = LabChecks.look(lab.system(), List.of(created)).getFirst();
      assertThat(runs.cause()).isEqualTo(stopped.cause());
      CheckSpec running = new CheckSpec(0, "running", List.of("primary"));
      CheckResult answers = LabChecks.look(lab.system(), List.of(running)).getFirst();
      assertThat(answers.verdict()).isEqualTo(Verdict.UNDETERMINED);
      assertThat(answers.mistake()).isEqualTo("no-postgres-role");
      assertThat(row(lab.proof(), "primary-answers").remedy()).isEqualTo(answers.remedy());
      assertThat(answers.cause()).isEqualTo(stopped.cause());
      assertThat(answers.remedy()).contains("psql -U me ");
      assertThat(row(lab.proof(), "standby-answers").cause()).contains("has not been made yet");
      assertThat(lab.run.apply(answers.actions()).join()).isEmpty();
      assertThat(row(lab.proof(), "primary-answers").verdict()).isEqualTo(Verdict.PASSED);
      assertThat(LabChecks.look(lab.system(), List.of(created)).getFirst().verdict())
          .isEqualTo(Verdict.PASSED);
      lab.stop(lab.primary());
      assertThat(LabChecks.look(lab.system(), List.of(created)).getFirst().verdict())
          .isEqualTo(Verdict.PASSED);
    }
  }

  private static CheckResult row(ProofReport report, String name) {
    return report.checks().stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
