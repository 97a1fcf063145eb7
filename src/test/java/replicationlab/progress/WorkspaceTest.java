package replicationlab.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace is ours only if it says so, and nothing else is ever deleted. */
class WorkspaceTest {

  @TempDir Path folder;

  @Test
  void aLinkThatLeadsNowhereIsSaidToBeOne() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("unmounted"));
    assertThatThrownBy(() -> Workspace.open(link))
        .isInstanceOf(WorkspaceException.class)
        .hasMessageContaining(
            "is a link to " + folder.resolve("unmounted") + ", which is not there");
    assertThat(folder.resolve("unmounted")).doesNotExist();
  }

  @Test
  void aNewFolderBecomesAWorkspaceThatIsFoundAgain() {
    Workspace made = Workspace.open(folder.resolve("new/lab"));
    assertThat(made.folder().resolve(Workspace.MARKER)).exists();
    assertThat(Workspace.existing(made.folder()).folder()).isEqualTo(made.folder());
  }

  @Test
  void aFolderWithSomethingElseInItIsRefused() throws IOException {
    Path documents = Files.createDirectory(folder.resolve("documents"));
    Files.writeString(documents.resolve("thesis.txt"), "years of work");
    assertThatThrownBy(() -> Workspace.open(documents))
        .isInstanceOf(WorkspaceException.class)
        .hasMessageContaining("choose an empty or a new folder");
    assertThatThrownBy(() -> Workspace.existing(documents)).isInstanceOf(WorkspaceException.class);
  }

  @Test
  void resetTakesOnlyWhatTheLabMade() throws IOException {
    Workspace workspace = Workspace.open(folder.resolve("lab"));
    Files.createDirectories(workspace.primaryData().resolve("base"));
    Path mine = Files.writeString(workspace.folder().resolve("mine.txt"), "mine");
    Path outside = Files.writeString(folder.resolve("outside.txt"), "outside");
    Files.createSymbolicLink(workspace.primaryData().resolve("link"), folder);
    workspace.reset();
    assertThat(workspace.primaryData()).doesNotExist();
    assertThat(mine).exists();
    assertThat(outside).exists();
  }

  @Test
  void whatWasDoneOutlivesAResetButNotATemporaryWorkspace() throws IOException {
    Workspace workspace = Workspace.open(folder.resolve("lab"));
    Files.writeString(workspace.journalFile(), "{}\n");
    workspace.reset();
    assertThat(workspace.journalFile()).exists();
    workspace.dispose();
    assertThat(workspace.folder()).doesNotExist();
  }

  @Test
  void withoutItsMarkerNothingIsTouched() throws IOException {
    Workspace workspace = Workspace.open(folder.resolve("lab"));
    Files.createDirectories(workspace.primaryData());
    Files.delete(workspace.folder().resolve(Workspace.MARKER));
    assertThatThrownBy(workspace::reset).isInstanceOf(WorkspaceException.class);
    assertThat(workspace.primaryData()).exists();
  }

  @Test
  void whatIsInTheWayIsKept() throws IOException {
    Workspace workspace = Workspace.open(folder.resolve("lab"));
    Files.createDirectories(workspace.standbyData().resolve("base"));
    Path first = workspace.setAside(workspace.standbyData());
    Files.createDirectories(workspace.standbyData());
    Path second = workspace.setAside(workspace.standbyData());
    assertThat(first.resolve("base")).isDirectory();
    assertThat(second).isNotEqualTo(first).exists();
    assertThatThrownBy(() -> workspace.setAside(folder)).isInstanceOf(WorkspaceException.class);
  }

  @Test
  void progressComesBackAndABrokenFileIsSetAside() throws IOException {
    Workspace workspace = Workspace.open(folder.resolve("lab"));
    ProgressFile file = new ProgressFile(workspace);
    assertThat(file.load()).isEqualTo(Progress.NONE);
    Progress progress = new Progress("lab-exercise-1", "bin", 5440, 5441, Set.of("initdb"));
    file.save(progress);
    assertThat(file.load()).isEqualTo(progress);
    Files.writeString(workspace.progressFile(), "{\"lab\": \"lab-ex");
    assertThat(file.load()).isEqualTo(Progress.NONE);
    assertThat(workspace.folder().resolve("progress.json.broken")).exists();
  }

  /** A full disk has no room for the mark, and a reset is what makes room. */
  @Test
  void aResetGoesOnWhereItCannotLeaveItsMark() throws IOException {
    Workspace workspace = Workspace.open(folder.resolve("lab"));
    Path inTheWay = Files.createDirectory(workspace.folder().resolve(".reset-under-way"));
    Path made = Files.createDirectory(workspace.primaryData());
    workspace.reset();
    assertThat(made).doesNotExist();
    assertThat(inTheWay).doesNotExist();
  }
}
