package replicationlab.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.cluster.PidFile;
import replicationlab.postgres.sql.Session;

/**
 * Sessions that one round of checks leaves to the next: to connect takes a server longer than to
 * answer all that is asked. Only while somebody has one round after the other looked at, who says
 * when that is over; otherwise a round ends its sessions itself, and none is in the way of a person
 * who stops a server or drops a database.
 */
public final class LeftSessions {

  /** By the cluster's port. */
  private final Map<Integer, Left> left = new HashMap<>();

  private boolean wanted;

  private record Left(long server, Session session) {}

  /** Until it is closed sessions are left; then those that are left end. */
  public final class Rounds implements AutoCloseable {

    private Rounds() {}

    @Override
    public void close() {
      endAll();
    }
  }

  /** Several rounds begin, of which each may take what the one before has left. */
  public synchronized Rounds begin() {
    wanted = true;
    return new Rounds();
  }

  private synchronized void endAll() {
    wanted = false;
    left.values().forEach(each -> each.session().close());
    left.clear();
  }

  /** What was left by a round that asked this very server, if that has not ended since. */
  synchronized Optional<Session> take(Cluster cluster, PidFile server) {
    Left found = left.remove(cluster.port());
    if (found == null) {
      return Optional.empty();
    }
    if (found.server() != server.pid()) {
      found.session().close();
      return Optional.empty();
    }
    return Optional.of(found.session());
  }

  /** Leaves an open session to the next round, or ends it where none is to come. */
  synchronized void leave(Cluster cluster, PidFile server, Session session) {
    if (wanted && session.isOpen()) {
      Left other = left.put(cluster.port(), new Left(server.pid(), session));
      if (other != null) {
        other.session().close();
      }
    } else {
      session.close();
    }
  }
}
