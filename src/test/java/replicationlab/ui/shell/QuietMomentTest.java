package replicationlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class QuietMomentTest {

  private final AtomicInteger moments = new AtomicInteger();
  private final AtomicInteger touches = new AtomicInteger();

  @Start
  void start(Stage stage) {
    Scene scene = new Scene(new TextField(), 300, 200);
    scene.addEventFilter(InputEvent.ANY, _ -> touches.incrementAndGet());
    var _ = new QuietMoment(scene, Duration.ofMillis(300), moments::incrementAndGet);
    stage.setScene(scene);
    stage.show();
  }

  /** One event: a key of the robot is two, and its release may come late on a busy machine. */
  @Test
  void aMomentComesAfterEachTimeThatSomebodyDidSomething(FxRobot robot) {
    int first = settled();
    assertThat(first).as("after the window has come").isPositive();
    int before = touches.get();
    robot.interact(() ->
        robot
            .lookup(".text-field")
            .query()
            .fireEvent(
                new KeyEvent(
                    KeyEvent.KEY_PRESSED, "", "", KeyCode.SHIFT, true, false, false, false)));
    await().until(() -> moments.get() > first);
    int after = settled();
    assertThat(after - first)
        .as("moments; nobody did anything any more")
        .isBetween(1, touches.get() - before);
  }

  /** A window that comes below the pointer may be told of it late, which is a move like others. */
  private int settled() {
    AtomicInteger before = new AtomicInteger(-1);
    await()
        .during(Duration.ofSeconds(1))
        .atMost(Duration.ofSeconds(10))
        .until(() -> before.getAndSet(moments.get()) == moments.get());
    return moments.get();
  }
}
