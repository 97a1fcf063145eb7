package replicationlab.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A program to run: a list of words, never a shell's string.
 *
 * @param command the program (a path, or a name that PATH finds) and its arguments
 * @param directory where it runs
 * @param environment added to this program's own environment
 * @param timeout after which it is ended
 */
public record CommandRequest(
    List<String> command, Path directory, Map<String, String> environment, Duration timeout) {

  public CommandRequest {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** A request with nothing added to the environment and a minute to finish. */
  public static CommandRequest of(Path directory, List<String> command) {
    return new CommandRequest(command, directory, Map.of(), Duration.ofMinutes(1));
  }
}
