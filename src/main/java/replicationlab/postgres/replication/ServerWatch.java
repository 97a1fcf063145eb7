package replicationlab.postgres.replication;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.cluster.ClusterState;
import replicationlab.postgres.cluster.DataDirectory;
import replicationlab.postgres.cluster.PidFile;
import replicationlab.postgres.cluster.Reserve;
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
  private final Reserve reserve;
  private @Nullable Session session;

  ServerWatch(Cluster cluster, WalFunctions wal) {
    this.cluster = cluster;
    this.reserve = Reserve.of(cluster.data());
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
    Optional<ClusterState> told = ClusterState.told(server.get());
    if (told.isPresent()) {
      close();
      return silent(told.get());
    }
    return hasSession()
        ? ask(server.get())
        : reserve
            .keepsAway(server.get())
            .map(why -> unreachable(server.get(), why))
            .orElseGet(() -> ask(server.get()));
  }

  private ServerStatus ask(PidFile server) {
    try {
      List<@Nullable String> row = open(server).query(sql).rows().getFirst();
      return new ServerStatus(
          ClusterState.RUNNING,
          server.port(),
          version(text(row.get(0))),
          "t".equals(row.get(1)),
          text(row.get(2)),
          text(row.get(3)),
          text(row.get(4)));
    } catch (CannotConnect e) {
      close();
      reserve.turnedAway(server, e);
      return unreachable(server, e);
    } catch (SqlFailure e) {
      close();
      return silent(ClusterState.STARTING);
    }
  }

  private ServerStatus unreachable(PidFile server, CannotConnect why) {
    ClusterState state = ClusterState.unreachable(server, why);
    return state == ClusterState.KEEPS_OUT
        ? new ServerStatus(state, cluster.port(), "", null, "", why.briefly(), "")
        : silent(state);
  }

  /** Asks at the next look even a server that has turned us away a moment ago. */
  void askAgain() {
    reserve.end();
  }

  private boolean hasSession() {
    return session != null && session.isOpen();
  }

  private Session open(PidFile server) {
    Session open = session;
    if (open == null || !open.isOpen()) {
      open = Session.toAsk(Server.local(server.port()));
      reserve.forget();
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
