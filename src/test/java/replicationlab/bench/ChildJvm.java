package replicationlab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import replicationlab.process.Cancellation;
import replicationlab.process.CommandRequest;
import replicationlab.process.CommandResult;
import replicationlab.process.CommandRunner;
import replicationlab.process.OutputLine;

/**
 * Runs the packed program, or a class of it, in a JVM of its own, without a display. A measuring
 * class answers in lines {@code = name value}, as {@link #say} writes them.
 *
 * @param home stands for the user's home, so that nobody's settings are read or changed
 */
record ChildJvm(Path home) {

  /** As {@code mvn package} leaves it. */
  static final Path PROGRAM = Path.of("target/app/replication-lab").toAbsolutePath();

  private static final String SIGN = "=";
  private static final List<String> HEADLESS =
      List.of("-Dglass.platform=Headless", "-Djava.awt.headless=true");
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** What came of it: milliseconds from the start of the command to its end, and its values. */
  record Answer(double millis, Map<String, Samples> values, List<OutputLine> lines) {

    Samples of(String name) {
      Samples samples = values.get(name);
      if (samples == null) {
        throw new IllegalStateException("not measured: " + name);
      }
      return samples;
    }
  }

  /** Gives the parent a value. */
  static void say(String name, double value) {
    System.out.println(SIGN + " " + name + " " + value);
  }

  Answer run(Class<?> main, String... arguments) {
    return run(
        main.getSimpleName(),
        command(System.getProperty("java.class.path"), List.of(), main, arguments));
  }

  /**
   * With an installed program's flags, in a window on an X server of its own with a screen of 1920
   * x 1080; JavaFX's headless platform has a smaller one.
   */
  Answer onScreen(Class<?> main, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("xvfb-run", "-a", "-s", "-screen 0 1920x1080x24 -nolisten tcp"));
    command.addAll(
        command(System.getProperty("java.class.path"), installed(), main, arguments).stream()
            .filter(argument -> !HEADLESS.contains(argument))
            .toList());
    return run(main.getSimpleName() + " (by xvfb-run)", command);
  }

  /**
   * As an installed program starts: with its flags, from an AOT cache that was learnt in one run
   * before. Java makes such caches for jars only. What is done with arguments teaches it nothing,
   * and may go before.
   */
  Answer prepared(Class<?> main, String... arguments) throws IOException {
    List<String> flags = installed();
    Path cache = home.resolve(main.getSimpleName() + ".aot");
    String jars = Jars.of(home);
    if (arguments.length == 0 && !Files.exists(cache)) {
      List<String> learning = new ArrayList<>(flags);
      learning.add("-XX:AOTCacheOutput=" + cache);
      learning.add("-D" + Drawn.ORDERLY + "=true");
      run(main.getSimpleName(), command(jars, learning, main));
    }
    List<String> prepared = new ArrayList<>(flags);
    if (arguments.length == 0) {
      prepared.add("-XX:AOTCache=" + cache);
    }
    return run(main.getSimpleName(), command(jars, prepared, main, arguments));
  }

  /** How an installed program is started: the packages are made from the same file. */
  private static List<String> installed() throws IOException {
    String option = "--java-options ";
    return Files.readAllLines(Path.of("installer/jpackage.args")).stream()
        .filter(line -> line.startsWith(option))
        .map(line -> line.substring(option.length()))
        .toList();
  }

  /** The program as a user starts it: as installed, if it was packaged, else as Maven left it. */
  Answer program(String... arguments) {
    Path installed = Path.of("target/installer/image/replication-lab/bin/replication-lab");
    Path program = Files.exists(installed) ? installed.toAbsolutePath() : PROGRAM;
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    return run("the program", command);
  }

  private Answer run(String what, List<String> command) {
    Map<String, List<Double>> values = new TreeMap<>();
    CommandRequest request =
        new CommandRequest(
            command,
            Path.of("").toAbsolutePath(),
            Map.of(
                "XDG_CONFIG_HOME",
                home + "/config",
                "XDG_CACHE_HOME",
                home + "/cache",
                // As the installed program where there is no graphics device.
                "GDK_GL",
                "disable",
                "JAVA_HOME",
                System.getProperty("java.home")),
            PATIENCE);
    CommandResult result =
        new CommandRunner().run(request, line -> collect(line, values), new Cancellation());
    if (!result.succeeded()) {
      throw new IllegalStateException(what + " failed:\n" + result.text());
    }
    Map<String, Samples> samples = new TreeMap<>();
    values.forEach((name, list) -> samples.put(name, new Samples(list)));
    return new Answer(result.duration().toNanos() / 1e6, samples, result.lines());
  }

  private List<String> command(
      String classPath, List<String> flags, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(HEADLESS);
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-Dprism.order=sw",
            "-Duser.home=" + home,
            // JavaFX leaves copies of fonts where temporary files are, if it is ended at once.
            "-Djava.io.tmpdir=" + home,
            "-classpath",
            classPath,
            main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  private static void collect(OutputLine line, Map<String, List<Double>> values) {
    String[] words = line.text().split(" ", -1);
    if (line.stream() == OutputLine.Stream.OUT && words.length == 3 && words[0].equals(SIGN)) {
      values.computeIfAbsent(words[1], name -> new ArrayList<>()).add(Double.parseDouble(words[2]));
    }
  }
}
