package replicationlab.bench;

import java.io.IOException;
import java.util.stream.IntStream;
import javafx.application.Platform;
import replicationlab.course.OpenedDeck;

/**
 * Changes slides, forward and back, in the course and in a deck of ten thousand, at 1920 x 1080.
 * The long one has the same slides again and again, and each walk takes other copies, from the
 * deck's beginning to its end: so only the deck's length can make a difference. Each slide stays
 * for a moment, as with people: the program uses it.
 */
final class SlideChanges {

  static final String COURSE = "course";
  static final String LONG = "long";
  static final int COPIES = 371;

  private static final int WARM_UP = 3;
  private static final int WALKS = 4;

  private SlideChanges() {}

  public static void main(String[] args) throws IOException {
    OpenedDeck course = CourseWindow.course();
    OpenedDeck longDeck = CourseWindow.repeated(course, COPIES);
    int slides = course.deck().slides().size();
    Platform.startup(() -> {});
    CourseWindow first = open(COURSE, course);
    CourseWindow second = open(LONG, longDeck);
    // In turns, so that neither has the warmer JVM.
    for (int walk = -WARM_UP; walk < WALKS; walk++) {
      int copy = Math.max(0, walk) * (COPIES - 1) / (WALKS - 1);
      walk(first, 0, slides, walk < 0 ? "" : COURSE);
      walk(second, copy * slides, slides, walk < 0 ? "" : LONG);
    }
    ChildJvm.say("pss", ProcessMemory.ofTree(ProcessHandle.current()));
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  private static CourseWindow open(String name, OpenedDeck deck) {
    return CourseWindow.onFx(() -> {
      long start = System.nanoTime();
      CourseWindow window = CourseWindow.offScreen(deck, 1920, 1080);
      ChildJvm.say(name + ".open", millisSince(start));
      return window;
    });
  }

  /** From a copy's first slide to its last and back; measured if it has a name. */
  private static void walk(CourseWindow window, int before, int slides, String name) {
    change(window, before + 1, "");
    IntStream.rangeClosed(2, slides).forEach(slide -> change(window, before + slide, name));
    IntStream.iterate(slides - 1, slide -> slide > 0, slide -> slide - 1)
        .forEach(slide -> change(window, before + slide, name));
  }

  private static void change(CourseWindow window, int number, String name) {
    CourseWindow.pause();
    CourseWindow.onFx(() -> {
      long start = System.nanoTime();
      window.layOut(number);
      double laidOut = millisSince(start);
      window.draw();
      double drawn = millisSince(start);
      if (!name.isEmpty()) {
        ChildJvm.say(name + ".laid-out", laidOut);
        ChildJvm.say(name + ".drawn", drawn);
      }
      return number;
    });
  }

  private static double millisSince(long start) {
    return (System.nanoTime() - start) / 1e6;
  }
}
