package replicationlab.policy;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server writes and removes by its settings is no more than a lesson may itself. */
class SettingRulesTest {

  @TempDir Path folder;

  private Path workspace;
  private SettingRules rules;

  @BeforeEach
  void aWorkspace() throws IOException {
    workspace = Files.createDirectories(folder.toRealPath().resolve("lab"));
    Files.createDirectories(workspace.resolve("a/b/data"));
    WorkspacePaths paths = new WorkspacePaths(workspace, folder);
    rules = new SettingRules(paths, new ConninfoRules(paths, Set.of(5432, 5433)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trigger_file = '../journal.jsonl'",
        "promote_trigger_file = '../progress.json'",
        "log_directory = '../going-back'",
        "unix_socket_directories = '../.drafts'",
        "archive_command = 'cp %p ../checkpoints/%f'",
        "archive_cleanup_command = 'pg_archivecleanup ../kept %r'",
      })
  void theProgramsOwnFilesAreNotAServersEither(String line) {
    assertThatThrownBy(() -> rules.requireLines(line, workspace.resolve("data")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("the lab's own files");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Localhost", "\"localhost\", \"127.0.0.1\"", "127.0.0.1, ::1"})
  void serverListensOnThisMachineHoweverThatIsWritten(String value) {
    rules.requireLines("listen_addresses = '" + value + "'", workspace.resolve("data"));
    assertThatThrownBy(() ->
            rules.requireLines(
                "listen_addresses = '" + value + ", \"*\"'", workspace.resolve("data")))
        .isInstanceOf(RefusedException.class);
  }

  /** The file may be copied to a data directory that lies higher. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "log_directory = '../../logs'",
        "promote_trigger_file = '../../precious'",
        "include '../../x.conf'",
      })
  void aSettingsFileLeadsOneFolderUpAtMost(String line) {
    assertThatThrownBy(() -> rules.requireLines(line, workspace.resolve("a/b/data")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("leads out");
  }
}
