package replicationlab.check;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.cluster.DataDirectory;
import replicationlab.postgres.cluster.PidFile;
import replicationlab.postgres.cluster.Reserve;
import replicationlab.postgres.sql.CannotConnect;
import replicationlab.postgres.sql.Server;
import replicationlab.postgres.sql.Session;
import replicationlab.postgres.sql.SqlFailure;

/**
 * The session with one cluster for a round of checks; opened when it is needed, and again when it
 * was lost. For one question at a time, whoever asks.
 */
final class AskedServer {

  private final Cluster cluster;
  private final LeftSessions left;
  private final boolean patient;
  private @Nullable Session session;

  /** Whose session it is; nothing for that of a server that is not the cluster's own. */
  private Optional<PidFile> server = Optional.empty();

  /** Whether the session is of an earlier round; such a one may have been lost in between. */
  private boolean earlier;

  private @Nullable CannotConnect silent;

  /**
   * @param patient as {@link Asking} has it
   */
  AskedServer(Cluster cluster, LeftSessions left, boolean patient) {
    this.cluster = cluster;
    this.left = left;
    this.patient = patient;
  }

  synchronized Asking.Answer ask(String sql) {
    Asking.Answer answer = askOnce(sql);
    return earlier && answer.sessionWasLost() ? askAnew(sql) : answer;
  }

  /** The same over a new session: who has one already is answered where nobody is let in. */
  synchronized Asking.Answer askAnew(String sql) {
    if (session == null) {
      ofRoundBefore().ifPresent(Session::close);
    } else if (earlier) {
      session.close();
    }
    return askOnce(sql);
  }

  private Asking.Answer askOnce(String sql) {
    try {
      return new Asking.Answer(open().query(sql), null, null);
    } catch (SqlFailure e) {
      return new Asking.Answer(null, e, null);
    } catch (CannotConnect e) {
      return new Asking.Answer(null, null, e);
    }
  }

  private Session open() {
    Session open = session;
    if (open == null) {
      open = ofRoundBefore().orElse(null);
      earlier = open != null;
    }
    if (open == null || !open.isOpen()) {
      open = connect();
      earlier = false;
    }
    session = open;
    return open;
  }

  private Optional<Session> ofRoundBefore() {
    server = served();
    return server.flatMap(own -> left.take(cluster, own));
  }

  /** Another server may be on the port. */
  private Optional<PidFile> served() {
    return new DataDirectory(cluster.data()).server().filter(own -> own.port() == cluster.port());
  }

  /**
   * Who has not answered at all is not waited for again in this round, and who has said no is not
   * asked again: each time is a FATAL line in the log.
   */
  private Session connect() {
    if (silent != null) {
      throw silent;
    }
    Reserve reserve = Reserve.of(cluster.data());
    server = served();
    Optional<CannotConnect> known =
        server.flatMap(patient ? reserve::keepsAway : reserve::keepsAllAway);
    if (known.isPresent()) {
      throw known.get();
    }
    try {
      Session opened = Session.toAsk(Server.local(cluster.port()));
      server.ifPresent(own -> reserve.forget());
      return opened;
    } catch (CannotConnect e) {
      server.ifPresent(own -> reserve.turnedAway(own, e));
      silent =
          switch (e.reason()) {
            case TIMED_OUT, REJECTED -> e;
            default -> null;
          };
      throw e;
    }
  }

  /** The round is over. */
  synchronized void close() {
    Session last = session;
    if (last != null) {
      server.ifPresentOrElse(own -> left.leave(cluster, own, last), last::close);
    }
  }
}
