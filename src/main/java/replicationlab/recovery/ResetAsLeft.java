package replicationlab.recovery;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import replicationlab.postgres.cluster.DataDirectory;
import replicationlab.progress.Workspace;
import replicationlab.progress.WorkspaceException;

/**
 * A reset that was interrupted. Whoever asked for it has agreed to lose everything, and what is
 * left is no lab any more: it is brought to its end, unless a server has been started there since.
 *
 * @param serverRuns whether one runs on a data directory
 */
record ResetAsLeft(Workspace workspace, Predicate<Path> serverRuns) {

  ResetAsLeft(Workspace workspace) {
    this(workspace, data -> new DataDirectory(data).server().isPresent());
  }

  Optional<Finding> finish() {
    if (!workspace.isHalfReset()) {
      return Optional.empty();
    }
    if (List.of(workspace.primaryData(), workspace.standbyData()).stream().anyMatch(serverRuns)) {
      return Optional.of(
          Finding.offered(
              "A reset was interrupted, and a server runs here again; reset the lab once more, or"
                  + " go on with what is left."));
    }
    try {
      workspace.reset();
    } catch (WorkspaceException e) {
      return Optional.of(Finding.offered("A reset was interrupted. " + e.getMessage()));
    }
    return Optional.of(
        Finding.repaired("A reset was interrupted; it has been brought to its end."));
  }
}
