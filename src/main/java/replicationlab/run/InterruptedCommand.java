package replicationlab.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import replicationlab.policy.CommandWords;
import replicationlab.progress.Workspace;

/** What a lesson's command leaves half made when it is ended in the middle. */
public final class InterruptedCommand {

  private InterruptedCommand() {}

  /** The folder that the command was making, if it makes one and has begun. */
  public static Optional<Path> halfMade(Workspace workspace, String line) {
    String name;
    try {
      name = target(CommandWords.parse(line));
    } catch (IllegalArgumentException notACommand) {
      return Optional.empty();
    }
    Path folder = workspace.folder().resolve(name).normalize();
    boolean inside =
        !name.isEmpty()
            && folder.startsWith(workspace.folder())
            && !folder.equals(workspace.folder());
    return inside && Files.isDirectory(folder) ? Optional.of(folder) : Optional.empty();
  }

  private static String target(CommandWords words) {
    return switch (words.program()) {
      case "initdb", "pg_basebackup" -> words.valueOf("-D");
      case "cp" ->
          words.arguments().stream().anyMatch(List.of("-R", "-r", "-a")::contains)
              ? words.arguments().getLast()
              : "";
      default -> "";
    };
  }
}
