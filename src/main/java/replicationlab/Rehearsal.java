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
 * in its AOT cache: the lab without a window, then the window and each slide of the course.
 */
final class Rehearsal {

  /** The only argument that asks for it; the packaging scripts give it. */
  static final String NAME = "rehearse";

  /** Each slide is on screen for some frames, as its diagram begins to move after the first. */
  private static final int FRAMES_A_SLIDE = 8;

  private static final int SLIDES = 60;

  private Rehearsal() {}

  /** Answers with the exit code: 0 only if the lab passed and the window was seen. */
  static int run(
      Services services, CommandLineInterface commands, PrintWriter out, PrintWriter err) {
    Path deck = Courses.deck(services.files(), Courses.FIRST);
    int read = commands.run(out, err, "slides", "--text-only", deck.toString());
    int done =
        commands.run(
            out,
            err,
            "lab",
            "run",
            "lab-exercise-1",
            "--ports",
            PortPair.OF_THE_COURSE.nearestFree().toString());
    if (read != 0 || done != 0) {
      err.println("The rehearsal failed: " + (read != 0 ? "slides" : "lab run") + ".");
      return 1;
    }
    CountDownLatch seen = new CountDownLatch(1);
    Window.open(services, new Opening("", ""), stage -> leafThrough(stage, seen));
    try {
      seen.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
    return 0;
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
