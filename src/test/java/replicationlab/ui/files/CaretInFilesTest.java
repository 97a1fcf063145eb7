package replicationlab.ui.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import replicationlab.ui.kit.FxThread;

/** Where one is in a file, and what of it is in sight. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class CaretInFilesTest extends FilesOnStage {

  @Start
  void start(Stage stage) {
    show(stage);
  }

  @Test
  void theFirstLineThatLeadsToAFileIsShownWhenTheFileHasBeenRead(FxRobot robot) throws IOException {
    FilesLab lab = SampleFiles.in(folder);
    Queue<Runnable> reading = new ConcurrentLinkedQueue<>();
    FilesViewModel slow =
        new FilesViewModel(reading::add, Thread::startVirtualThread, FxThread::run, words -> {});
    robot.interact(() -> {
      slow.opened(lab);
      slow.open(folder.resolve("data/postgresql.conf"), 3);
      scene.setRoot(new FilesView(slow));
    });
    assertThat(area(robot).getLength()).isZero();
    robot.interact(() -> {
      while (!reading.isEmpty()) {
        reading.remove().run();
      }
    });
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(area(robot).getCurrentParagraph()).isEqualTo(2);
  }

  @Test
  void theCaretsLineStaysInSightWhenTheTextLosesRoom(FxRobot robot) throws IOException {
    openSample();
    onFx(() -> {
      model.open(folder.resolve("data/postgresql.conf"), 1);
      return true;
    });
    WaitForAsyncUtils.waitForFxEvents();
    CodeArea area = area(robot);
    robot.interact(() -> {
      area.requestFocus();
      area.moveTo(area.lastVisibleParToAllParIndex(), 0);
      area.requestFollowCaret();
    });
    WaitForAsyncUtils.waitForFxEvents();
    double height = onFx(area::getHeight);
    robot.interact(() -> scene.getWindow().setHeight(scene.getWindow().getHeight() - 120));
    await().until(() -> onFx(area::getHeight) < height - 60);
    await()
        .untilAsserted(() ->
            assertThat(onFx(area::getCaretBounds))
                .hasValueSatisfying(caret ->
                    assertThat(area.localToScreen(area.getLayoutBounds()).contains(caret))
                        .isTrue()));
    close();
  }

  @Test
  void caretAndScrollBarStayWhenSomebodyElseWritesTheFile(FxRobot robot) throws IOException {
    openSample();
    Path file = folder.resolve("data/postgresql.conf");
    String long100 = Files.readString(file) + "# a line\n".repeat(100);
    Files.writeString(file, long100);
    onFx(() -> {
      model.filesChanged();
      area(robot).moveTo(80, 3);
      area(robot).requestFollowCaret();
      return true;
    });
    WaitForAsyncUtils.waitForFxEvents();
    String line = "# a line\n";
    int first = onFx(() -> area(robot).firstVisibleParToAllParIndex());
    assertThat(first).isPositive();
    Files.writeString(file, "# one\n# more\n" + long100 + line);
    onFx(() -> {
      model.filesChanged();
      return true;
    });
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(onFx(() -> area(robot).getText())).isEqualTo("# one\n# more\n" + long100 + line);
    assertThat(onFx(() -> area(robot).getCurrentParagraph())).isEqualTo(82);
    assertThat(onFx(() -> area(robot).getCaretColumn())).isEqualTo(3);
    assertThat(onFx(() -> area(robot).firstVisibleParToAllParIndex()))
        .isGreaterThanOrEqualTo(first);
    close();
  }

  @Test
  void caretStaysInTheLastLineWhenSavingEndsIt(FxRobot robot) throws IOException {
    openSample();
    onFx(() -> {
      model.open(folder.resolve("data/postgresql.conf"), 1);
      area(robot).appendText("max_wal_sender = 'five'");
      area(robot).moveTo(area(robot).getLength());
      area(robot).requestFocus();
      return true;
    });
    int caret = onFx(() -> area(robot).getCaretPosition());
    robot.press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> onFx(() -> area(robot).getText()).endsWith("'five'\n"));
    assertThat(onFx(() -> area(robot).getCaretPosition())).isEqualTo(caret);
    close();
  }
}
