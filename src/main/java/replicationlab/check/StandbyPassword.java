package replicationlab.check;

import java.util.Map;
import java.util.Set;
import replicationlab.postgres.config.Conninfo;

/**
 * Where a standby has its password from: from primary_conninfo, from its environment, or from a
 * file.
 *
 * @param environment that of the standby's server
 */
record StandbyPassword(Scene scene, Conninfo conninfo, Map<String, String> environment) {

  /** The methods of pg_hba.conf that ask for one. */
  static final Set<String> ASKED_BY = Set.of("md5", "password", "scram-sha-256");

  /** After it the server knows that the password was right. */
  private static final String ACCEPTED =
      "started streaming WAL|could not start WAL streaming|could not receive data from WAL stream"
          + "|identifier differs between|highest timeline";

  /** As libpq says it; a client of the standby's own can be refused in nearly the same words. */
  private static final String REFUSED =
      "no password supplied|(server: |failed: |^\\t)FATAL: +password authentication failed";

  StandbyPassword(Scene scene, Conninfo conninfo) {
    this(scene, conninfo, PasswordFile.environment(scene.standby));
  }

  /** A standby that may have one has it from somewhere, unless it was told that it is not right. */
  boolean isNotRight() {
    return !mayHaveOne() || wasRefused(scene.standby.log());
  }

  static boolean wasRefused(ServerLog log) {
    return log.since(ACCEPTED).says(REFUSED);
  }

  private boolean mayHaveOne() {
    return hasItself()
        || !environment.getOrDefault("PGPASSWORD", "").isEmpty()
        || file().mayBeThere();
  }

  private PasswordFile file() {
    return PasswordFile.of(
        scene.standby, conninfo.values().getOrDefault("passfile", ""), environment);
  }

  private boolean hasItself() {
    return conninfo.values().containsKey("password");
  }

  private boolean namesFile() {
    return !conninfo.values().getOrDefault("passfile", "").isEmpty();
  }

  /** What it has shown, after "and". */
  String shown() {
    if (hasItself()) {
      return "that in primary_conninfo is not right";
    }
    String shown = "it has shown none that is right (primary_conninfo has none, and ";
    return namesFile()
        ? shown + "the file that its passfile names has none for this connection, or a wrong one)"
        : shown + "no password file has the right one)";
  }

  /** How it shows the right one, after "or". libpq looks for a standby's under "replication". */
  String howToShow() {
    if (hasItself()) {
      return "correct it in primary_conninfo and restart the standby";
    }
    String user = conninfo.user().isEmpty() ? "postgres" : conninfo.user();
    return "put the line "
        + host()
        + ":5432:replication:"
        + user.replaceAll("([\\\\:])", "\\\\$1")
        + ":PASSWORD into "
        + file().place(scene.major());
  }

  /** As it stands in such a line, where a colon would end it; a star is any. */
  private String host() {
    String host = conninfo.hosts().getFirst().given();
    return host.isEmpty()
        ? "localhost"
        : host.matches("[A-Za-z0-9._-]+") && !conninfo.hasList() ? host : "*";
  }
}
