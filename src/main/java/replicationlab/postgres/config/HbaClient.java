package replicationlab.postgres.config;

import java.util.Set;

/**
 * Who asks to be let in by pg_hba.conf, without TLS.
 *
 * @param groups the roles of which the user is a member, however far
 * @param address an address of this machine; empty for a Unix socket
 */
public record HbaClient(String user, Set<String> groups, String address) {

  /** How a cluster on this machine is reached over TCP, if nothing else is said. */
  public static final String LOOPBACK = "127.0.0.1";

  public HbaClient {
    groups = Set.copyOf(groups);
  }

  /** A user of whom no group is known, over TCP. */
  public static HbaClient of(String user) {
    return new HbaClient(user, Set.of(), LOOPBACK);
  }

  boolean overSocket() {
    return address.isEmpty();
  }
}
