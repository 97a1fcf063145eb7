package replicationlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import replicationlab.check.CheckResult;
import replicationlab.check.LabChecks;
import replicationlab.check.Verdict;
import replicationlab.lab.CheckSpec;
import replicationlab.lab.Step;
import replicationlab.postgres.cluster.PortPair;

/**
 * A server by itself puts its socket where all users of the machine find it, and listens on the
 * port that the course uses: on that port the sockets alone tell whether anything was done.
 */
@Tag("lab")
class SocketsInWorkspaceTest {

  private static final String MISTAKE = "sockets-elsewhere";

  @TempDir Path folder;

  private static CheckResult sockets(TestLab lab) {
    List<CheckSpec> specs =
        lab.step("loopback").checks().stream()
            .filter(spec -> spec.name().equals("sockets"))
            .toList();
    return LabChecks.look(lab.system(), specs).getFirst();
  }

  private static void set(TestLab lab, String value) {
    Stage.append(
        lab.primary().data().resolve("postgresql.conf"),
        "\nunix_socket_directories = '" + value + "'\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"18", "9.6"})
  void onTheCoursesPortsAClusterAsInitdbMadeItIsNotEnough(String major) {
    // Only files are looked at, so whoever holds 5432 here does no harm.
    try (TestLab lab = onCoursePorts(major)) {
      Step step = lab.step("loopback");
      assertThat(sockets(lab).verdict()).isEqualTo(Verdict.FAILED);
      assertThat(lab.run.run(lab.step("initdb")).join().status())
          .isEqualTo(StepState.Status.PASSED);
      assertThat(lab.run.check(step).join().status()).isEqualTo(StepState.Status.FAILED);
      CheckResult named = sockets(lab);
      assertThat(named.mistake()).isEqualTo(MISTAKE);
      assertThat(named.cause()).contains("outside of the workspace");
      assertThat(named.remedy())
          .contains("echo \"unix_socket_directories = '", ">> data/postgresql.conf");
      assertThat(lab.run.apply(named.actions()).join()).isEmpty();
      assertThat(lab.run.check(step).join().status()).isEqualTo(StepState.Status.PASSED);
    }
  }

  private TestLab onCoursePorts(String major) {
    return TestLab.ofFilesOnly(folder.resolve("lab"), major, PortPair.OF_THE_COURSE);
  }

  @Test
  void anyPlaceInTheWorkspaceIsRightAndNoneToo() throws IOException {
    try (TestLab lab = TestLab.doneUpTo(folder.resolve("lab"), "18", "wal")) {
      Path workspace = lab.bench.workspace().folder();
      Files.createSymbolicLink(workspace.resolve("way-out"), folder);
      Files.createSymbolicLink(workspace.resolve("way-in"), workspace.resolve("sockets"));
      for (String right :
          List.of(
              "",
              ".",
              "..",
              ".",
              "..",
              "../sockets",
              "../way-in",
              "../not-there-yet",
              workspace.toString(),
              "\"" + workspace.resolve("sockets") + "\" , ../logs")) {
        set(lab, right);
        assertThat(sockets(lab).verdict()).as(right).isEqualTo(Verdict.PASSED);
      }
      for (String wrong :
          List.of("/tmp", "../..", "../sockets,/tmp", "../way-out", "@lab", "../../lab-2")) {
        set(lab, wrong);
        assertThat(sockets(lab).mistake()).as(wrong).isEqualTo(MISTAKE);
      }
    }
  }

  @Test
  void aServerThatRunsIsAskedAndIsRestartedByTheRemedy() {
    try (TestLab lab = TestLab.doneUpTo(folder.resolve("lab"), "18", "first-table")) {
      assertThat(sockets(lab).verdict()).isEqualTo(Verdict.PASSED);
      Path elsewhere = Path.of(System.getProperty("java.io.tmpdir"));
      lab.sql(lab.primary(), "ALTER SYSTEM SET unix_socket_directories = '" + elsewhere + "'");
      lab.stop(lab.primary());
      lab.start(lab.primary());
      CheckResult named = sockets(lab);
      assertThat(named.mistake()).isEqualTo(MISTAKE);
      assertThat(named.sql()).contains("pg_settings");
      assertThat(named.remedy()).contains("ALTER SYSTEM SET unix_socket_directories = ", "restart");
      assertThat(lab.run.apply(named.actions()).join()).isEmpty();
      assertThat(sockets(lab).verdict()).isEqualTo(Verdict.PASSED);
    }
  }
}
