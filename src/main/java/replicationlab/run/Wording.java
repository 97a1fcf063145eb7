package replicationlab.run;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import replicationlab.postgres.cluster.ClusterPair;
import replicationlab.process.ShellWords;

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

  private static final String MARK = "\u0001";

  /** The text for this lab. The folders stand in commands, where one with a space is quoted. */
  public String of(String text) {
    return ports(text)
        .replace("{share}", ShellWords.fileName(clusters.installation().share().toString()))
        .replace("{sockets}", socketFolder());
  }

  /** The text with this lab's ports, and nothing else of it changed. */
  public String ports(String text) {
    // By way of a mark, because a lab's primary may well have the course's standby's port.
    String marked = PRIMARY_PORT.matcher(text).replaceAll(MARK);
    return STANDBY_PORT
        .matcher(marked)
        .replaceAll(Integer.toString(clusters.standby().port()))
        .replace(MARK, Integer.toString(clusters.primary().port()));
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
