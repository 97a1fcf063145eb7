package replicationlab.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What passed, how, and with how much help, is there again after the program was ended. */
class ProgressTest {

  @TempDir Path folder;

  @Test
  void whatWasSolvedAssistedAndSkippedIsKeptApart() {
    Workspace workspace = Workspace.open(folder);
    Progress progress =
        Progress.NONE
            .withHelp("initdb", Help.NONE, false)
            .withStep("initdb", true)
            .withHelp("wal", Help.POINTER, false)
            .withStep("wal", true)
            .withHelp("hba", Help.COMMAND, false)
            .withStep("hba", true)
            .withHelp("copy", Help.NONE, true)
            .withStep("copy", true)
            .withHelp("recovery", Help.NUDGE, false)
            .at("recovery")
            .withPrediction("copy 1f", List.of(0))
            .withPrediction("copy 1f", List.of(2));
    new ProgressFile(workspace).save(progress);
    Progress again = new ProgressFile(workspace).load();
    assertThat(again).isEqualTo(progress);
    assertThat(again.how("initdb")).contains(HowPassed.SOLVED);
    assertThat(again.how("wal")).as("two hints tell no command").contains(HowPassed.SOLVED);
    assertThat(again.how("hba")).contains(HowPassed.ASSISTED);
    assertThat(again.how("copy")).contains(HowPassed.SKIPPED);
    assertThat(again.how("recovery")).isEmpty();
    assertThat(again.helpWith("recovery")).isEqualTo(Help.NUDGE);
    assertThat(again.open()).isEqualTo("recovery");
    assertThat(again.withPassed(Set.of()).predictions())
        .as("kept when one goes back in time")
        .isEqualTo(Map.of("copy 1f", List.of(2)));
  }

  @Test
  void aFileThatAnOlderVersionWroteStillLoadsAndItsStepsWereAssisted() throws IOException {
    Workspace workspace = Workspace.open(folder);
    Files.writeString(
        workspace.progressFile(),
        """
        {"lab": "lab-exercise-1", "postgres": "bin", "primaryPort": 5432, "standbyPort": 5433,
         "passed": ["initdb"]}
        """);
    Progress progress = new ProgressFile(workspace).load();
    assertThat(progress.lab()).isEqualTo("lab-exercise-1");
    assertThat(progress.how("initdb")).contains(HowPassed.ASSISTED);
    assertThat(progress.how("wal")).isEmpty();
    assertThat(progress.helpWith("wal")).isEqualTo(Help.NONE);
    assertThat(progress.open()).isEmpty();
  }

  @Test
  void aFileThatCannotBeReadIsNotTakenForABrokenOne() throws IOException {
    Workspace workspace = Workspace.open(folder.resolve("lab"));
    // Not even root can read it, as a student cannot read what root has saved.
    Files.createDirectory(workspace.progressFile());
    ProgressFile file = new ProgressFile(workspace);
    for (ThrowingCallable look : List.<ThrowingCallable>of(file::load, file::isBroken)) {
      assertThatThrownBy(look)
          .isInstanceOf(WorkspaceException.class)
          .hasMessageContaining("in which your progress is, cannot be read")
          .hasMessageEndingWith("mend its owner or its permissions and open the lab again.");
    }
    assertThat(workspace.progressFile()).exists();
    assertThat(folder.resolve("lab/progress.json.broken")).doesNotExist();
  }

  @Test
  void whatWasDoneOfOneLabIsThereAgainAfterAnotherUntilAReset() {
    Workspace workspace = Workspace.open(folder);
    ProgressFile file = new ProgressFile(workspace);
    Progress first = new Progress("first", "bin", 5432, 5433, Set.of("initdb"));
    Progress second = new Progress("se/cond", "bin", 5432, 5433, Set.of());
    file.save(first);
    file.save(second);
    assertThat(file.load()).isEqualTo(second);
    assertThat(file.of("first")).isEqualTo(first);
    assertThat(file.of("third")).isEqualTo(Progress.NONE);
    file.save(first.withStep("wal", true));
    file.save(second.withStep("copy", true));
    assertThat(file.of("first").passed()).containsExactlyInAnyOrder("initdb", "wal");
    assertThat(file.of("se/cond").passed()).containsExactly("copy");
    workspace.reset();
    assertThat(file.of("first")).isEqualTo(Progress.NONE);
  }
}
