package replicationlab.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import replicationlab.Main;
import replicationlab.ui.shell.LastLook;

/**
 * The program as a user starts it again, until its window shows the slide as it was left. With an
 * argument, it is opened and left.
 */
final class LeftSlide {

  /** By then it has been laid out and drawn for certain. */
  private static final int FRAMES = 60;

  private LeftSlide() {}

  public static void main(String[] args) {
    if (args.length == 0) {
      new Thread(LeftSlide::endOnceShown, "watch").start();
    }
    // A slide that is asked for comes before the first start's greeting.
    Main.main(args.length == 0 ? args : new String[] {"--slide", "1"});
    if (args.length > 0) {
      Platform.runLater(LeftSlide::leave);
    }
  }

  /** JavaFX takes tasks only once it has been started, of which it tells nobody. */
  private static void endOnceShown() {
    while (true) {
      try {
        Platform.runLater(() -> Drawn.endOnce(LeftSlide::showsPicture));
        return;
      } catch (IllegalStateException notYet) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
      }
    }
  }

  private static boolean showsPicture() {
    if (shows(".slide")) {
      System.err.println("The window came without the picture of the slide as it was left.");
      Runtime.getRuntime().halt(1);
    }
    return shows("." + LastLook.STYLE);
  }

  private static void leave() {
    new AnimationTimer() {
      private int frames;

      @Override
      public void handle(long now) {
        if (shows(".slide") && ++frames == FRAMES) {
          stop();
          Window window = Window.getWindows().getFirst();
          window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
        }
      }
    }.start();
  }

  private static boolean shows(String what) {
    return Window.getWindows().stream().map(Window::getScene).anyMatch(scene -> has(scene, what));
  }

  private static boolean has(Scene scene, String what) {
    return scene != null && scene.lookup(what) != null;
  }
}
