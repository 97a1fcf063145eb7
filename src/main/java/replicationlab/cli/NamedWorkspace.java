package replicationlab.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import replicationlab.progress.Workspace;

/** The option {@code --workspace} of the commands that change one, and do so to none by default. */
final class NamedWorkspace {

  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      required = true,
      description = "the lab's folder")
  private Path folder = Path.of("");

  /**
   * The workspace that is meant.
   *
   * @throws replicationlab.progress.WorkspaceException if that folder is none
   */
  Workspace existing() {
    return Workspace.existing(folder);
  }
}
