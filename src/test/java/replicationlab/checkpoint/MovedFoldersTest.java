package replicationlab.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.postgres.cluster.PidFile;
import replicationlab.progress.Workspace;
import replicationlab.progress.WorkspaceException;

/** What was moved out of the way is found, with what it takes; and nothing else is deleted. */
class MovedFoldersTest {

  private static final String BESIDE = "data2-181203";

  @TempDir Path temporary;

  private Workspace workspace;
  private MovedFolders moved;

  @BeforeEach
  void aWorkspace() {
    workspace = Workspace.open(temporary.resolve("lab"));
    moved = new MovedFolders(workspace);
  }

  private Path folder(String name) throws IOException {
    Path folder = Files.createDirectories(workspace.folder().resolve(name));
    Files.write(Files.createDirectories(folder.resolve("base")).resolve("1259"), new byte[1000]);
    return folder;
  }

  @Test
  void theLabsOwnAndThoseOfAPastedRemedyAreFoundWithTheirSizeAndAge() throws IOException {
    assertThat(moved.all()).isEmpty();
    Path kept = workspace.setAside(folder("data2"));
    Path beside = folder(BESIDE);
    for (String other : new String[] {"data", "data2", "data2-before", "data2-1812", "mine"}) {
      folder(other);
    }
    Files.createFile(workspace.kept().resolve("postmaster.pid-1"));
    assertThat(moved.all())
        .extracting(MovedFolder::name)
        .containsExactlyInAnyOrder("kept/data2-1", BESIDE);
    assertThat(moved.all())
        .allSatisfy(each -> {
          assertThat(each.bytes()).isEqualTo(1000);
          assertThat(each.since()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
          assertThat(each.served()).isFalse();
        });
    moved.delete(BESIDE);
    assertThat(beside).doesNotExist();
    moved.delete("kept/data2-1");
    assertThat(kept).doesNotExist();
    assertThat(workspace.standbyData()).isDirectory();
  }

  @Test
  void nothingElseIsDeleted() throws IOException {
    Path data = folder("data");
    folder("kept/data2-1");
    for (String name :
        new String[] {"data", "kept", "kept/../data", "kept/data2-1/base", "../lab", ""}) {
      assertThatThrownBy(() -> moved.delete(name))
          .isInstanceOf(CheckpointException.class)
          .hasMessageStartingWith("There is no folder ");
    }
    assertThat(data.resolve("base/1259")).exists();
    assertThat(workspace.kept().resolve("data2-1/base/1259")).exists();
  }

  @Test
  void linksAreNotFollowed() throws IOException {
    Path mine = Files.createDirectories(temporary.resolve("mine/data2-1"));
    Files.write(mine.resolve("thesis"), new byte[5000]);
    Files.createSymbolicLink(workspace.folder().resolve("data2-181204"), mine);
    Files.createSymbolicLink(folder(BESIDE).resolve("pg_wal"), mine);
    assertThat(moved.all())
        .singleElement()
        .satisfies(each -> assertThat(each.bytes()).isEqualTo(1000));
    moved.delete(BESIDE);
    assertThat(mine.resolve("thesis")).exists();

    Files.createSymbolicLink(workspace.kept(), mine.getParent());
    assertThat(moved.all()).isEmpty();
    assertThatThrownBy(() -> moved.delete("kept/data2-1")).isInstanceOf(CheckpointException.class);
    assertThat(mine.resolve("thesis")).exists();
  }

  @Test
  void withoutTheMarkerNothingIsDeleted() throws IOException {
    Path beside = folder(BESIDE);
    Files.delete(workspace.folder().resolve(Workspace.MARKER));
    assertThatThrownBy(() -> moved.delete(BESIDE)).isInstanceOf(WorkspaceException.class);
    assertThat(beside.resolve("base/1259")).exists();
  }

  @Test
  void whatAServerRunsInStays() throws Exception {
    Path beside = folder(BESIDE);
    Process there = new ProcessBuilder("cat").directory(beside.toFile()).start();
    try {
      assertThat(moved.all()).singleElement().matches(MovedFolder::served);
      assertThatThrownBy(() -> moved.delete(BESIDE))
          .isInstanceOf(CheckpointException.class)
          .hasMessageContaining("A server runs in data2-181203, so it stays; stop it first");
      assertThat(beside.resolve("base/1259")).exists();
    } finally {
      there.destroy();
      there.waitFor();
    }
    moved.delete(BESIDE);
    assertThat(beside).doesNotExist();
  }

  /** Where the system does not tell who works in a directory, the pid file does. */
  @Test
  void aPidFileThatCameAlongNamesNoServerHere() throws Exception {
    Path beside = folder(BESIDE);
    Path program = Files.copy(Path.of("/bin/cat"), temporary.resolve("postgres"));
    Process server = new ProcessBuilder(program.toString()).start();
    try {
      String file = server.pid() + "\n" + folder("data") + "\n";
      Files.writeString(beside.resolve(PidFile.NAME), file);
      assertThat(moved.all()).as("moved while it ran").singleElement().matches(MovedFolder::served);
      Files.writeString(workspace.primaryData().resolve(PidFile.NAME), file);
      assertThat(moved.all()).as("copied").singleElement().matches(each -> !each.served());
    } finally {
      server.destroy();
      server.waitFor();
    }
  }
}
