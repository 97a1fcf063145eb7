package replicationlab.ui.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.machine.Diagnosis;
import replicationlab.machine.Grade;
import replicationlab.machine.MachineCheck;
import replicationlab.machine.Probe;
import replicationlab.ui.Looks;
import replicationlab.ui.kit.Theme;

/** The check of a machine that has some of everything. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class MachineViewTest {

  private static final List<Diagnosis> FOUND =
      List.of(
          new Diagnosis("Java", Grade.OK, "Java 25.0.1", ""),
          new Diagnosis("Disk space", Grade.OK, "52001 MB free at /home/ada", ""),
          new Diagnosis(
              "Speed of fsync",
              Grade.WARNING,
              "median 61.0 ms, worst 240.5 ms, of 40 writes",
              "Take the workspace's folder out of the virus scanner's watch, or choose one on a"
                  + " faster disk: every commit waits for this."),
          new Diagnosis(
              "Ports",
              Grade.PROBLEM,
              "5432 is held by postgres (process 4711)",
              "Use others, such as --ports 5434,5435, or end what holds them."),
          new Diagnosis(
              "Memory",
              Grade.UNKNOWN,
              "this system does not tell how much memory is free",
              "Go on; if the lab fails, this may be the cause."));

  private final AtomicInteger looked = new AtomicInteger();
  private Scene scene;

  private static Probe probe(Diagnosis diagnosis) {
    return new Probe() {
      @Override
      public String name() {
        return diagnosis.name();
      }

      @Override
      public Diagnosis look() {
        return diagnosis;
      }
    };
  }

  @Start
  void start(Stage stage) {
    MachineView view =
        new MachineView(
            () -> {
              List<Diagnosis> now = looked.incrementAndGet() == 1 ? FOUND : FOUND.subList(0, 2);
              return new MachineCheck(now.stream().map(MachineViewTest::probe).toList());
            },
            Runnable::run);
    scene = new Scene(view, 640, 520);
    Theme.LIGHT.install();
    Theme.prepare(scene);
    stage.setScene(scene);
    stage.show();
  }

  private static String summary(FxRobot robot) {
    waitForFxEvents();
    return robot.lookup(".machine-summary").queryAs(Label.class).getText();
  }

  @Test
  void everyRowHasItsGradeItsMeasureAndItsRemedy(FxRobot robot) {
    assertThat(summary(robot)).isEqualTo("One problem stands in the lab's way.");
    assertThat(robot.lookup(".machine-row").queryAll()).hasSize(5);
    assertThat(robot.lookup(".grade").queryAllAs(Label.class))
        .extracting(Label::getText)
        .containsExactlyInAnyOrder("ok", "ok", "warning", "problem", "could not check");
    assertThat(robot.lookup("5432 is held by postgres (process 4711)").tryQuery()).isPresent();
    assertThat(robot.lookup(".remedy").queryAll()).hasSize(3);
    Looks.inBothThemes(scene, "machine");
  }

  @Test
  void looksAgainOnDemand(FxRobot robot) {
    robot.clickOn("Check again");
    assertThat(summary(robot)).isEqualTo("The lab can be done here.");
    assertThat(robot.lookup(".machine-row").queryAll()).hasSize(2);
    assertThat(looked.get()).isEqualTo(2);
    Looks.inBothThemes(scene, "machine-well");
  }

  @Test
  void theReportCanBeCopied(FxRobot robot) {
    robot.clickOn("Copy report");
    waitForFxEvents();
    String copied = waitForAsyncFx(5_000, () -> Clipboard.getSystemClipboard().getString());
    assertThat(copied)
        .contains("problem: Ports: 5432 is held by postgres (process 4711)\n  remedy: Use others")
        .contains("ok: Java: Java 25.0.1\n");
  }
}
