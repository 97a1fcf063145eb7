package replicationlab.ui.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import replicationlab.postgres.cluster.ClusterState;
import replicationlab.postgres.replication.ReplicationSnapshot;
import replicationlab.postgres.replication.ServerStatus;
import replicationlab.ui.Looks;
import replicationlab.ui.kit.Theme;

/** The two clusters at a glance. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class StatusBarViewTest {

  private StatusBarView bar;
  private Scene scene;
  private boolean opened;

  @Start
  void start(Stage stage) {
    bar = new StatusBarView(5432, 5433, () -> opened = true);
    scene = new Scene(bar, 980, 34);
    Theme.LIGHT.install();
    Theme.prepare(scene);
    stage.setScene(scene);
    stage.show();
  }

  private void show(ServerStatus primary, ServerStatus standby, @Nullable Long behind) {
    bar.accept(new ReplicationSnapshot(Instant.EPOCH, primary, standby, behind));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static ServerStatus running(int port, boolean recovery, String activity) {
    return new ServerStatus(
        ClusterState.RUNNING, port, "18.6", recovery, "0/3015690", activity, "");
  }

  private static ServerStatus off(ClusterState state, int port) {
    return new ServerStatus(state, port, "", null, "", "", "");
  }

  private static String text(FxRobot robot, String selector) {
    return robot.lookup(selector).<Label>query().getText();
  }

  @Test
  void aHealthyPairStreams(FxRobot robot) {
    Platform.runLater(() -> bar.workspace(Path.of("/home/ada/replication-lab")));
    show(running(5432, false, ""), running(5433, true, "streaming"), 0L);
    assertThat(text(robot, "#standby .state")).isEqualTo("streaming");
    assertThat(text(robot, "#lag")).isEqualTo("0 bytes behind");
    Looks.inBothThemes(scene, "status-healthy");
    robot.clickOn(".hyperlink");
    assertThat(opened).isTrue();
  }

  @Test
  void twoPrimariesAreTroubleAndNotAPair(FxRobot robot) {
    show(running(5432, false, ""), running(5433, false, ""), null);
    assertThat(text(robot, "#standby .state")).isEqualTo("not a standby");
    assertThat(text(robot, "#standby .dot")).isEqualTo("▲");
    Looks.inBothThemes(scene, "status-two-primaries");
  }

  @Test
  void serverWithoutAConnectionLeftRuns(FxRobot robot) {
    show(
        new ServerStatus(ClusterState.KEEPS_OUT, 5432, "", null, "", "all connections taken", ""),
        off(ClusterState.STOPPING, 5433),
        null);
    assertThat(text(robot, "#primary .state")).isEqualTo("running, all connections taken");
    assertThat(text(robot, "#primary .dot")).isEqualTo("▲");
    assertThat(text(robot, "#standby .state")).isEqualTo("stopping");
  }

  @Test
  void nothingMovesWhenTheServersChange(FxRobot robot) {
    show(off(ClusterState.ABSENT, 5432), off(ClusterState.ABSENT, 5433), null);
    double before = robot.lookup("#lag").<Node>query().getLayoutX();
    Looks.inBothThemes(scene, "status-absent");
    show(running(5432, false, ""), running(5433, true, "not streaming"), 123_456_789L);
    assertThat(text(robot, "#lag")).isEqualTo("117 MB behind");
    show(running(5432, false, ""), running(5433, true, "replay paused"), 9_999L);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(robot.lookup("#lag").<Node>query().getLayoutX()).isEqualTo(before);
    Looks.inBothThemes(scene, "status-paused");
  }
}
