package replicationlab.policy;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Command lines are read as the programs read them; {ws} is the workspace, {out} is outside. */
class CommandRulesTest {

  @TempDir Path folder;

  private Path workspace;
  private CommandRules rules;

  @BeforeEach
  void aWorkspace() throws IOException {
    workspace = Files.createDirectories(folder.toRealPath().resolve("lab"));
    WorkspacePaths paths = new WorkspacePaths(workspace, folder);
    ConninfoRules conninfo = new ConninfoRules(paths, Set.of(5432, 5433));
    SettingRules settings = new SettingRules(paths, conninfo);
    rules =
        new CommandRules(paths, settings, conninfo, new StatementRules(paths, settings, conninfo));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pg_ctl -D data -l init.log -o '-E -clisten_addresses=0.0.0.0 -E -carchive_command=/x.sh' -w restart",
        "pg_ctl -D initial -l logs/p.log -o '-E -clisten_addresses=0.0.0.0' start",
        "pg_ctl -D data -o '-E -clisten_addresses=0.0.0.0' INIT",
        "pg_ctl -D data -o '-E -clisten_addresses=0.0.0.0' init restart",
        "pg_ctl -D data -o '-E -cshared_preload_libraries=x' initdb",
        "pg_ctl -D data -l logs/p.log -o '-N -clisten_addresses=0.0.0.0' restart",
        "pg_ctl -D data -l logs/p.log -o '-clisten_addresses=0.0.0.0' restart",
        "pg_ctl -D data -l logs/p.log -o '--listen_addresses=0.0.0.0' restart",
      })
  void theVerbSaysWhoseOptionsPgCtlPassesOn(String line) {
    refused(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pg_ctl -D data -o '-U postgres -E UTF8 -A trust' init",
        "pg_ctl -D data -o '--encoding=UTF8' initdb",
        "pg_ctl -D init -l logs/init.log -o '-p 5433 -cport=5433 --wal_level=logical' restart",
        "pg_ctl --version",
      })
  void whatTheVerbTakesIsAllowed(String line) {
    allowed(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pg_basebackup -D data2 -T \"{ws}/ts={out}/X\\=data9\"",
        "pg_basebackup -D data2 -T \"{ws}/ts\\={out}/X=data9\"",
        "pg_basebackup -D data2 -T {ws}/ts={out}/X={ws}/data9",
        "pg_basebackup -D data2 -T {ws}/ts={out}/X",
        "pg_basebackup -D data2 -T {out}/ts={ws}/X",
        "pg_basebackup -D data2 -T {ws}/ts",
      })
  void aTablespaceStaysInside(String line) {
    refused(line);
  }

  @ParameterizedTest
  @ValueSource(strings = "pg_basebackup -D data2 -T {ws}/ts={ws}/ts2")
  void andMayGoElsewhereInside(String line) {
    allowed(line);
  }

  private CommandWords words(String line) {
    return CommandWords.parse(
        line.replace("{ws}", workspace.toString())
            .replace("{out}", workspace.resolveSibling("out").toString()));
  }

  private void allowed(String line) {
    assertThatCode(() -> rules.require(words(line))).doesNotThrowAnyException();
  }

  private void refused(String line) {
    assertThatThrownBy(() -> rules.require(words(line)))
        .isInstanceOf(RefusedException.class)
        .hasMessageEndingWith(".");
  }
}
