package replicationlab.policy;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Connections go to the lab's own two servers on this machine (manual, "Connection Strings"). */
final class ConninfoRules {

  private static final Pattern PAIR =
      Pattern.compile("\\s*([a-z_]+)\\s*=\\s*(?:'([^'\\\\]*)'|([^\\s'\\\\]*))(?=\\s|$)");

  private static final Set<String> HARMLESS =
      Set.of(
          "user",
          "password",
          "dbname",
          "application_name",
          "fallback_application_name",
          "connect_timeout",
          "keepalives",
          "keepalives_idle",
          "keepalives_interval",
          "keepalives_count",
          "tcp_user_timeout",
          "sslmode",
          "sslcompression",
          "gssencmode",
          "channel_binding",
          "target_session_attrs",
          "client_encoding",
          "replication",
          "require_auth");

  private final WorkspacePaths paths;
  private final Set<Integer> ports;

  ConninfoRules(WorkspacePaths paths, Set<Integer> ports) {
    this.paths = paths;
    this.ports = ports;
  }

  /**
   * @throws RefusedException if the connection could go elsewhere, or read files outside
   */
  void require(String conninfo) {
    String rest = conninfo.strip();
    Matcher pairs = PAIR.matcher(rest);
    int end = 0;
    while (end < rest.length() && pairs.find(end) && pairs.start() == end) {
      pair(pairs.group(1), pairs.group(2) == null ? pairs.group(3) : pairs.group(2));
      end = pairs.end();
    }
    if (end < rest.length()) {
      throw new RefusedException(
          "'%s' is not of the form host=… port=…, in which a lesson names a server."
              .formatted(rest.substring(end)));
    }
  }

  private void pair(String name, String value) {
    switch (name) {
      case "host", "hostaddr" -> host(value);
      case "port" -> {
        // One below 1024 is nobody's PostgreSQL: lessons about mistakes need a wrong one.
        if (!value.matches("\\d{1,3}") && !value.matches("10[01]\\d|102[0-3]")) {
          port(value);
        }
      }
      case "passfile", "sslcert", "sslkey", "sslrootcert", "sslcrl" ->
          paths.inside(paths.workspace(), value);
      default -> {
        if (!HARMLESS.contains(name)) {
          throw new RefusedException(
              "'%s' is no part of a connection that a lesson may use; it may use host, port, user, dbname, application_name and the like."
                  .formatted(name));
        }
      }
    }
  }

  /** An address of this machine, or a folder of sockets in the workspace. */
  void host(String value) {
    for (String host : value.split(",", -1)) {
      if (host.startsWith("/")) {
        paths.inside(paths.workspace(), host);
      } else if (!Loopback.isHost(host)) {
        throw new RefusedException(
            "'%s' is another machine; a lesson's servers are on this one: 127.0.0.1 or localhost."
                .formatted(host));
      }
    }
  }

  /** One of the lab's two ports: others on this machine are somebody else's. */
  void port(String value) {
    for (String port : value.split(",", -1)) {
      // Not 05432, in which the lab would not put its own port in the course's place.
      if (!port.matches("[1-9]\\d{0,4}") || !ports.contains(Integer.parseInt(port))) {
        throw new RefusedException(
            "Port '%s' is not one of the lab's; a lesson connects to 5432 and 5433 only, which stand for the lab's own."
                .formatted(port));
      }
    }
  }

  /** What stands where a database's name is asked for: a name, or a whole conninfo. */
  void database(String value) {
    if (value.contains("://")) {
      throw new RefusedException(
          "'%s' is a URI; a lesson names a server as host=… port=….".formatted(value));
    }
    if (value.contains("=")) {
      if (value.contains("password")) {
        throw new RefusedException(
            "A password on a command line can be read by everyone on this machine; use a passfile in"
                + " the workspace.");
      }
      require(value);
    }
  }
}
