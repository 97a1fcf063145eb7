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

  private static final int SLIDES = 27;
  private static final int COPIES = 371;

  /** As many as reveal.js opens in a time that somebody would wait. */
  private static final int MANY_FOR_A_BROWSER = 1_000;

  void print() throws IOException {
    Table table =
        new Table(
            "slides", "change, median", "p99", "opening the deck", "PSS, MiB", "after 30 s alone");
    Samples course = ours(1, table);
    Samples copies = ours(COPIES, table);
    Optional<Browser> browser = Browser.find(folder);
    if (browser.isPresent()) {
      for (int slides : new int[] {SLIDES, MANY_FOR_A_BROWSER}) {
        theirs(browser.get(), slides, table);
      }
    }
    Benchmark.print(
        "Change of slide at 1920 x 1080: script, styles and layout, ms (software rendering;"
            + " reveal.js from launch to its first slide instead of opening)",
        table);
    System.out.printf(
        "  a change among %,d slides to one among %d: %s%n%n",
        SLIDES * COPIES, SLIDES, Table.ratio(copies.median(), course.median()));
  }

  private Samples ours(int copies, Table table) throws IOException {
    ChildJvm.Answer answer = jvm.onScreen(SlideChanges.class, Integer.toString(copies));
    Samples change = answer.of(SlideChanges.CHANGE);
    table.row(
        "%,d, with their diagrams".formatted(SLIDES * copies),
        change.median(),
        change.p99(),
        answer.of(SlideChanges.OPEN).median(),
        answer.of(SlideChanges.MEMORY).median(),
        answer.of(SlideChanges.MEMORY_AT_REST).median());
    return change;
  }

  private static void theirs(Browser browser, int slides, Table table) throws IOException {
    Map<String, Samples> theirs = browser.run(slides);
    Samples change = theirs.get("change");
    Samples first = theirs.get("first");
    Samples pss = theirs.get("pss");
    Samples rest = theirs.get("rest");
    if (change == null || first == null || pss == null || rest == null) {
      throw new IllegalStateException("Chromium measured nothing.");
    }
    table.row(
        "%,d, %s in Chromium, without".formatted(slides, Browser.REVEAL),
        change.median(),
        change.p99(),
        first.median(),
        pss.median(),
        rest.median());
  }
}
