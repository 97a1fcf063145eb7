package replicationlab.run;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import replicationlab.postgres.sql.QueryResult;
import replicationlab.postgres.sql.Server;
import replicationlab.postgres.sql.Session;
import replicationlab.postgres.sql.Timeouts;

/** The sessions that the lab keeps open from step to step; they end with the program. */
final class OpenSessions implements AutoCloseable {

  private final Map<String, Session> sessions = new ConcurrentHashMap<>();

  QueryResult query(String name, int port, String sql) {
    Session session = sessions.get(name);
    if (session == null || !session.isOpen()) {
      session = Session.open(Server.local(port), Timeouts.PATIENT);
      sessions.put(name, session);
    }
    return session.query(sql);
  }

  /** Asks the server to break off what the session waits for, if it waits for anything. */
  void cancel(String name) {
    Session session = sessions.get(name);
    if (session != null) {
      session.cancel();
    }
  }

  boolean isOpen(String name) {
    Session session = sessions.get(name);
    return session != null && session.isOpen();
  }

  boolean anyOpen() {
    return sessions.values().stream().anyMatch(Session::isOpen);
  }

  void closeAll() {
    sessions.keySet().forEach(this::close);
  }

  void close(String name) {
    Session session = sessions.remove(name);
    if (session != null) {
      session.close();
    }
  }

  @Override
  public void close() {
    closeAll();
  }
}
