package replicationlab.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two windows on one workspace, of one program or of two: only one of them works in it. */
class WorkspaceLockTest {

  @TempDir Path folder;

  @Test
  void aSecondWindowOfThisProgramIsRefused() {
    Workspace workspace = Workspace.open(folder.resolve("lab"));
    try (WorkspaceLock _ = WorkspaceLock.take(workspace)) {
      assertThat(WorkspaceLock.isHeld(workspace)).isTrue();
      assertThatThrownBy(() -> WorkspaceLock.take(workspace))
          .isInstanceOf(WorkspaceException.class)
          .hasMessageContaining(
              "open in another window (process " + ProcessHandle.current().pid() + ")");
    }
    assertThat(WorkspaceLock.isHeld(workspace)).isFalse();
    WorkspaceLock.take(workspace).close();
  }

  @Test
  void aRefusedWindowAndALookDoNotReleaseWhatTheFirstHolds()
      throws IOException, InterruptedException {
    Workspace workspace = Workspace.open(folder.resolve("lab"));
    try (WorkspaceLock _ = WorkspaceLock.take(workspace)) {
      assertThatThrownBy(() -> WorkspaceLock.take(workspace)).isNotNull();
      assertThat(WorkspaceLock.isHeld(workspace)).isTrue();
      assertThat(seenByAnotherProgram(workspace)).isEqualTo(HELD);
    }
    assertThat(seenByAnotherProgram(workspace)).isEqualTo(FREE);
  }

  private static final int HELD = 3;
  private static final int FREE = 4;

  private static int seenByAnotherProgram(Workspace workspace)
      throws IOException, InterruptedException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-classpath",
            System.getProperty("java.class.path"),
            AnotherProgram.class.getName(),
            workspace.folder().toString())
        .inheritIO()
        .start()
        .waitFor();
  }

  /** Looks at the workspace that it is given, and answers by how it exits. */
  static final class AnotherProgram {

    private AnotherProgram() {}

    public static void main(String[] arguments) {
      boolean held = WorkspaceLock.isHeld(Workspace.existing(Path.of(arguments[0])));
      System.exit(held ? HELD : FREE);
    }
  }
}
