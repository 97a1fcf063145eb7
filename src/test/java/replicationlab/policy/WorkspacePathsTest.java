package replicationlab.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A lesson's paths stay in the workspace, by whatever name they try to leave it. */
class WorkspacePathsTest {

  @TempDir Path folder;

  private Path share;
  private Path workspace;
  private WorkspacePaths paths;

  @BeforeEach
  void aWorkspaceWithLinksThatLeadOut() throws IOException {
    Path real = folder.toRealPath();
    workspace = Files.createDirectories(real.resolve("lab/data")).resolveSibling("");
    share = Files.createDirectory(real.resolve("share"));
    Files.createSymbolicLink(workspace.resolve("way-out"), real);
    Files.createSymbolicLink(workspace.resolve("to-nothing"), real.resolve("not-yet"));
    Files.createSymbolicLink(workspace.resolve("to-data"), workspace.resolve("data"));
    paths = new WorkspacePaths(workspace, share);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../x",
        "/etc/passwd",
        ".",
        "data/../..",
        "data/../../x",
        "way-out/x",
        "way-out/share",
        "way-out/../x",
        "to-nothing",
        "to-nothing/x",
        "to-data/../../x",
      })
  void waysOutAreClosed(String name) {
    assertThatThrownBy(() -> paths.written(name))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("leads out of the workspace");
    assertThatThrownBy(() -> paths.read(name)).isInstanceOf(RefusedException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"~/x", "logs/$(id).log", "logs/`id`.log", "a\"b", "a\nb", "a\\b", ""})
  void whatAShellWouldReadIsNoPath(String name) {
    assertThatThrownBy(() -> paths.written(name)).isInstanceOf(RefusedException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".replication-lab-workspace",
        ".lock",
        ".drafts/x.json",
        "progress.json",
        "progress.json.before",
        "progress.json.new",
        "progress.json.broken",
        "opened.json",
        "journal.jsonl",
        "Journal.JSONL",
        "PROGRE\u017f\u017f.json",
        "journal.jsonl.",
        "kept/data2-1",
        "Kept/data2-1",
        "CHECKPOINTS",
      })
  void theProgramsOwnFilesAreNotALessons(String name) {
    assertThatThrownBy(() -> paths.written(name))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("the lab's own files");
  }

  @Test
  void whatTheSlidesDoIsAllowed() {
    assertThat(paths.written("data2/postmaster.pid"))
        .isEqualTo(workspace.resolve("data2/postmaster.pid"));
    assertThat(paths.written("to-data/x")).isEqualTo(workspace.resolve("to-data/x"));
    assertThat(paths.read(share + "/recovery.conf.sample"))
        .isEqualTo(share.resolve("recovery.conf.sample"));
    assertThat(paths.inside(workspace.resolve("data"), "../archive"))
        .isEqualTo(workspace.resolve("archive"));
    assertThatThrownBy(() -> paths.inside(workspace.resolve("data"), "../../archive"))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> paths.inside(workspace.resolve("a/b/c"), "../../archive"))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> paths.written(share + "/recovery.conf.sample"))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> paths.read(share + "/../../secret"))
        .isInstanceOf(RefusedException.class);
  }
}
