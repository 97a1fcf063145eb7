package replicationlab.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import replicationlab.progress.Workspace;

/** The option {@code --workspace} of the commands that ask about one and may leave it out. */
final class ChosenWorkspace {

  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      description = "the lab's folder (default: the window's)")
  private @Nullable Path folder;

  boolean isNamed() {
    return folder != null;
  }

  Path folder(Services services) {
    return folder == null ? services.defaultWorkspace() : folder;
  }

  /**
   * The workspace that is meant.
   *
   * @throws replicationlab.progress.WorkspaceException if that folder is none
   */
  Workspace existing(Services services) {
    return Workspace.existing(folder(services));
  }
}
