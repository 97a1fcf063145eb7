package replicationlab.evidence;

import replicationlab.postgres.install.Version;

/**
 * What a lab was done on: enough to understand an output, and nothing that tells whose machine it
 * is.
 *
 * @param system the operating system, such as "Linux amd64"
 * @param postgres the servers' version, such as "18.6"
 * @param program this program's version
 */
public record Machine(String system, String postgres, String program) {

  /** This machine, with the chosen PostgreSQL. */
  public static Machine here(Version postgres) {
    String version = Machine.class.getPackage().getImplementationVersion();
    return new Machine(
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        postgres.toString(),
        version == null ? "not packaged" : version);
  }
}
