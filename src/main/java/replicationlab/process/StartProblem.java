package replicationlab.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which file a command means, and, when it does not start, why. */
final class StartProblem {

  private final CommandRequest request;
  private final String name;
  private final String searchPath;

  StartProblem(CommandRequest request, Map<String, String> environment) {
    this.request = request;
    this.name = request.command().getFirst();
    this.searchPath = environment.getOrDefault("PATH", "");
  }

  /**
   * The program to start. A bare name is looked up in the request's PATH; Java itself would look in
   * that of this process.
   */
  String program() {
    if (!isBareName()) {
      return name;
    }
    return Stream.of(searchPath.split(Pattern.quote(File.pathSeparator)))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder).resolve(name))
        .filter(CommandRunner::isProgram)
        .map(Path::toString)
        .findFirst()
        .orElse(name);
  }

  private boolean isBareName() {
    return !name.contains("/") && !name.contains(File.separator);
  }

  void throwIfFolderIsMissing() {
    if (!Files.isDirectory(request.directory())) {
      throw failure(
          "the folder " + request.directory() + " does not exist; create it or choose another",
          new IOException("no such folder"));
    }
  }

  CommandNotStartedException explain(IOException cause) {
    if (isBareName()) {
      Path found = Path.of(program());
      if (!found.isAbsolute()) {
        return failure(
            "no folder of PATH has it; install it, or give the full path of the program", cause);
      }
    }
    Path file = request.directory().resolve(program());
    if (!Files.exists(file)) {
      return failure("there is no such file; give the full path of the program", cause);
    }
    if (!CommandRunner.isProgram(file)) {
      return failure("it is not an executable file; allow it with chmod +x, if it is right", cause);
    }
    return failure(
        "the system says: " + cause.getMessage() + "; check that it is made for this machine",
        cause);
  }

  private CommandNotStartedException failure(String why, IOException cause) {
    return new CommandNotStartedException("Cannot run %s: %s.".formatted(name, why), cause);
  }
}
