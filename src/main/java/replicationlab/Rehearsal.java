package replicationlab;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import replicationlab.cli.CommandLineInterface;
import replicationlab.cli.Services;
import replicationlab.course.Courses;
import replicationlab.postgres.cluster.PortPair;

/**
 * What the program does once while it is packaged, so that Java learns which classes to keep ready
 * in its AOT cache: the lab without a window, and the window with each slide of the course. Each
 * can be rehearsed alone, for Java makes all classes of a cache ready at every start, needed or
 * not.
 */
final class Rehearsal {

  /** The first argument that asks for it; the packaging scripts give it. */
  static final String NAME = "rehearse";

  private static final String LAB = "lab";
  private static final String WINDOW = "window";

  /** Each slide is on screen for some frames, as its diagram begins to move after the first. */
  private static final int FRAMES_A_SLIDE = 8;

  private static final int SLIDES = 60;

  private Rehearsal() {}

  /**
   * Answers with the exit code: 0 only if the lab passed and the window was seen.
   *
   * @param part "lab" or "window"; all of it when it is neither
   */
  static int run(
      Services services,
      CommandLineInterface commands,
      PrintWriter out,
      PrintWriter err,
      String part) {
    if (!part.equals(WINDOW) && !lab(services, commands, out, err)) {
      err.println("The rehearsal of the lab failed.");
      return 1;
    }
    return part.equals(LAB) || window(services) ? 0 : 1;
  }

  private static boolean lab(
      Services services, CommandLineInterface commands, PrintWriter out, PrintWriter err) {
    Path deck = Courses.deck(services.files(), Courses.FIRST);
    // Far from the usual ones, which somebody's lab or tests may be about to take.
    String ports = new PortPair(27432, 27433).nearestFree().toString();
    return commands.run(out, err, "slides", "--text-only", deck.toString()) == 0
        && commands.run(out, err, "lab", "run", "lab-exercise-1", "--ports", ports) == 0;
  }

  private static boolean window(Services services) {
    CountDownLatch seen = new CountDownLatch(1);
    Window.open(services, new Opening("", ""), stage -> leafThrough(stage, seen));
    try {
      seen.await();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void leafThrough(Stage stage, CountDownLatch seen) {
    AtomicInteger frames = new AtomicInteger();
    new AnimationTimer() {
      @Override
      public void handle(long now) {
        int frame = frames.incrementAndGet();
        if (frame % FRAMES_A_SLIDE == 0 && stage.getScene().getFocusOwner() != null) {
          Event.fireEvent(stage.getScene().getFocusOwner(), pressed(KeyCode.RIGHT));
        }
        if (frame > FRAMES_A_SLIDE * SLIDES) {
          stop();
          seen.countDown();
        }
      }
    }.start();
  }

  private static KeyEvent pressed(KeyCode code) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
  }
}
