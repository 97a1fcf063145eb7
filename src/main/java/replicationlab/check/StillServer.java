package replicationlab.check;

import java.util.Optional;
import replicationlab.postgres.cluster.ClusterState;
import replicationlab.postgres.cluster.PidFile;
import replicationlab.postgres.sql.CannotConnect;

/** A server that lives and says nothing at all, so that nobody knows what it would say. */
final class StillServer {

  private final Side side;

  StillServer(Side side) {
    this.side = side;
  }

  /** Empty if it is another program that is silent on the server's port. */
  Optional<Explanation> find(CannotConnect refused) {
    return side.data()
        .server()
        .filter(server -> server.port() == side.cluster().port())
        .filter(server -> ClusterState.unreachable(server, refused) == ClusterState.SILENT)
        .map(this::why);
  }

  private Explanation why(PidFile server) {
    return server.isHeld()
        ? Explanation.of(
            "The "
                + side.name()
                + " does not answer: its process "
                + server.pid()
                + " has been stopped, as by kill -STOP, and stands still.",
            "Let it go on with kill -CONT " + server.pid() + ", and check again.")
        : Explanation.of(
            "The " + side.name() + " runs, as process " + server.pid() + ", and does not answer.",
            "Look whether this machine is too busy or that process stands still, and check again.");
  }
}
