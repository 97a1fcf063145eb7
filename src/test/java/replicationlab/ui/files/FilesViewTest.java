package replicationlab.ui.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import replicationlab.postgres.config.LiveConfig;
import replicationlab.postgres.config.PendingChange;
import replicationlab.progress.Drafts;
import replicationlab.ui.Looks;
import replicationlab.ui.Pictures;

/** The editor as a student sees it. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class FilesViewTest extends FilesOnStage {

  @Start
  void start(Stage stage) {
    show(stage);
  }

  @Test
  void saysWhatToDoWhileThereIsNoFile() {
    Looks.inBothThemes(scene, "files-empty");
  }

  @Test
  void showsAFileWithItsMarksAndSavesIt(FxRobot robot) throws IOException {
    openSample();
    onFx(() -> {
      model.open(folder.resolve("data/postgresql.conf"), 14);
      return true;
    });
    Looks.inBothThemes(scene, "files");
    put(robot, 6, "port = 5433");
    put(robot, 15, "fsync = ‘on’");
    put(robot, 16, "max_wal_sender = 1");
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() ->
            onFx(() ->
                Objects.requireNonNull(model.currentProperty().get())
                        .problemsProperty()
                        .get()
                        .size()
                    == 2));
    Looks.inBothThemes(scene, "files-problems");
    robot.clickOn("#mend");
    assertThat(onFx(() -> area(robot).getText(15))).isEqualTo("max_wal_senders = 1");
    robot
        .clickOn("#settings-text")
        .press(KeyCode.CONTROL, KeyCode.S)
        .release(KeyCode.S, KeyCode.CONTROL);
    assertThat(Files.readString(folder.resolve("data/postgresql.conf")))
        .contains("port = 5433")
        .contains("max_wal_senders = 1");
    close();
  }

  @Test
  void completesNamesAndValues(FxRobot robot) throws IOException {
    openSample();
    put(robot, 4, "");
    onFx(() -> {
      area(robot).moveTo(3, 0);
      return true;
    });
    robot.write("wal_");
    listShows();
    robot.type(KeyCode.DOWN, KeyCode.ENTER);
    assertThat(onFx(() -> area(robot).getText(3))).isEqualTo("wal_level = ");
    robot.press(KeyCode.CONTROL, KeyCode.SPACE).release(KeyCode.SPACE, KeyCode.CONTROL);
    listShows();
    completionPicture();
    robot.type(KeyCode.DOWN, KeyCode.TAB);
    assertThat(onFx(() -> area(robot).getText(3))).isEqualTo("wal_level = replica");
    robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
    assertThat(onFx(() -> area(robot).getText(3))).isEqualTo("wal_level = ");
    close();
  }

  /** The list is a window of its own. */
  private static Optional<Window> list() {
    return onFx(() ->
        Window.getWindows().stream()
            .filter(PopupWindow.class::isInstance)
            .filter(Window::isShowing)
            .findFirst());
  }

  private static void listShows() {
    await().atMost(Duration.ofSeconds(20)).until(() -> list().isPresent());
  }

  private static void completionPicture() {
    Pictures.take(list().orElseThrow().getScene(), "files-completion");
  }

  @Test
  void tabIsTextAndEscapeLeavesIt(FxRobot robot) throws IOException {
    openSample();
    put(robot, 4, "");
    robot.type(KeyCode.TAB);
    assertThat(onFx(() -> area(robot).getText(3))).isEqualTo("\t");
    assertThat(onFx(() -> area(robot).isFocused())).isTrue();
    assertThat(robot.lookup(".leaving").queryLabeled().getText()).contains("Esc leaves the text");
    robot.type(KeyCode.ESCAPE);
    assertThat(onFx(() -> area(robot).isFocused())).isFalse();
    assertThat(onFx(() -> scene.getFocusOwner())).isNotNull();
    close();
  }

  @Test
  void findsWords(FxRobot robot) throws IOException {
    openSample();
    robot
        .clickOn("#settings-text")
        .press(KeyCode.CONTROL, KeyCode.F)
        .release(KeyCode.F, KeyCode.CONTROL);
    robot.write("walsender");
    assertThat(onFx(() -> area(robot).getSelectedText())).isEqualTo("walsender");
    Looks.inBothThemes(scene, "files-find");
    robot.type(KeyCode.ESCAPE);
    close();
  }

  @Test
  void goesBackToWhereTheSearchBeganWhileItsWordsAreTyped(FxRobot robot) throws IOException {
    openSample();
    onFx(() -> {
      area(robot).requestFocus();
      area(robot).moveTo(0);
      return true;
    });
    robot.press(KeyCode.CONTROL, KeyCode.F).release(KeyCode.F, KeyCode.CONTROL);
    robot.write("wal_");
    int found = onFx(() -> area(robot).getSelection().getStart());
    assertThat(found).isPositive();
    robot.write("k");
    assertThat(onFx(() -> area(robot).getSelection().getStart())).isGreaterThan(found);
    robot.type(KeyCode.BACK_SPACE);
    assertThat(onFx(() -> area(robot).getSelection().getStart())).isEqualTo(found);
    robot.type(KeyCode.BACK_SPACE, 4);
    assertThat(onFx(() -> area(robot).getCaretPosition())).isZero();
    close();
  }

  @Test
  void showsWhatDiffersFromTheSample(FxRobot robot) throws IOException {
    openSample();
    robot.clickOn("#changes");
    Looks.inBothThemes(scene, "files-changes");
    robot.clickOn("#changes");
    assertThat(robot.lookup("#settings-text").tryQuery()).isPresent();
    close();
  }

  @Test
  void offersWhatWasTypedBeforeTheProgramWasKilled(FxRobot robot) throws IOException {
    Drafts.in(folder)
        .keep(
            new Drafts.Draft(
                "data/postgresql.conf", SampleFiles.EDITED, "port = 5433\n" + SampleFiles.EDITED));
    openSample();
    assertThat(onFx(() -> area(robot).getText(0))).isEqualTo("port = 5433");
    assertThat(robot.lookup("#recovered").query().isVisible()).isTrue();
    Looks.inBothThemes(scene, "files-recovered");
    robot.clickOn("#discard-recovered");
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> onFx(() -> area(robot).getText().equals(SampleFiles.EDITED)));
    assertThat(robot.lookup("#recovered").query().isVisible()).isFalse();
    assertThat(Drafts.in(folder).files()).isEmpty();
    close();
  }

  @Test
  void saysWhatTheServerHasNotTakenYet(FxRobot robot) throws IOException {
    openSample();
    onFx(() -> {
      model.open(folder.resolve("data/pg_hba.conf"), 0);
      return true;
    });
    WaitForAsyncUtils.waitForFxEvents();
    await().atMost(Duration.ofSeconds(10)).until(this::serversHaveAnswered);
    onFx(() -> {
      model
          .liveProperty()
          .set(
              Optional.of(
                  new LiveConfig(
                      SampleFiles.parameters(),
                      List.of(
                          new PendingChange(
                              "max_connections", "", 7, "100", "120", PendingChange.Needs.RESTART),
                          new PendingChange(
                              "wal_keep_size", "", 17, "0", "800MB", PendingChange.Needs.RELOAD),
                          new PendingChange(
                              "pg_hba.conf", "", 0, "", "", PendingChange.Needs.RELOAD)),
                      List.of(
                          new LiveConfig.FileError(
                              "/w/data/pg_hba.conf", 9, "invalid connection type \"hosts\"")))));
      return true;
    });
    assertThat(robot.lookup("#reload").tryQuery()).isPresent();
    assertThat(robot.lookup("#restart").tryQuery()).isPresent();
    Looks.inBothThemes(scene, "files-waiting");
    close();
  }

  /** With big text in a small window the lines of the file are few. */
  @Test
  void lowPaneSaysOnlyWhatThereIsToDo() throws IOException {
    openSample();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> onFx(() -> model.currentProperty().get() != null));
    await().atMost(Duration.ofSeconds(10)).until(() -> onFx(this::saysTaken));
    onFx(() -> {
      scene.getWindow().setHeight(240);
      return true;
    });
    await().atMost(Duration.ofSeconds(10)).until(() -> !onFx(this::saysTaken));
    onFx(() -> {
      PendingChange change =
          new PendingChange("work_mem", "", 7, "4MB", "8MB", PendingChange.Needs.RELOAD);
      model
          .liveProperty()
          .set(Optional.of(new LiveConfig(SampleFiles.parameters(), List.of(change), List.of())));
      return true;
    });
    await().atMost(Duration.ofSeconds(10)).until(() -> onFx(this::saysTaken));
    onFx(() -> {
      scene.getWindow().setHeight(480);
      return true;
    });
    close();
  }

  private boolean saysTaken() {
    return scene.lookup("#taken-strip").isVisible();
  }
}
