package replicationlab.postgres.replication;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.cluster.ClusterState;
import replicationlab.postgres.cluster.DataDirectory;
import replicationlab.postgres.cluster.PidFile;
import replicationlab.postgres.sql.CannotConnect;
import replicationlab.postgres.sql.Server;
import replicationlab.postgres.sql.Session;
import replicationlab.postgres.sql.SqlFailure;

/**
 * Looks at one server, over one session that stays open as long as the server lives. One that has
 * turned us away is asked again after a pause.
 */
final class ServerWatch {

  private final Cluster cluster;
  private final String sql;
  private final Reserve reserve = new Reserve(System::nanoTime);
  private @Nullable Session session;
  private @Nullable ServerStatus rejection;

  ServerWatch(Cluster cluster, WalFunctions wal) {
    this.cluster = cluster;
    this.sql =
        "SELECT current_setting('server_version'), pg_is_in_recovery(),"
            + " CASE WHEN pg_is_in_recovery() THEN "
            + wal.replayLsn()
            + " ELSE "
            + wal.currentLsn()
            + " END,"
            + " CASE WHEN NOT pg_is_in_recovery() THEN ''"
            + " WHEN "
            + wal.isReplayPaused()
            + " THEN 'replay paused'"
            + " ELSE coalesce((SELECT status FROM pg_stat_wal_receiver), 'not streaming') END,"
            + " pg_conf_load_time()";
  }

  ServerStatus look() {
    DataDirectory data = new DataDirectory(cluster.data());
    if (!data.holdsCluster()) {
      return silent(ClusterState.ABSENT);
    }
    Optional<PidFile> server = data.server();
    if (server.isEmpty()) {
      close();
      reserve.forget();
      return silent(data.pidFile().isPresent() ? ClusterState.STALE_PID : ClusterState.STOPPED);
    }
    ServerStatus before = rejection;
    if (before != null && reserve.keepsAway(server.get(), cluster.data())) {
      return before;
    }
    try {
      List<@Nullable String> row = open(server.get()).query(sql).rows().getFirst();
      reserve.forget();
      return new ServerStatus(
          ClusterState.RUNNING,
          server.get().port(),
          version(text(row.get(0))),
          "t".equals(row.get(1)),
          text(row.get(2)),
          text(row.get(3)),
          text(row.get(4)));
    } catch (CannotConnect e) {
      close();
      ClusterState state = ClusterState.unreachable(server.get(), e);
      if (state != ClusterState.KEEPS_OUT) {
        return silent(state);
      }
      reserve.turnedAway(server.get(), cluster.data());
      ServerStatus away = new ServerStatus(state, cluster.port(), "", null, "", e.briefly(), "");
      rejection = away;
      return away;
    } catch (SqlFailure e) {
      close();
      return silent(ClusterState.STARTING);
    }
  }

  /** Asks at the next look even a server that has turned us away a moment ago. */
  void askAgain() {
    reserve.end();
  }

  private Session open(PidFile server) {
    Session open = session;
    if (open == null || !open.isOpen()) {
      open = Session.toAsk(Server.local(server.port()));
      session = open;
    }
    return open;
  }

  private ServerStatus silent(ClusterState state) {
    return new ServerStatus(state, cluster.port(), "", null, "", "", "");
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** "15.18 (Debian 15.18-0+deb12u1)" is 15.18. */
  private static String version(String words) {
    return words.split(" ", 2)[0];
  }

  void close() {
    if (session != null) {
      session.close();
      session = null;
    }
  }
}
