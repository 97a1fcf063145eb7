package replicationlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.ReachableTempDir;
import replicationlab.course.ProgramFiles;
import replicationlab.run.TestLab;
import replicationlab.settings.Settings;

/**
 * Somebody presses keys, or closes the window, while the picture of the slide is all there is of
 * the window.
 */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class EarlyInputTest {

  private static final Duration SOON = Duration.ofMinutes(3);

  @TempDir(factory = ReachableTempDir.class)
  private Path folder;

  private Stage stage;
  private final CountDownLatch drawn = new CountDownLatch(1);

  @Start
  void start(Stage before) {
    Rectangle slide = new Rectangle(600, 400, Color.DARKRED);
    before.setTitle("A deck");
    before.setScene(new Scene(new StackPane(slide), 990, 800));
    before.show();
    Settings.Window place = new Settings.Window(new Settings.Bounds(0, 0, 990, 800), false);
    LastLook look =
        new LastLook(
            LookFrame.of(before, place, slide),
            new LookSubject(1, "deck.md", 0, 0, 1, "a"),
            LastLook.Picture.of(slide, 1));
    before.hide();
    stage = new Stage();
    look.show(stage, drawn::countDown);
  }

  private ReplicationLabWindow fill(Path deck, Path settings) {
    ReplicationLabWindow made =
        new ReplicationLabWindow(
            stage,
            ProgramFiles.find(),
            TestLab.installations(),
            TestLab.opener(),
            folder.resolve("usual"),
            FirstReading.begin(ProgramFiles.find(), settings, deck.toString()));
    made.show("");
    return made;
  }

  private static <T> T onFx(Callable<T> question) {
    return waitForAsyncFx(60_000, question);
  }

  @Test
  void theyMoveTheSlideOnceThereIsOne(FxRobot robot) throws IOException, InterruptedException {
    assertThat(drawn.await(1, TimeUnit.MINUTES)).isTrue();
    robot.push(KeyCode.END).push(KeyCode.LEFT);
    Path deck = Files.writeString(folder.resolve("deck.md"), "# A\n\n***\n# B\n\n***\n# C\n");
    Path settings = SettingsOfATest.in(folder, 990, 800);
    ReplicationLabWindow window = onFx(() -> fill(deck, settings));
    await().atMost(SOON).until(() -> onFx(() -> window.slides().indexProperty().get()) == 1);
    robot.push(KeyCode.RIGHT);
    await().atMost(SOON).until(() -> onFx(() -> window.slides().indexProperty().get()) == 2);
    await().atMost(SOON).until(() -> onFx(() -> window.lab() != null));
    // Whenever the program were killed from now on, the next start would have a picture.
    await().atMost(SOON).until(() -> LastLook.in(settings, "", "").isPresent());
    robot.push(KeyCode.LEFT);
    waitForAsyncFx(60_000, window::quit);
    LastLook left = LastLook.in(settings, "", "").orElseThrow();
    assertThat(left.subject().deck()).isEqualTo(deck.toString());
    assertThat(left.frame().title()).isEqualTo("A – Replication Lab");
  }

  @Test
  void whoClosesItHasItClosedWithoutALabOrAQuestion(FxRobot robot)
      throws IOException, InterruptedException {
    assertThat(drawn.await(1, TimeUnit.MINUTES)).isTrue();
    robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    Path deck = Files.writeString(folder.resolve("deck.md"), "# A\n\n***\n# B\n");
    Path settings = SettingsOfATest.in(folder, 990, 800);
    ReplicationLabWindow window = onFx(() -> fill(deck, settings));
    await().atMost(SOON).until(() -> !stage.isShowing());
    assertThat(robot.lookup(".dialog-pane").queryAll()).isEmpty();
    assertThat(onFx(window::lab)).isNull();
    assertThat(folder.resolve("workspace")).doesNotExist();
  }

  @Test
  void whatIsTypedArrivesWholeAndInItsOrder(FxRobot robot) {
    robot.write("pg_ctl");
    TextField field = new TextField();
    robot.interact(() -> {
      stage.setScene(new Scene(field));
      field.requestFocus();
    });
    robot.write(" -D");
    assertThat(field.getText()).as("it is not ready").isEmpty();
    robot.interact(() -> EarlyInput.handOver(stage));
    assertThat(field.getText()).isEqualTo("pg_ctl -D");
    robot.write(" data");
    assertThat(field.getText()).isEqualTo("pg_ctl -D data");
    robot.interact(stage::hide);
  }

  @Test
  void whoClosesTheWindowHasItClosedAfterItsLastKey(FxRobot robot) {
    robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    assertThat(stage.isShowing()).as("there is nothing to close yet").isTrue();
    robot.write("x");
    TextField field = new TextField();
    List<String> closedWith = new ArrayList<>();
    robot.interact(() -> {
      stage.setScene(new Scene(field));
      stage.setOnCloseRequest(_ -> closedWith.add(field.getText()));
      field.requestFocus();
    });
    robot.interact(() -> EarlyInput.handOver(stage));
    assertThat(closedWith).containsExactly("x");
    robot.interact(() -> EarlyInput.handOver(stage));
    assertThat(closedWith).as("once").hasSize(1);
    robot.interact(stage::hide);
  }
}
