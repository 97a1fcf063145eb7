package replicationlab.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A change of slide in the course and in a deck of ten thousand slides, and the same texts in
 * reveal.js.
 *
 * @param folder for what the browser needs
 */
record SlideTimes(ChildJvm jvm, Path folder) {

  /** As many as reveal.js opens in a time that somebody would wait. */
  private static final int MANY_FOR_A_BROWSER = 1_000;

  void print() throws IOException {
    ChildJvm.Answer answer = jvm.run(SlideChanges.class);
    int slides = 27 * SlideChanges.COPIES;
    Table table = new Table("", "27 slides", "%,d slides".formatted(slides), "ratio");
    for (String what : new String[] {"laid-out", "drawn"}) {
      Samples course = answer.of(SlideChanges.COURSE + "." + what);
      Samples copies = answer.of(SlideChanges.LONG + "." + what);
      String words = what.equals("drawn") ? "built, laid out and drawn" : "built and laid out";
      ratio(table, words + ", median", course.median(), copies.median());
      ratio(table, words + ", p99", course.p99(), copies.p99());
    }
    ratio(
        table,
        "opening the deck, once; the short one first, in a cold JVM",
        answer.of(SlideChanges.COURSE + ".open").median(),
        answer.of(SlideChanges.LONG + ".open").median());
    Benchmark.print(
        "Change of slide at 1920 x 1080, ms (%d changes forward and back in each deck; software rendering)"
            .formatted(answer.of(SlideChanges.COURSE + ".drawn").values().size()),
        table);
    Optional<Browser> browser = Browser.find(folder);
    if (browser.isPresent()) {
      beside(browser.get(), answer);
    }
  }

  private static void beside(Browser browser, ChildJvm.Answer ours) throws IOException {
    Table table = new Table("", "median", "p99", "first slide, from launch", "memory (PSS), MiB");
    for (int slides : new int[] {27, MANY_FOR_A_BROWSER}) {
      Map<String, Samples> theirs = browser.run(slides);
      Samples change = theirs.get("change");
      Samples first = theirs.get("first");
      Samples pss = theirs.get("pss");
      if (change == null || first == null || pss == null) {
        throw new IllegalStateException("Chromium measured nothing.");
      }
      table.row(
          "%s, %,d slides".formatted(Browser.REVEAL, slides),
          change.median(),
          change.p99(),
          first.median(),
          pss.median());
    }
    Samples course = ours.of(SlideChanges.COURSE + ".laid-out");
    Samples copies = ours.of(SlideChanges.LONG + ".laid-out");
    table.row("ours, 27 slides with their diagrams", course.median(), course.p99(), "above", "");
    table.row(
        "ours, 27 and %,d slides in one process".formatted(27 * SlideChanges.COPIES),
        copies.median(),
        copies.p99(),
        "above",
        ours.of("pss").median());
    Benchmark.print("The same beside reveal.js in Chromium, script and layout, ms", table);
  }

  private static void ratio(Table table, String what, double course, double copies) {
    table.row(what, course, copies, Table.ratio(copies, course));
  }
}
