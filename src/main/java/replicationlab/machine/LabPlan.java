package replicationlab.machine;

import java.nio.file.Files;
import java.nio.file.Path;
import replicationlab.postgres.cluster.PortPair;

/**
 * What the lab is to be done with.
 *
 * @param workspace its folder, which need not exist yet
 * @param postgres a version or a folder; empty for the usual one
 */
public record LabPlan(Path workspace, String postgres, PortPair ports) {

  /** The folder on whose disk the workspace is or would be: the nearest that exists. */
  Path ground() {
    Path folder = workspace.toAbsolutePath().normalize();
    while (!Files.isDirectory(folder) && folder.getParent() != null) {
      folder = folder.getParent();
    }
    return folder;
  }
}
