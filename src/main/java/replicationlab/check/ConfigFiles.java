package replicationlab.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import replicationlab.postgres.config.SettingLine;
import replicationlab.postgres.config.SettingsTree;

/**
 * The settings files of a data directory, mistyped lines too, and what the lab calls them: by their
 * path from the workspace.
 */
record ConfigFiles(Path data, SettingsTree tree) {

  static ConfigFiles of(Path data) {
    return new ConfigFiles(data, SettingsTree.asMeant(data));
  }

  /** A single file, such as recovery.conf. */
  static ConfigFiles single(Path file) {
    return new ConfigFiles(file.resolveSibling(""), SettingsTree.fileAsMeant(file));
  }

  List<SettingLine> lines() {
    return tree.lines();
  }

  /** The line that counts for a name. */
  Optional<SettingLine> last(String name) {
    return tree.last(name);
  }

  Stream<SettingLine> all(String name) {
    return tree.all(name);
  }

  /**
   * The file in which a setting is to be changed, relative to the workspace: where it is set now,
   * else postgresql.conf.
   */
  String fileFor(String name) {
    return last(name)
        .map(SettingLine::file)
        .filter(file -> file.normalize().startsWith(workspace()))
        .map(this::shown)
        .orElse(data.getFileName() + "/postgresql.conf");
  }

  /** A file of the workspace by its path from there; any other as it is. */
  String shown(Path file) {
    Path plain = file.normalize();
    return plain.startsWith(workspace())
        ? workspace().relativize(plain).toString().replace('\\', '/')
        : file.toString();
  }

  private Path workspace() {
    return data.resolveSibling("");
  }
}
