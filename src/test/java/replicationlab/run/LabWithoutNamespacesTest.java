package replicationlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.cluster.DataDirectory;
import replicationlab.postgres.install.Unprivileged;
import replicationlab.postgres.install.WithoutNamespaces;
import replicationlab.process.CommandRunner;
import replicationlab.progress.Workspace;

/**
 * Lab Exercise 1 where the system lets root make no user namespace, as in most containers; to an
 * ordinary user that makes no difference.
 */
class LabWithoutNamespacesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"18", "9.6"})
  void theServersAndTheirFilesBelongToOneAccountThatIsNotRoot(String postgres) throws IOException {
    Unprivileged unprivileged = withoutNamespaces();
    long primary;
    long standby;
    try (TestLab lab = TestLab.untouched(folder.resolve("lab"), postgres, unprivileged)) {
      assertThat(lab.run.runAll().join()).as("%s", lab.run.states()).isTrue();
      primary = pid(lab.primary());
      standby = pid(lab.standby());
      String account = userOf(primary);
      assertThat(account).isNotEqualTo("root").isEqualTo(userOf(standby));
      for (Path path : List.of(lab.primary().data(), lab.standby().data())) {
        assertThat(owners(path)).containsExactly(account);
      }
      assertThat(owners(lab.bench.workspace().logs())).containsExactly(account);
      assertThat(Files.getPosixFilePermissions(lab.primary().data())).hasSize(3);
    }
    assertThat(ProcessHandle.of(primary).filter(LabWithoutNamespacesTest::works)).isEmpty();
    assertThat(ProcessHandle.of(standby).filter(LabWithoutNamespacesTest::works)).isEmpty();
  }

  @Test
  void aFileThatWasWrittenMeanwhileIsHandedOverBeforeTheNextStep() throws IOException {
    try (TestLab lab = TestLab.untouched(folder.resolve("lab"), "18", withoutNamespaces())) {
      assertThat(lab.run.run(lab.step("initdb")).join().status())
          .isEqualTo(StepState.Status.PASSED);
      // As an editor does: a new file in the place of the old one, for its owner only.
      Path settings = lab.primary().data().resolve("postgresql.conf");
      String text = Files.readString(settings);
      Files.delete(settings);
      TextFile.write(settings, text);
      assertThat(lab.run.run(lab.step("loopback")).join().status())
          .isEqualTo(StepState.Status.PASSED);
      assertThat(owners(lab.primary().data())).hasSize(1);
    }
  }

  @Test
  void aWorkspaceThatWasResetServesAgain() throws IOException {
    Unprivileged unprivileged = withoutNamespaces();
    Path place = folder.resolve("lab");
    try (TestLab lab = TestLab.untouched(place, "18", unprivileged)) {
      assertThat(lab.run.run(lab.step("initdb")).join().status())
          .isEqualTo(StepState.Status.PASSED);
    }
    Workspace.open(place).reset();
    try (TestLab lab = TestLab.untouched(place, "18", unprivileged)) {
      assertThat(lab.run.run(lab.step("initdb")).join().status())
          .isEqualTo(StepState.Status.PASSED);
    }
    Workspace.open(place).dispose();
    assertThat(place).doesNotExist();
  }

  private Unprivileged withoutNamespaces() throws IOException {
    return new Unprivileged(
        new CommandRunner(), WithoutNamespaces.environment(folder.resolve("bin")));
  }

  private static long pid(Cluster cluster) {
    return new DataDirectory(cluster.data()).server().orElseThrow().pid();
  }

  private static String userOf(long pid) {
    return ProcessHandle.of(pid).flatMap(process -> process.info().user()).orElseThrow();
  }

  /** A process that has ended and that nobody has asked about yet has no command line any more. */
  private static boolean works(ProcessHandle process) {
    return process.isAlive() && process.info().commandLine().isPresent();
  }

  private static Stream<String> owners(Path top) throws IOException {
    try (Stream<Path> paths = Files.walk(top)) {
      return paths.map(LabWithoutNamespacesTest::owner).distinct().toList().stream();
    }
  }

  private static String owner(Path path) {
    try {
      return Files.getOwner(path).getName();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
