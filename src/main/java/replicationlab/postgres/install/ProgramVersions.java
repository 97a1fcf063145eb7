package replicationlab.postgres.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import replicationlab.process.CommandNotStartedException;
import replicationlab.process.CommandRequest;
import replicationlab.process.CommandRunner;

/**
 * Asks programs which version of PostgreSQL they are: each once, as long as its file stays as it
 * is. May be used by many threads.
 */
final class ProgramVersions {

  private static final List<Program> TELL_THE_VERSION =
      List.of(Program.POSTGRES, Program.PSQL, Program.INITDB, Program.PG_CTL);

  private record ProgramFile(Path path, long bytes, FileTime changed) {

    static ProgramFile at(Path path) throws IOException {
      BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
      return new ProgramFile(path, now.size(), now.lastModifiedTime());
    }
  }

  private final CommandRunner runner;
  private final Map<ProgramFile, Version> told = new ConcurrentHashMap<>();

  ProgramVersions(CommandRunner runner) {
    this.runner = runner;
  }

  /** That of some of these programs; empty if there is none that runs here and tells it. */
  Optional<Version> of(Map<Program, Path> programs) {
    return TELL_THE_VERSION.stream()
        .filter(programs::containsKey)
        .map(programs::get)
        .findFirst()
        .flatMap(this::of);
  }

  private Optional<Version> of(Path program) {
    try {
      // Who comes while it is being asked waits for the answer.
      return Optional.ofNullable(told.computeIfAbsent(ProgramFile.at(program), this::ask));
    } catch (IOException goneMeanwhile) {
      return Optional.empty();
    }
  }

  private @Nullable Version ask(ProgramFile program) {
    CommandRequest request =
        new CommandRequest(
            List.of(program.path().toString(), "--version"),
            program.path().resolveSibling(""),
            Map.of("LC_ALL", "C"),
            Duration.ofSeconds(10));
    try {
      String answer = runner.run(request).text();
      return answer.contains("PostgreSQL") ? Version.find(answer) : null;
    } catch (CommandNotStartedException notForThisMachine) {
      return null;
    }
  }
}
