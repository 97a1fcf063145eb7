package replicationlab.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import replicationlab.progress.Workspace;

/** A lesson's file commands stay in the workspace, by whatever name they try to leave it. */
class WorkspacePathsTest {

  @TempDir Path folder;

  private WorkspacePaths paths;

  @BeforeEach
  void aWorkspaceWithALinkThatLeadsOut() throws IOException {
    Workspace workspace = Workspace.open(folder.resolve("lab"));
    Path share = Files.createDirectory(folder.resolve("share"));
    Files.createSymbolicLink(workspace.folder().resolve("way-out"), folder);
    paths = new WorkspacePaths(workspace, share);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rm ../x",
        "rm /etc/passwd",
        "rm -R .",
        "rm data/../..",
        "cp -p -R data ../data2",
        "cp /etc/passwd data",
        "touch way-out/x",
        "rm way-out/share",
        "cat way-out/secret",
        "cp data ~root",
      })
  void waysOutAreClosed(String line) {
    if (line.contains("~root")) {
      // Without a shell a tilde is only a name, so this one stays inside.
      assertThatCode(() -> paths.require(CommandWords.parse(line))).doesNotThrowAnyException();
      return;
    }
    assertThatThrownBy(() -> paths.require(CommandWords.parse(line)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("leads out of the workspace");
  }

  @Test
  void whatTheSlidesDoIsAllowed() {
    assertThatCode(
            () -> {
              paths.require(CommandWords.parse("cp -p -R data data2"));
              paths.require(CommandWords.parse("rm data2/postmaster.pid"));
              paths.require(
                  CommandWords.parse(
                      "cp "
                          + folder.resolve("share/recovery.conf.sample")
                          + " data2/recovery.conf"));
            })
        .doesNotThrowAnyException();
  }
}
