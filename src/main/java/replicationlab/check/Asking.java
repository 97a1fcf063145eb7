package replicationlab.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.cluster.ServerControl;
import replicationlab.postgres.sql.CannotConnect;
import replicationlab.postgres.sql.QueryResult;
import replicationlab.postgres.sql.Server;
import replicationlab.postgres.sql.Session;
import replicationlab.postgres.sql.SqlFailure;
import replicationlab.process.OutputLine;

/**
 * Asks the clusters for the checks of one round, over one session a cluster, which takes one
 * question at a time whoever asks. Every query has time-outs: a replayed lock on a standby can
 * otherwise block a SELECT for minutes.
 *
 * <p>A session of a round before may be used on.
 */
final class Asking implements AutoCloseable {

  /** By the cluster's port. */
  private final Map<Integer, AskedServer> servers = new ConcurrentHashMap<>();

  private final LeftSessions left;
  private final boolean patient;

  /** For somebody who wants to know now, and only once. */
  Asking() {
    this(new LeftSessions(), false);
  }

  /**
   * @param left what the round before has left, and what this one leaves
   * @param patient whether what a server has said that does not let us in is enough for a while;
   *     what one has said that starts is enough for everybody
   */
  Asking(LeftSessions left, boolean patient) {
    this.left = left;
    this.patient = patient;
  }

  /** What came of a question: one of the three is there. */
  record Answer(
      @Nullable QueryResult result,
      @Nullable SqlFailure failure,
      @Nullable CannotConnect unreachable) {

    /** The first value of the first row; empty if there is none or it is null. */
    String first() {
      String value = result == null ? null : result.first();
      return value == null ? "" : value;
    }

    List<List<@Nullable String>> rows() {
      return result == null ? List.of() : result.rows();
    }

    boolean answered() {
      return result != null;
    }

    /** The answer as it came: rows, or the server's or the driver's words. */
    String raw() {
      if (failure != null) {
        return failure.words() + "\nSQLSTATE " + failure.sqlState();
      }
      if (unreachable != null) {
        return String.valueOf(unreachable.getMessage());
      }
      return String.join(
          "\n",
          rows().stream()
              .map(row -> String.join(" | ", row.stream().map(Asking::text).toList()))
              .toList());
    }

    /** Whether nobody is there, or the server has just ended the session (57P01, 57P02). */
    boolean sessionWasLost() {
      return unreachable != null || (failure != null && failure.sqlState().startsWith("57P0"));
    }

    /**
     * Time-outs and cut connections tell nothing about the cluster, and neither does a question
     * that the server does not support (0A000), such as a serializable one on a standby.
     */
    boolean tellsNothing() {
      return (unreachable != null && unreachable.reason() != CannotConnect.Reason.REFUSED)
          || (failure != null
              && List.of("57014", "55P03", "57P01", "08006", "0A000").contains(failure.sqlState()));
    }
  }

  /**
   * What a stopped server would use for a setting; no value if its program does not tell, whose
   * words are {@code lines}.
   */
  record Filed(Optional<String> value, List<OutputLine> lines) {

    /** What was told, or complained about, as one text. */
    String words() {
      return String.join("\n", lines.stream().map(OutputLine::text).toList());
    }
  }

  private record FiledSetting(Path data, String name) {}

  private final Map<FiledSetting, Filed> filed = new ConcurrentHashMap<>();

  /** Asks the server's program once a round for each setting: that takes it a start of its own. */
  Filed filed(ServerControl control, Cluster cluster, String name) {
    return filed.computeIfAbsent(
        new FiledSetting(cluster.data(), name),
        setting -> {
          List<OutputLine> lines = new ArrayList<>();
          return new Filed(control.effectiveSetting(cluster, name, lines::add), lines);
        });
  }

  private static String text(@Nullable String value) {
    return value == null ? "NULL" : value;
  }

  Answer ask(Cluster cluster, String sql) {
    return server(cluster).ask(sql);
  }

  /** The same, to learn as well whether the server lets somebody in who comes now. */
  Answer askAnew(Cluster cluster, String sql) {
    return server(cluster).askAnew(sql);
  }

  private AskedServer server(Cluster cluster) {
    return servers.computeIfAbsent(cluster.port(), port -> new AskedServer(cluster, left, patient));
  }

  /** Whether a user of that name may connect. */
  boolean letsIn(Cluster cluster, String user) {
    Server local = Server.local(cluster.port());
    try (Session session =
        Session.toAsk(new Server(local.host(), local.port(), user, local.database()))) {
      return session.isOpen();
    } catch (CannotConnect e) {
      return false;
    }
  }

  @Override
  public void close() {
    servers.values().forEach(AskedServer::close);
    servers.clear();
  }
}
