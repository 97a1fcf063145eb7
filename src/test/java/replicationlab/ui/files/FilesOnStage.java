package replicationlab.ui.files;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import replicationlab.ui.kit.FxThread;
import replicationlab.ui.kit.Theme;

/** The settings editor in a window of its own, as its tests need it. */
@SuppressWarnings("NullAway.Init") // show() does it
abstract class FilesOnStage {

  @TempDir Path folder;
  private final AtomicInteger asking = new AtomicInteger();
  final FilesViewModel model =
      new FilesViewModel(Runnable::run, this::ask, FxThread::run, words -> {});
  Scene scene;

  /** For the test's own method with {@code @Start}: TestFX finds none that is inherited. */
  void show(Stage stage) {
    scene = new Scene(new FilesView(model), 620, 440);
    Theme.LIGHT.install();
    Theme.prepare(scene);
    stage.setScene(scene);
    stage.show();
  }

  private void ask(Runnable question) {
    asking.incrementAndGet();
    Thread.startVirtualThread(() -> {
      question.run();
      asking.decrementAndGet();
    });
  }

  boolean serversHaveAnswered() {
    return asking.get() == 0;
  }

  void openSample() throws IOException {
    FilesLab lab = SampleFiles.in(folder);
    WaitForAsyncUtils.waitForAsyncFx(
        10_000,
        () -> {
          model.opened(lab);
          model.setShowing(true);
          return true;
        });
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> onFx(() -> model.parameters().find("wal_level").isPresent()));
  }

  static <T> T onFx(Callable<T> question) {
    return WaitForAsyncUtils.waitForAsyncFx(10_000, question);
  }

  void close() {
    onFx(() -> {
      model.setShowing(false);
      return true;
    });
  }

  CodeArea area(FxRobot robot) {
    return robot.lookup("#settings-text").query();
  }

  void put(FxRobot robot, int line, String text) {
    onFx(() -> {
      CodeArea area = area(robot);
      area.replaceText(line - 1, 0, line - 1, area.getParagraphLength(line - 1), text);
      area.requestFocus();
      return true;
    });
  }
}
