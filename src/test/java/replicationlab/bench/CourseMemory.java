package replicationlab.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import replicationlab.course.OpenedDeck;

/** Memory with the course open, and after walks through all of its slides. */
final class CourseMemory {

  /** After how many walks it is looked at. */
  static final List<Integer> WALKS = List.of(0, 1, 3, 10, 30);

  private static final double MIB = 1024.0 * 1024;

  private CourseMemory() {}

  public static void main(String[] args) throws IOException {
    OpenedDeck course = CourseWindow.course();
    Platform.startup(() -> {});
    CourseWindow window = CourseWindow.onFx(() -> CourseWindow.show(course));
    show(window, 1);
    for (int walk = 0; walk <= WALKS.getLast(); walk++) {
      if (walk > 0) {
        walk(window, course.deck().slides().size());
      }
      if (WALKS.contains(walk)) {
        look(walk);
      }
    }
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  private static void walk(CourseWindow window, int slides) {
    for (int slide = 1; slide <= slides; slide++) {
      show(window, slide);
    }
    // Each look is taken at the same slide.
    show(window, 1);
  }

  private static void show(CourseWindow window, int slide) {
    window.change(slide);
  }

  private static void look(int walks) throws IOException {
    // What finalizers and cleaners of one collection let go, the next one takes.
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    ChildJvm.say(
        "heap." + walks, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MIB);
    Path status = Path.of("/proc/self/status");
    if (Files.exists(status)) {
      String line =
          Files.readAllLines(status).stream()
              .filter(each -> each.startsWith("VmRSS:"))
              .findFirst()
              .orElseThrow();
      ChildJvm.say("rss." + walks, Long.parseLong(line.replaceAll("\\D", "")) / 1024.0);
    }
  }
}
