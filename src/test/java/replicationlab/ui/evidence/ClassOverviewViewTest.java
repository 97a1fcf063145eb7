package replicationlab.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import replicationlab.evidence.ClassRow;
import replicationlab.evidence.Replay.Moment;
import replicationlab.evidence.SampleStudent;
import replicationlab.ui.Looks;
import replicationlab.ui.kit.FxThread;
import replicationlab.ui.kit.Theme;

/** A class of thirty on the screen, and one of them played again. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class ClassOverviewViewTest {

  private static final List<String> NAMES =
      List.of("Ada Lovelace", "Grace Hopper", "Edgar Codd", "Barbara Liskov", "Donald Knuth");

  private static final Duration SOON = Duration.ofMinutes(2);

  @TempDir private Path folder;

  private final ExecutorService reader = Executors.newSingleThreadExecutor();
  private ClassOverviewModel model;
  private Scene scene;
  private int chosen;

  @Start
  void start(Stage stage) {
    Theme.LIGHT.install();
    model = new ClassOverviewModel(reader, FxThread::run);
    scene = new Scene(new ClassOverviewView(model, () -> chosen++), 980, 700);
    Theme.prepare(scene);
    stage.setScene(scene);
    stage.show();
  }

  @AfterEach
  void end() {
    reader.shutdownNow();
  }

  private void openThirty() throws IOException {
    for (int i = 0; i < 28; i++) {
      String who = i < NAMES.size() ? NAMES.get(i) : "Student %02d".formatted(i + 1);
      SampleStudent.file(folder, who, i % 3 == 0 ? 17 : 3 + i % 14, i);
    }
    Path bob = SampleStudent.file(folder, "Bob Edited", 9, 99);
    Files.writeString(
        bob, Files.readString(bob).replaceFirst("\"state\":\"failed\"", "\"state\":\"passed\""));
    Files.writeString(folder.resolve("half-a-download.evidence"), "{\"kind\":");
    waitForAsyncFx(
        60_000,
        () -> {
          model.open(List.of(folder));
          return true;
        });
    Awaitility.await()
        .atMost(SOON)
        .until(() -> waitForAsyncFx(60_000, () -> !model.readingProperty().get().isOn()));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static ListView<ClassRow> students(FxRobot robot) {
    return robot.lookup("#students").query();
  }

  private static String text(FxRobot robot, String selector) {
    return robot.lookup(selector).<Label>query().getText();
  }

  @Test
  void beforeAFileIsOpenItSaysWhatToDo(FxRobot robot) {
    Looks.inBothThemes(scene, "class-empty");
    robot.clickOn("Open files…");
    assertThat(chosen).isEqualTo(1);
  }

  @Test
  void aFolderWithoutEvidenceIsToldInASentence(FxRobot robot) {
    waitForAsyncFx(
        60_000,
        () -> {
          model.open(List.of(folder));
          return true;
        });
    Awaitility.await().atMost(SOON).until(() -> !text(robot, "#class-trouble").isEmpty());
    assertThat(text(robot, "#class-trouble")).contains("There is no file that ends with .evidence");
    assertThat(robot.lookup("#class-progress").query().isVisible()).isFalse();
  }

  @Test
  void thirtyFilesAreARowEachAndOneIsPlayed(FxRobot robot) throws IOException {
    openThirty();
    assertThat(students(robot).getItems()).hasSize(30);
    assertThat(text(robot, "#class-headline"))
        .contains("30 files, 10 with all steps passed, 1 edited, 1 unreadable");
    Looks.inBothThemes(scene, "class-980x700");

    ListView<Moment> moments = robot.lookup("#moments").query();
    Slider timeline = robot.lookup("#timeline").query();
    assertThat(moments.getItems().getFirst().heading()).contains("opened in the window");
    robot.clickOn(moments);
    robot.push(KeyCode.END);
    assertThat(timeline.getValue()).isEqualTo(moments.getItems().size() - 1);
    assertThat(robot.lookup("#moment-lines").<TextArea>query().getText())
        .contains("Does a new row arrive?");
    robot.push(KeyCode.HOME);
    robot.push(KeyCode.RIGHT);
    assertThat(timeline.getValue()).isEqualTo(1);
    robot.push(KeyCode.SPACE);
    Awaitility.await().atMost(SOON).until(() -> timeline.getValue() > 3);
    robot.push(KeyCode.SPACE);
    double stopped = timeline.getValue();
    robot.push(KeyCode.LEFT);
    assertThat(timeline.getValue()).isEqualTo(stopped - 1);

    robot.clickOn(students(robot));
    robot.push(KeyCode.HOME);
    robot.push(KeyCode.DOWN);
    assertThat(students(robot).getSelectionModel().getSelectedIndex()).isEqualTo(1);
    assertThat(timeline.getValue()).isZero();
  }

  @Test
  void aBrokenFileIsARowWithItsSentence(FxRobot robot) throws IOException {
    openThirty();
    ClassRow broken =
        students(robot).getItems().stream()
            .filter(row -> row.evidence().isEmpty())
            .findFirst()
            .orElseThrow();
    waitForAsyncFx(
        60_000,
        () -> {
          students(robot).getSelectionModel().select(broken);
          students(robot).scrollTo(broken);
          return true;
        });
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(text(robot, ".seal-words.unreadable"))
        .isEqualTo("half-a-download.evidence is not an evidence file of Replication Lab.");
    assertThat(robot.lookup("#moments").query().getParent().isVisible()).isTrue();
    Looks.inBothThemes(scene, "class-broken-row");
  }

  @Test
  void itLooksRightOnALaptopAndOnAProjector(FxRobot robot) throws IOException {
    openThirty();
    for (int[] size : new int[][] {{1280, 800}, {1920, 1080}}) {
      Scene big =
          waitForAsyncFx(
              60_000,
              () -> {
                ClassOverviewView view = new ClassOverviewView(model, () -> {});
                Scene made = new Scene(view, size[0], size[1]);
                Theme.prepare(made);
                return made;
              });
      waitForAsyncFx(
          60_000,
          () -> {
            big.snapshot(null);
            ((Slider) big.lookup("#timeline")).setValue(60);
            return true;
          });
      Looks.inBothThemes(big, "class-" + size[0] + "x" + size[1]);
    }
  }

  @Test
  void allFilesCanBeClosed(FxRobot robot) throws IOException {
    openThirty();
    robot.clickOn("Close all");
    assertThat(students(robot).getItems()).isEmpty();
    assertThat(text(robot, "#class-headline")).isEqualTo("Class overview");
  }
}
