package replicationlab.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import replicationlab.postgres.install.Installation;
import replicationlab.postgres.install.Program;
import replicationlab.postgres.install.Unprivileged;
import replicationlab.process.ShellWords;

/**
 * Small programs that stand before PostgreSQL's own on the terminal's PATH, so that what is typed
 * there does what the lab's buttons do: servers run although somebody is root, speak English, and
 * psql is there even where the machine has none. They also see what no program tells: that a word
 * was pasted with the dash or quote of a word processor.
 */
final class ProgramWrappers {

  private static final List<Program> SERVER_SIDE =
      List.of(Program.INITDB, Program.PG_CTL, Program.POSTGRES, Program.PG_REWIND);

  /** Those that run as whoever calls them. */
  private static final List<Program> CLIENT_SIDE =
      List.of(Program.PSQL, Program.PG_BASEBACKUP, Program.PG_CONTROLDATA);

  /** The built-in psql says it itself, on Windows too. */
  private static final String LOOK_AT_WORDS =
      """
      for word do
        case $word in
          \u2010*|\u2011*|\u2012*|\u2013*|\u2014*|\u2212*)
            printf '%s\\n' "$word begins with a dash as word processors make it, so it is no option; type the hyphen of the keyboard." >&2 ;;
          \u2018*|\u2019*|\u201c*|\u201d*|\u201e*)
            printf '%s\\n' "$word begins with a quote as word processors make it, which the shell takes for a letter; type the straight one of the keyboard." >&2 ;;
        esac
      done
      """;

  private final Installation installation;
  private final Unprivileged unprivileged;
  private final Path workspace;
  private final List<String> builtInPsql;
  private final boolean windows;

  /**
   * @param builtInPsql the command of the psql that serves where the machine has none
   */
  ProgramWrappers(
      Installation installation,
      Unprivileged unprivileged,
      Path workspace,
      List<String> builtInPsql,
      boolean windows) {
    this.installation = installation;
    this.unprivileged = unprivileged;
    this.workspace = workspace;
    this.builtInPsql = builtInPsql;
    this.windows = windows;
  }

  /** Makes or renews them in a folder. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<Program, String> entry : texts().entrySet()) {
      String name = entry.getKey().command() + (windows ? ".cmd" : "");
      Path file = folder.resolve(name);
      Files.writeString(file, entry.getValue(), StandardCharsets.UTF_8);
      if (!windows) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }

  private Map<Program, String> texts() {
    Map<Program, String> texts = new EnumMap<>(Program.class);
    for (Program program : SERVER_SIDE) {
      installation
          .program(program)
          .ifPresent(path -> texts.put(program, windows ? onWindows(path) : serverSide(program)));
    }
    for (Program program : CLIENT_SIDE) {
      installation
          .program(program)
          .map(path -> List.of(path.toString()))
          .ifPresent(command ->
              texts.put(program, windows ? call(command) : script(LOOK_AT_WORDS, command)));
    }
    texts.computeIfAbsent(
        Program.PSQL, none -> windows ? call(builtInPsql) : script("", builtInPsql));
    return texts;
  }

  private String serverSide(Program program) {
    List<String> command = new ArrayList<>(unprivileged.prefix(program));
    installation.program(program).map(Path::toString).ifPresent(command::add);
    List<String> handOver = unprivileged.handOverCommand(workspace);
    // What root has made with an editor or with cp belongs to root, and a server could not read it.
    // A file that a running server takes away meanwhile is no failure.
    String before = handOver.isEmpty() ? "" : quoted(handOver) + " 2>/dev/null\n";
    // As on the buttons: messages as in the manual, and clusters that are alike on all machines.
    return script(LOOK_AT_WORDS + before + "LC_ALL=C\nexport LC_ALL\n", command);
  }

  private static String script(String before, List<String> command) {
    return "#!/bin/sh\n" + before + "exec " + quoted(command) + " \"$@\"\n";
  }

  private static String quoted(List<String> words) {
    return words.stream().map(ShellWords::literal).collect(Collectors.joining(" "));
  }

  private static String onWindows(Path program) {
    return "@set LC_ALL=C\r\n" + call(List.of(program.toString()));
  }

  private static String call(List<String> command) {
    return command.stream()
            .map(word -> "\"" + word + "\"")
            .collect(Collectors.joining(" ", "@", ""))
        + " %*\r\n";
  }
}
