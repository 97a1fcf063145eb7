package replicationlab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Measures what a user waits for and what the program takes, and prints it as plain tables:
 *
 * <pre>mvn -q -B -DskipTests package exec:exec@benchmark</pre>
 *
 * <p>takes a few minutes, needs no display and no PostgreSQL, and leaves no process and no file
 * behind but the unpacked servers in {@code target/}. {@code -Dbenchmark.runs=9} does more runs
 * than three, {@code -Dbenchmark.only=start,rest} only what is named. Times are in milliseconds;
 * each is compared with what a user could have instead or with what must not make a difference,
 * because a ratio means more than a time on somebody's machine.
 */
public final class Benchmark {

  /** One of the measurements. */
  private interface Part {
    void measure() throws IOException, InterruptedException;
  }

  private final Path home;
  private final ChildJvm jvm;
  private final int runs;

  private Benchmark(Path home, int runs) {
    this.home = home;
    this.jvm = new ChildJvm(home);
    this.runs = runs;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    if (!Files.exists(ChildJvm.PROGRAM)) {
      throw new IllegalStateException(
          "There is no " + ChildJvm.PROGRAM + ": run mvn package first.");
    }
    Path home = Folders.make();
    try {
      Benchmark benchmark = new Benchmark(home, Integer.getInteger("benchmark.runs", 3));
      System.out.printf(
          Locale.ROOT,
          "%s %s, %d processors, Java %s, class path of folders and jars%n%n",
          System.getProperty("os.name"),
          System.getProperty("os.arch"),
          Runtime.getRuntime().availableProcessors(),
          System.getProperty("java.version"));
      Map<String, Part> parts = new LinkedHashMap<>();
      parts.put("start", benchmark::firstSlide);
      parts.put("slides", benchmark::slideChanges);
      parts.put("memory", benchmark::memory);
      parts.put("rest", benchmark::atRest);
      parts.put("lab", benchmark::lab);
      parts.put("verdict", benchmark::verdict);
      parts.put("console", benchmark::console);
      List<String> wanted = List.of(System.getProperty("benchmark.only", "all").split(","));
      for (Map.Entry<String, Part> part : parts.entrySet()) {
        if (wanted.contains("all") || wanted.contains(part.getKey())) {
          part.getValue().measure();
        }
      }
    } finally {
      Folders.remove(home);
    }
  }

  private void lab() throws IOException {
    Table table = new Table("PostgreSQL", "median", "min", "max", "to script");
    new LabRuns(jvm, runs).measure(table);
    print(
        "Lab Exercise 1, unattended, ms (%d pairs of runs; from the command to servers stopped)"
            .formatted(runs),
        table);
  }

  private void verdict() {
    ChildJvm.Answer answer = jvm.run(VerdictTimes.class, "18");
    Samples loop = answer.of(VerdictTimes.LOOP);
    Table table = new Table("from a commit on the primary", "median", "p99", "to loop");
    for (String what : VerdictTimes.ALL) {
      Samples samples = answer.of(what);
      table.row(
          VerdictTimes.words(what),
          samples.median(),
          samples.p99(),
          Table.ratio(samples.median(), loop.median()));
    }
    print("Verdict after a healthy commit, ms (%d commits)".formatted(loop.values().size()), table);
  }

  private void console() {
    ChildJvm.Answer answer = jvm.run(ConsoleLines.class);
    Samples gaps = answer.of(ConsoleLines.GAP);
    Table table = new Table("lines/s", "frames/s", "p99 gap", "worst gap");
    table.row(
        answer.of(ConsoleLines.RATE).median(),
        answer.of(ConsoleLines.FRAMES).median(),
        gaps.p99(),
        gaps.max());
    print(
        "Console: %,d lines from a process, gaps between frames in ms (software rendering)"
            .formatted(ConsoleLines.LINES),
        table);
  }

  private void firstSlide() throws IOException {
    starts("First slide drawn, ms (%d starts after one untimed)", jvm::run);
    starts(
        "The same as an installed program starts, each from its own AOT cache, ms (%d starts)",
        jvm::prepared);
    System.out.println(
        "  (reveal.js in Chromium is measured at the change of slide, and not at the start)\n");
  }

  /** What is started, in the order in which it is told. */
  private record Started(Class<?> main, String words) {}

  private static final List<Started> STARTS =
      List.of(
          new Started(LeftSlide.class, "the slide as it was left"),
          new Started(FirstSlide.class, "slide and outline"),
          new Started(WholeWindow.class, "the program's window"),
          new Started(LabelWindow.class, "one label in JavaFX"));

  /** Starts a class and waits for its end. */
  private interface Start {
    ChildJvm.Answer of(Class<?> main, String... arguments) throws IOException;
  }

  private void starts(String title, Start start) throws IOException {
    Map<Class<?>, Samples> samples = byTurns(start);
    double label = of(samples, LabelWindow.class).min();
    Table table = new Table("from the start of the JVM", "median", "min", "max", "min to label");
    for (Started started : STARTS) {
      Samples each = of(samples, started.main());
      table.row(
          started.words(), each.median(), each.min(), each.max(), Table.ratio(each.min(), label));
    }
    print(title.formatted(runs), table);
  }

  private static Samples of(Map<Class<?>, Samples> samples, Class<?> main) {
    return Objects.requireNonNull(samples.get(main));
  }

  /** By turns, so that whatever else the machine does slows all of them down. */
  private Map<Class<?>, Samples> byTurns(Start start) throws IOException {
    Map<Class<?>, List<Double>> times = new HashMap<>();
    for (int run = -1; run < runs; run++) {
      for (Started started : STARTS) {
        Class<?> main = started.main();
        if (main == LeftSlide.class) {
          // By the same program: another's picture is not shown.
          start.of(main, "leave");
        }
        double millis = start.of(main).millis();
        if (run >= 0) {
          times.computeIfAbsent(main, each -> new ArrayList<>()).add(millis);
        }
      }
    }
    Map<Class<?>, Samples> samples = new HashMap<>();
    times.forEach((main, list) -> samples.put(main, new Samples(list)));
    return samples;
  }

  private void slideChanges() throws IOException {
    new SlideTimes(jvm, home).print();
  }

  private void atRest() throws IOException, InterruptedException {
    Table table = new Table("the installed program at rest, its lab open", "resident", "its share");
    RestingProgram.look(home)
        .ifPresentOrElse(
            rest -> table.row("MiB", rest.resident(), rest.proportional()),
            () -> table.row("not known: mvn -Pinstaller package makes it, on Linux", "", ""));
    print("Memory at rest, without a display", table);
  }

  private void memory() {
    ChildJvm.Answer answer = jvm.run(CourseMemory.class);
    Table table = new Table("walks through all slides", "heap after GC", "resident");
    for (int walks : CourseMemory.WALKS) {
      Samples rss = answer.values().get("rss." + walks);
      table.row(
          walks == 0 ? "none, the course is open" : Integer.toString(walks),
          answer.of("heap." + walks).median(),
          rss == null ? "not known here" : rss.median());
    }
    print("Memory, MiB (the JVM's own defaults: it takes more before it collects)", table);
  }

  static void print(String title, Table table) {
    System.out.println(title);
    System.out.println(table);
    System.out.flush();
  }
}
