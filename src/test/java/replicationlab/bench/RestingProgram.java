package replicationlab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The packaged program with its window and its lab open, and nobody at it: what the system gives it
 * then, as Linux counts it. It is looked at after a minute and a half: by then it has opened its
 * lab and given back what that needed.
 *
 * @param resident all pages that it has in memory, MiB
 * @param proportional the same, with pages that others use too counted by shares, MiB
 */
record RestingProgram(double resident, double proportional) {

  private static final Path PROGRAM =
      Path.of("target/installer/image/replication-lab/bin/replication-lab").toAbsolutePath();
  private static final Duration AT_REST = Duration.ofSeconds(90);
  private static final double KIB_IN_MIB = 1024;

  /** Nothing where there is no package, or a system that does not count like this. */
  static Optional<RestingProgram> look(Path home) throws IOException, InterruptedException {
    if (!Files.exists(PROGRAM) || !Files.exists(Path.of("/proc/self/smaps_rollup"))) {
      return Optional.empty();
    }
    ProcessBuilder command = new ProcessBuilder(PROGRAM.toString());
    Map<String, String> environment = command.environment();
    environment.put("XDG_CONFIG_HOME", home + "/config");
    environment.put("XDG_CACHE_HOME", home + "/cache");
    environment.put(
        "JAVA_TOOL_OPTIONS",
        "-Dglass.platform=Headless -Dprism.order=sw -Djava.awt.headless=true -Duser.home="
            + home
            + " -Djava.io.tmpdir="
            + home);
    command.redirectErrorStream(true).redirectOutput(home.resolve("resting.log").toFile());
    Process program = command.start();
    try {
      if (program.waitFor(AT_REST)) {
        throw new IllegalStateException(
            "The program ended:\n" + Files.readString(home.resolve("resting.log")));
      }
      Path process = Path.of("/proc", Long.toString(program.pid()), "smaps_rollup");
      return Optional.of(new RestingProgram(mib(process, "Rss:"), mib(process, "Pss:")));
    } finally {
      program.destroy();
      program.onExit().join();
    }
  }

  private static double mib(Path process, String name) throws IOException {
    String line =
        Files.readAllLines(process).stream()
            .filter(each -> each.startsWith(name))
            .findFirst()
            .orElseThrow();
    return Long.parseLong(line.replaceAll("\\D", "")) / KIB_IN_MIB;
  }
}
