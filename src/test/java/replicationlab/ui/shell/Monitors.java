package replicationlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;

/**
 * The two monitors of an X server with the dummy driver, as {@code two-screens.conf} makes it: a
 * laptop's, and a projector to its right that is plugged in and out by xrandr, as a cable would.
 */
final class Monitors {

  static final Rectangle2D LAPTOP = new Rectangle2D(0, 0, 1280, 800);
  static final Rectangle2D PROJECTOR = new Rectangle2D(1280, 0, 1920, 1080);

  private static final Duration SOON = Duration.ofMinutes(2);

  private Monitors() {}

  static void plugIn() {
    xrandr(
        "--output DUMMY0 --mode 1280x800 --pos 0x0 --output DUMMY1 --mode 1920x1080 --pos 1280x0");
    awaitScreens(LAPTOP, PROJECTOR);
  }

  static void pullOutTheProjector() {
    xrandr("--output DUMMY1 --off");
    awaitScreens(LAPTOP);
  }

  /** As when a laptop's lid is closed. */
  static void closeTheLaptop() {
    xrandr("--output DUMMY0 --off");
    await().atMost(SOON).until(() -> screens().size() == 1);
  }

  static List<Rectangle2D> screens() {
    return waitForAsyncFx(
        60_000, () -> Screen.getScreens().stream().map(Screen::getBounds).toList());
  }

  private static void awaitScreens(Rectangle2D... expected) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(screens()).containsExactlyInAnyOrder(expected));
  }

  /** Whether a key that is down is pressed again and again, as on most desktops. */
  static void repeatKeys(boolean on) {
    run("xset r " + (on ? "on" : "off"));
  }

  /**
   * And asks what is plugged in: the server looks at its outputs only then, and until it does, one
   * that has just got a picture may still count as disconnected, for JavaFX too.
   */
  private static void xrandr(String arguments) {
    run("xrandr " + arguments);
    run("xrandr --query");
  }

  private static void run(String words) {
    List<String> command = List.of(words.split(" "));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(said).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
