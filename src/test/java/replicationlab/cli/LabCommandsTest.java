package replicationlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.lab.LessonDigest;
import replicationlab.progress.Workspace;
import replicationlab.progress.WorkspaceLock;

/** What an author is told of a lab, and what a person of a workspace's room. */
@Tag("lab")
@SuppressWarnings("NullAway.Init") // @BeforeEach does it
class LabCommandsTest {

  @TempDir Path folder;

  private CalledProgram program;

  @BeforeEach
  void callable() {
    program = new CalledProgram(folder);
  }

  private static String[] with(String[] call, String... more) {
    return Stream.concat(Stream.of(call), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void whatWasMovedOutOfTheWayIsToldAndDeletedOnlyAfterAYes() throws IOException {
    Workspace workspace = Workspace.open(folder.resolve("lab"));
    Path copy = workspace.folder().resolve("data2-181203");
    Files.write(Files.createDirectories(copy).resolve("table"), new byte[2048]);
    Files.createDirectories(workspace.standbyData());
    Path kept = workspace.setAside(workspace.standbyData());
    String[] list = {"lab", "checkpoints", "--workspace", workspace.folder().toString()};
    assertThat(program.run(list)).isZero();
    assertThat(program.out())
        .contains("There are no checkpoints", "Moved out of the way; 'lab tidy' deletes")
        .containsPattern("(?m)^data2-181203  since 20\\d\\d-.* 2 kB$");
    assertThat(program.run(with(list, "--json"))).isZero();
    assertThat(program.json().get("moved").findValuesAsText("name"))
        .containsExactlyInAnyOrder("data2-181203", "kept/data2-1");
    assertThat(program.json().get("moved").findValuesAsText("bytes")).contains("2048", "0");

    String[] tidy = {"lab", "tidy", "--workspace", workspace.folder().toString()};
    assertThat(program.run(tidy)).as("nobody can be asked").isEqualTo(2);
    assertThat(program.out()).contains("data2-181203", "Nothing was deleted. If you agree");
    assertThat(program.run(with(tidy, "--yes", "data"))).isEqualTo(2);
    assertThat(program.err()).contains("no folder 'data'", "'lab checkpoints'").hasLineCount(1);
    assertThat(copy).isDirectory();
    assertThat(program.run(with(tidy, "--yes", "data2-181203"))).isZero();
    assertThat(copy).doesNotExist();
    assertThat(kept).isDirectory();
    assertThat(program.run(with(tidy, "--yes"))).isZero();
    assertThat(kept).doesNotExist();
    assertThat(program.run(with(tidy, "--yes"))).isZero();
    assertThat(program.out()).contains("Nothing has been moved out of the way.");
  }

  @Test
  void whatAServerRunsInStaysAndAWorkspaceInUseIsNotTidied() throws IOException {
    Workspace workspace = Workspace.open(folder.resolve("lab"));
    Path copy = Files.createDirectory(workspace.folder().resolve("data2-181203"));
    String[] tidy = {"lab", "tidy", "--workspace", workspace.folder().toString(), "--yes"};
    Process there = new ProcessBuilder("cat").directory(copy.toFile()).start();
    try {
      assertThat(program.run(tidy)).isEqualTo(1);
      assertThat(program.out()).contains("A server runs in data2-181203, so it stays");
    } finally {
      there.destroy();
    }
    try (WorkspaceLock _ = WorkspaceLock.take(workspace)) {
      assertThat(program.run(tidy)).isEqualTo(2);
      assertThat(program.err()).contains("is open in another window").hasLineCount(1);
    }
    assertThat(copy).isDirectory();
  }

  @Test
  void anAuthorIsToldAStepsPlaceAndTitle() throws IOException {
    Path lab =
        Files.writeString(
            folder.resolve("mine.md"),
            """
            # Make a cluster {#mine}

            ```sh
            initdb -D data -U postgres -A trust -E UTF8
            ```

            ```check
            cluster primary
            ```

            ***

            # Look at it {#look}

            ```sh
            mkdir notes
            ```

            ```check
            cluster standby
            ```
            """);
    String digest = LessonDigest.of(Files.readString(lab));
    assertThat(program.run("lab", "test", lab.toString(), "--postgres", "18", "--agree", digest))
        .as(program.out() + program.err())
        .isEqualTo(1);
    assertThat(program.out())
        .containsPattern("\n  ok +1 of 2 · Make a cluster +\\d+ ms  fails before, passes after")
        .containsPattern("\n  BAD +2 of 2 · Look at it +\\d+ ms  fails before, FAILS AFTER")
        .doesNotContain("mine ", "look ");
  }
}
