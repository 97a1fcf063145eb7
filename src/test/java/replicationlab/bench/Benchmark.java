package replicationlab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures what a user waits for and what the program takes, and prints it as plain tables:
 *
 * <pre>mvn -q -B -DskipTests package exec:exec@benchmark</pre>
 *
 * <p>takes a few minutes, needs no display and no PostgreSQL, and leaves no process and no file
 * behind but the unpacked servers in {@code target/}. {@code -Dbenchmark.runs=9} does more runs
 * than three. Times are in milliseconds; each is compared with what a user could have instead or
 * with what must not make a difference, because a ratio means more than a time on somebody's
 * machine.
 */
public final class Benchmark {

  private final Path home;
  private final ChildJvm jvm;
  private final int runs;

  private Benchmark(Path home, int runs) {
    this.home = home;
    this.jvm = new ChildJvm(home);
    this.runs = runs;
  }

  public static void main(String[] args) throws IOException {
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
      benchmark.firstSlide();
      benchmark.slideChanges();
      benchmark.memory();
      benchmark.lab();
      benchmark.verdict();
      benchmark.console();
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
    starts("First slide drawn, ms (%d starts after one untimed)", main -> jvm.run(main));
    starts(
        "The same as an installed program starts, each from its own AOT cache, ms (%d starts)",
        jvm::prepared);
  }

  /** Starts a class and waits for its end. */
  private interface Start {
    ChildJvm.Answer of(Class<?> main) throws IOException;
  }

  private void starts(String title, Start start) throws IOException {
    Samples label = starts(start, LabelWindow.class);
    Table table = new Table("from the start of the JVM", "median", "min", "max", "to label");
    for (Class<?> main : List.of(FirstSlide.class, WholeWindow.class)) {
      Samples samples = starts(start, main);
      table.row(
          main == FirstSlide.class ? "slide and outline" : "the program's whole window",
          samples.median(),
          samples.min(),
          samples.max(),
          Table.ratio(samples.median(), label.median()));
    }
    table.row("one label in JavaFX", label.median(), label.min(), label.max(), "1.00");
    print(title.formatted(runs), table);
  }

  private Samples starts(Start start, Class<?> main) throws IOException {
    start.of(main);
    List<Double> times = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      times.add(start.of(main).millis());
    }
    return new Samples(times);
  }

  private void slideChanges() throws IOException {
    new SlideTimes(jvm, home).print();
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
