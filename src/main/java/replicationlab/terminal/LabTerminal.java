package replicationlab.terminal;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import replicationlab.process.PseudoTerminal;
import replicationlab.run.Workbench;

/**
 * A terminal in a lab's workspace: what is typed there works as it is written on the slides, and
 * does what the lab's buttons do.
 */
public final class LabTerminal {

  /** What a shell's prompt says of itself, so that the end of a command can be heard. */
  public static final String PROMPT_MARK = Shell.PROMPT_MARK;

  private LabTerminal() {}

  /**
   * Starts a shell. Takes some time: not on JavaFX's thread.
   *
   * @throws replicationlab.process.CommandNotStartedException if none can be started, with the
   *     remedy
   * @throws UncheckedIOException if the workspace cannot be written
   */
  public static PseudoTerminal open(Workbench bench) {
    String system = System.getProperty("os.name");
    boolean windows = system.toLowerCase(Locale.ROOT).startsWith("windows");
    Path folder = bench.workspace().terminal();
    Shell shell = Shell.choose(System.getenv(), system, folder);
    try {
      new ProgramWrappers(
              bench.clusters().installation(),
              bench.unprivileged(),
              bench.workspace().folder(),
              ThisProgram.command("psql"),
              windows)
          .write(folder.resolve("bin"));
      if (!shell.startUpFile().isEmpty()) {
        Files.writeString(
            folder.resolve(shell.startUpFile()), shell.startUpText(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The terminal's files cannot be written: " + e, e);
    }
    Map<String, String> environment = environment(System.getenv(), bench.environment(), folder);
    environment.putAll(shell.environment());
    return PseudoTerminal.start(shell.command(), bench.workspace().folder(), environment);
  }

  /** The system's variables, over them the lab's, over them the terminal's. */
  static Map<String, String> environment(
      Map<String, String> system, Map<String, String> lab, Path folder) {
    Map<String, String> all = new HashMap<>(system);
    // A PGSERVICE or PGPASSFILE of the user's own clusters has no business in the lab.
    all.keySet().removeIf(name -> name.startsWith("PG"));
    all.putAll(lab);
    all.put("PATH", folder.resolve("bin") + File.pathSeparator + lab.getOrDefault("PATH", ""));
    all.put("TERM", "xterm-256color");
    all.put("PSQL_HISTORY", folder.resolve("psql_history").toString());
    // The lab's LC_ALL=C would show every letter beyond ASCII as a question mark.
    String letters =
        Stream.of("LC_ALL", "LC_CTYPE", "LANG")
            .map(system::get)
            .filter(Objects::nonNull)
            .filter(value -> value.toLowerCase(Locale.ROOT).replace("-", "").endsWith("utf8"))
            .findFirst()
            .orElse("C.UTF-8");
    List.of("LC_ALL", "LANGUAGE").forEach(all::remove);
    all.put("LC_CTYPE", letters);
    all.put("LC_MESSAGES", "C");
    return all;
  }
}
