package replicationlab.check;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import replicationlab.postgres.cluster.Cluster;

/**
 * The check of where a server puts its Unix sockets. A folder such as /tmp, which is what a server
 * takes by itself, is one where everybody on the machine finds it (PostgreSQL's manual, "Preventing
 * Server Spoofing").
 */
final class SocketChecks {

  private static final String NAME = "unix_socket_directories";

  private SocketChecks() {}

  /** {@code sockets primary}: in the workspace, wherever in it, or none at all. */
  static CheckResult inWorkspace(LabSystem system, Asking asking, List<String> arguments) {
    Cluster cluster = system.cluster(arguments.getFirst());
    Finding finding =
        Finding.of(
            "sockets " + cluster.name(),
            "Are the " + cluster.name() + "'s Unix sockets in the workspace, or nowhere?");
    return SettingChecks.judge(
        system,
        asking,
        finding,
        cluster,
        NAME,
        value -> outside(cluster.data(), value).isEmpty(),
        (side, value) ->
            new Explanation(
                "sockets-elsewhere",
                NAME
                    + " has "
                    + String.join(" and ", outside(cluster.data(), value))
                    + ", which is outside of the workspace, where others on this machine find the"
                    + " server.",
                SettingChecks.set(new Scene(system, asking), side, NAME, "{sockets}")));
  }

  /** Those of a list that are outside; an abstract socket, {@code @name}, has no folder at all. */
  static List<String> outside(Path data, String value) {
    return folders(value).filter(folder -> !inside(data, folder)).toList();
  }

  /** Names between commas, each in double quotes if its writer likes. */
  private static Stream<String> folders(String value) {
    return Stream.of(value.split(",", -1))
        .map(String::strip)
        .map(each -> each.replaceFirst("^\"(.*)\"$", "$1"))
        .filter(each -> !each.isEmpty());
  }

  /** A relative path begins in the data directory, where a server lives. */
  private static boolean inside(Path data, String folder) {
    try {
      Path workspace = real(data.toAbsolutePath().resolveSibling(""));
      return !folder.startsWith("@") && real(data.resolve(folder)).startsWith(workspace);
    } catch (InvalidPathException notAPath) {
      return false;
    }
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException notThere) {
      return path.toAbsolutePath().normalize();
    }
  }
}
