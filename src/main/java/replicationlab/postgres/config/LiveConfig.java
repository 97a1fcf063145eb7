package replicationlab.postgres.config;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.cluster.DataDirectory;
import replicationlab.postgres.cluster.PidFile;
import replicationlab.postgres.cluster.Reserve;
import replicationlab.postgres.config.PendingChange.Needs;
import replicationlab.postgres.sql.CannotConnect;
import replicationlab.postgres.sql.Server;
import replicationlab.postgres.sql.Session;
import replicationlab.postgres.sql.SqlFailure;

/**
 * What a running server thinks of its settings files.
 *
 * @param pending what it has not taken yet
 * @param errors what it would refuse, in its own words, with the line
 */
public record LiveConfig(
    Parameters parameters, List<PendingChange> pending, List<FileError> errors) {

  /**
   * A complaint of the server's.
   *
   * @param line from 1; 0 if it names none
   */
  public record FileError(String file, int line, String words) {}

  public LiveConfig {
    pending =
        pending.stream().sorted(Comparator.comparing(PendingChange::needs).reversed()).toList();
    errors = List.copyOf(errors);
  }

  /** Asks the server that serves a cluster; empty if none answers. Takes up to some seconds. */
  public static Optional<LiveConfig> of(Cluster cluster, int major) {
    Optional<PidFile> server = new DataDirectory(cluster.data()).server();
    Reserve reserve = Reserve.of(cluster.data());
    if (server.isEmpty()
        || server.get().port() == 0
        || server.get().takesNobody()
        || reserve.keepsAway(server.get()).isPresent()) {
      return Optional.empty();
    }
    try (Session session = Session.toAsk(Server.local(server.get().port()))) {
      reserve.forget();
      return Optional.of(new LiveConfigQuestions(session, cluster, major).ask());
    } catch (CannotConnect e) {
      reserve.turnedAway(server.get(), e);
      return Optional.empty();
    } catch (SqlFailure e) {
      return Optional.empty();
    }
  }

  /** Whether something waits for a restart. */
  public boolean needsRestart() {
    return pending.stream().anyMatch(change -> change.needs() == Needs.RESTART);
  }

  /** Whether something waits for a reload. */
  public boolean needsReload() {
    return pending.stream().anyMatch(change -> change.needs() == Needs.RELOAD);
  }
}
