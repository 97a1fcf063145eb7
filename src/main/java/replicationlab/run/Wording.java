package replicationlab.run;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import replicationlab.postgres.cluster.ClusterPair;

/**
 * Puts a lab's own ports and folders in the place of the course's, so that an author writes 5432
 * and 5433 as on the slides, and every command, slide and check follows when a lab uses others.
 */
public record Wording(ClusterPair clusters, Path sockets) {

  private static final Pattern PRIMARY_PORT = Pattern.compile("(?<!\\d)5432(?!\\d)");
  private static final Pattern STANDBY_PORT = Pattern.compile("(?<!\\d)5433(?!\\d)");

  /**
   * A socket's path has at most 107 bytes, the file's own name included (PostgreSQL's manual,
   * "Client Connections").
   */
  private static final int LONGEST_SOCKET_FOLDER = 88;

  /** The text for this lab. */
  public String of(String text) {
    String ported =
        PRIMARY_PORT
            .matcher(text)
            .replaceAll(found -> "\u0001")
            .transform(half ->
                STANDBY_PORT.matcher(half).replaceAll(Integer.toString(clusters.standby().port())))
            .replace("\u0001", Integer.toString(clusters.primary().port()));
    return ported
        .replace("{share}", clusters.installation().share().toString())
        .replace("{sockets}", socketFolder());
  }

  /** Empty means no Unix sockets: the clients of a lab connect over TCP anyhow. */
  private String socketFolder() {
    String folder = sockets.toString();
    boolean usable =
        File.separatorChar == '/'
            && folder.getBytes(StandardCharsets.UTF_8).length <= LONGEST_SOCKET_FOLDER;
    return usable ? folder.replace("'", "''") : "";
  }
}
