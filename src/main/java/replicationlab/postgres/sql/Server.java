package replicationlab.postgres.sql;

/** A server to connect to. */
public record Server(String host, int port, String user, String database) {

  /** A lab's server: on this machine, as superuser, in the database postgres. */
  public static Server local(int port) {
    return new Server("127.0.0.1", port, "postgres", "postgres");
  }
}
