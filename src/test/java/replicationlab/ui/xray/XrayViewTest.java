package replicationlab.ui.xray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import replicationlab.run.TestLab;
import replicationlab.ui.Looks;
import replicationlab.ui.Pictures;
import replicationlab.ui.kit.FxThread;
import replicationlab.ui.kit.Theme;

/** The X-ray of real clusters as a student sees it. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class XrayViewTest {

  @TempDir Path folder;
  private final XrayViewModel model = new XrayViewModel(Thread::startVirtualThread, FxThread::run);
  private final AtomicReference<String> opened = new AtomicReference<>("");
  private Scene scene;

  @Start
  void start(Stage stage) {
    scene =
        new Scene(
            new XrayView(model, (file, line) -> opened.set(file.getFileName() + ":" + line)),
            620,
            460);
    Theme.LIGHT.install();
    Theme.prepare(scene);
    stage.setScene(scene);
    stage.show();
  }

  private static <T> T onFx(Callable<T> question) {
    return WaitForAsyncUtils.waitForAsyncFx(10_000, question);
  }

  private void show(TestLab lab) {
    size(620, 460);
    onFx(() -> {
      model.opened(lab.bench.clusters());
      model.setShowing(true);
      return true;
    });
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> onFx(() -> model.xrayProperty().get() != null));
  }

  private void size(double width, double height) {
    onFx(() -> {
      // A screen without display is small, and a window must not reach beyond it.
      scene.getWindow().setX(0);
      scene.getWindow().setY(0);
      scene.getWindow().setWidth(width);
      scene.getWindow().setHeight(height);
      return true;
    });
  }

  private static String summary(FxRobot robot) {
    return onFx(() -> robot.lookup("#xray-summary").<Label>query().getText());
  }

  @Test
  void saysWhatToDoWithoutALab() {
    Looks.inBothThemes(scene, "xray-empty");
  }

  @Test
  void saysWhichStepMakesWhatItShows(FxRobot robot) {
    try (TestLab lab = TestLab.untouched(folder, "18")) {
      show(lab);
      Label words = robot.lookup(".empty-state .label").query();
      assertThat(words.getText()).startsWith("There is no cluster yet. The lab's first step");
      Looks.inBothThemes(scene, "xray-before-the-first-step");
      onFx(() -> {
        model.setShowing(false);
        return true;
      });
    }
  }

  @Test
  void followsTheFilesAndLeadsToThem(FxRobot robot) throws IOException {
    try (TestLab lab = TestLab.doneUpTo(folder, "18", "pid-file")) {
      show(lab);
      assertThat(summary(robot)).contains("things keep these two from replicating");
      Looks.inBothThemes(scene, "xray-copy");
      size(980, 960);
      Looks.inBothThemes(scene, "xray-copy-large");
      Files.delete(lab.standby().data().resolve("postmaster.pid"));
      Files.createFile(lab.standby().data().resolve("standby.signal"));
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() ->
              onFx(() ->
                  model.xrayProperty().get() != null
                      && model.xrayProperty().get().standby().standbySignal()
                      && model.xrayProperty().get().standby().pid().isEmpty()));
      onFx(() -> {
        robot.lookup(".source").<Hyperlink>queryAll().iterator().next().fire();
        return true;
      });
      assertThat(opened.get()).matches(".+:\\d+");
      onFx(() -> {
        model.setShowing(false);
        return true;
      });
    }
  }

  @Test
  void isCalmWhenAllIsWell(FxRobot robot) {
    try (TestLab lab = TestLab.done(folder, "9.6")) {
      show(lab);
      assertThat(summary(robot)).contains("Nothing in the files");
      Looks.inBothThemes(scene, "xray-done-9.6");
      robot.clickOn("#only-differences");
      size(980, 960);
      Pictures.take(scene, "xray-differences-9.6");
      onFx(() -> {
        model.setShowing(false);
        return true;
      });
    }
  }
}
