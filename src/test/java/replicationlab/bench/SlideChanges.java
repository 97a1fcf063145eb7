package replicationlab.bench;

import java.io.IOException;
import java.util.stream.IntStream;
import javafx.application.Platform;
import replicationlab.course.OpenedDeck;

/**
 * Changes slides, forward and back, in the course or in a deck of its slides again and again, in a
 * window of 1920 x 1080. In a long deck each walk takes other copies, from the deck's beginning to
 * its end: so only the deck's length can make a difference. Each slide stays for a moment, as with
 * people: the program uses it.
 */
final class SlideChanges {

  static final String OPEN = "open";
  static final String CHANGE = "change";
  static final String MEMORY = "pss";
  static final String MEMORY_AT_REST = "rest";

  private static final int WARM_UP = 3;
  private static final int WALKS = 4;

  private SlideChanges() {}

  /** Takes how often the deck has the course's slides. */
  public static void main(String[] args) throws IOException {
    int copies = Integer.parseInt(args[0]);
    OpenedDeck course = CourseWindow.course();
    OpenedDeck deck = CourseWindow.repeated(course, copies);
    int slides = course.deck().slides().size();
    Platform.startup(() -> {});
    CourseWindow window = open(deck);
    for (int walk = -WARM_UP; walk < WALKS; walk++) {
      int copy = Math.max(0, walk) * (copies - 1) / (WALKS - 1);
      walk(window, copy * slides, slides, walk >= 0);
    }
    ChildJvm.say(MEMORY, ProcessMemory.ofTree(ProcessHandle.current()));
    System.gc(); // as the program does when nobody has touched it for a while
    ProcessMemory.leaveAlone();
    ChildJvm.say(MEMORY_AT_REST, ProcessMemory.ofTree(ProcessHandle.current()));
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  private static CourseWindow open(OpenedDeck deck) {
    return CourseWindow.onFx(() -> {
      long start = System.nanoTime();
      CourseWindow window = CourseWindow.show(deck, 1920, 1080);
      ChildJvm.say(OPEN, (System.nanoTime() - start) / 1e6);
      return window;
    });
  }

  /** From a copy's first slide to its last and back. */
  private static void walk(CourseWindow window, int before, int slides, boolean measured) {
    window.change(before + 1);
    IntStream.rangeClosed(2, slides).forEach(slide -> change(window, before + slide, measured));
    IntStream.iterate(slides - 1, slide -> slide > 0, slide -> slide - 1)
        .forEach(slide -> change(window, before + slide, measured));
  }

  private static void change(CourseWindow window, int number, boolean measured) {
    CourseWindow.pause();
    double millis = window.change(number);
    if (measured) {
      ChildJvm.say(CHANGE, millis);
    }
  }
}
