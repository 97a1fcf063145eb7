package replicationlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import replicationlab.check.Verdict;
import replicationlab.checkpoint.Checkpoint;
import replicationlab.lab.Step;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.cluster.DataDirectory;
import replicationlab.postgres.install.Installation;
import replicationlab.process.HeldProcesses;

/** A student who goes back, tries something else, and comes back; nothing of it is lost. */
@Tag("lab")
@Tag("anyone")
class GoingBackTest {

  @TempDir Path folder;

  static List<String> bundledMajors() {
    return TestLab.installations().found().stream()
        .filter(installation -> installation.origin() == Installation.Origin.BUNDLED)
        .map(installation -> installation.version().majorName())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("bundledMajors")
  void goingBackDoingOtherwiseAndComingBack(String postgres) throws IOException {
    try (TestLab lab = TestLab.withCheckpoints(folder.resolve("lab"), postgres)) {
      Path notes = Files.writeString(lab.bench.workspace().folder().resolve("notes.txt"), "mine");
      assertThat(lab.run.runAll().join()).as("%s", lab.run.states()).isTrue();
      assertThat(lab.run.checkpoints())
          .extracting(Checkpoint::step)
          .containsExactlyElementsOf(lab.lab.steps().stream().map(Step::id).toList());

      // The servers ran on between the two: what came after the checkpoint is gone, and only that.
      lab.sql(lab.primary(), "CREATE TABLE later(x int)");
      backTo(lab, "insert");
      assertThat(lab.sql(lab.primary(), "SELECT count(*) FROM streamtest")).isEqualTo("1");
      assertThat(lab.sql(lab.primary(), "SELECT to_regclass('later')")).isEqualTo("null");
      Checkpoint left = lab.run.checkpoints().getLast();
      assertThat(left.kind()).isEqualTo(Checkpoint.Kind.LEFT);

      // A backup cannot be kept: it is begun again, and the copy made again.
      backTo(lab, "copy");
      assertThat(lab.standby().data().resolve("postmaster.pid")).exists();
      backTo(lab, "first-table");
      assertThat(lab.standby().data()).doesNotExist();
      assertThat(lab.bench.running()).containsExactly(lab.primary());
      backTo(lab, "initdb");
      assertThat(lab.bench.running()).isEmpty();
      assertThat(lab.run.runAll().join()).as("%s", lab.run.states()).isTrue();

      lab.run.goBack(left).join();
      assertThat(lab.sql(lab.primary(), "SELECT to_regclass('later')")).isEqualTo("later");
      assertThat(lab.proof().verdict()).isEqualTo(Verdict.PASSED);
      assertThat(notes).hasContent("mine");
      assertThat(lab.bench.workspace().goingBack()).doesNotExist();
    }
  }

  /** What passed then has passed, and holds; nothing after it has. */
  private static void backTo(TestLab lab, String step) {
    Checkpoint checkpoint =
        lab.run.checkpoints().stream()
            .filter(each -> each.step().equals(step) && each.kind() == Checkpoint.Kind.STEP)
            .reduce((older, newer) -> newer)
            .orElseThrow();
    lab.run.goBack(checkpoint).join();
    lab.run.recheck().join();
    List<String> passed =
        lab.run.states().stream()
            .filter(state -> state.status() == StepState.Status.PASSED)
            .map(state -> state.step().id())
            .toList();
    List<String> all = lab.lab.steps().stream().map(Step::id).toList();
    assertThat(passed).isEqualTo(all.subList(0, all.indexOf(step) + 1));
  }

  @Test
  void aStepThatSomebodyDidWithoutTheLabCanBeGoneBackTo() throws IOException {
    try (TestLab lab = TestLab.withCheckpoints(folder.resolve("lab"), "18")) {
      lab.run.run(lab.step("initdb")).join();
      lab.run.notice().join();
      Path settings = lab.primary().data().resolve("postgresql.conf");
      Files.writeString(
          settings,
          "listen_addresses = 'localhost'\nunix_socket_directories = ''\nport = %d\n"
              .formatted(lab.primary().port()),
          StandardOpenOption.APPEND);
      lab.run.notice().join();
      assertThat(lab.run.checkpoints())
          .extracting(Checkpoint::step)
          .containsExactly("initdb", "loopback");
    }
  }

  @Test
  void aDamagedCheckpointLeavesTheServersRunning() throws IOException {
    try (TestLab lab = TestLab.withCheckpoints(folder.resolve("lab"), "18")) {
      for (Step step : lab.lab.steps().subList(0, 5)) {
        lab.run.run(step).join();
      }
      lab.run.notice().join();
      Path list = lab.bench.workspace().checkpoints().resolve("1.files");
      Files.writeString(list, "[");
      List<Cluster> ran = lab.bench.running();
      assertThat(ran).containsExactly(lab.primary());
      assertThatThrownBy(() -> lab.run.goBack(lab.run.checkpoints().getFirst()).join())
          .hasMessageContaining("Checkpoint 1, after 'initdb', is damaged");
      assertThat(lab.bench.running()).isEqualTo(ran);
    }
  }

  @Test
  void aServerThatIsHeldForACheckpointGoesOn() {
    try (TestLab lab = TestLab.doneUpTo(folder.resolve("lab"), "18", "first-table")) {
      long pid = new DataDirectory(lab.primary().data()).server().orElseThrow().pid();
      try (HeldProcesses _ = HeldProcesses.hold(List.of(pid), Duration.ofSeconds(30))) {
        assertThat(HeldProcesses.isHeld(pid)).isTrue();
      }
      assertThat(HeldProcesses.isHeld(pid)).isFalse();
      assertThat(lab.sql(lab.primary(), "SELECT 1")).isEqualTo("1");
    }
  }
}
