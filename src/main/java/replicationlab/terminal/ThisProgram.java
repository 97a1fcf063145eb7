package replicationlab.terminal;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How another process starts this program, whatever it was started with. */
final class ThisProgram {

  private static final String MAIN = "replicationlab.Main";

  private ThisProgram() {}

  /** The command that runs this program with these arguments. */
  static List<String> command(String... arguments) {
    String javaHome = System.getProperty("java.home");
    String running =
        ProcessHandle.current()
            .info()
            .command()
            .orElseGet(() -> Path.of(javaHome, "bin", "java").toString());
    return startedAs(running, System.getProperty("java.class.path"), arguments);
  }

  /**
   * @param running the running program: a java, or the launcher of a package, which knows the rest
   */
  static List<String> startedAs(String running, String classPath, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(running);
    if (String.valueOf(Path.of(running).getFileName()).matches("(?i)java(w)?(\\.exe)?")) {
      // A short life is not worth the second compiler.
      command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
      command.addAll(List.of("-classpath", absolute(classPath), MAIN));
    }
    command.addAll(List.of(arguments));
    return command;
  }

  /** Another process may stand in another folder. */
  private static String absolute(String classPath) {
    return Stream.of(classPath.split(Pattern.quote(File.pathSeparator)))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
