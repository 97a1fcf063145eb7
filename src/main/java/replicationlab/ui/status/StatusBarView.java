package replicationlab.ui.status;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Region;
import org.controlsfx.control.StatusBar;
import replicationlab.lab.Role;
import replicationlab.postgres.replication.ReplicationSnapshot;
import replicationlab.ui.kit.FxThread;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.LateTooltip;
import replicationlab.ui.kit.Theme;

/** The two clusters, how far the standby is behind, the workspace, and a word in passing. */
public final class StatusBarView extends StatusBar {

  /** In sizes of the font: both clusters with all that is told of them. */
  private static final double ROOM_FOR_ALL = 67;

  /** And this with the states and the ports. */
  private static final double ROOM_FOR_PORTS = 45;

  private final ClusterSegment primary;
  private final ClusterSegment standby;
  private final Label lag = new Label();
  private final Hyperlink workspace = new Hyperlink();
  private final Consumer<ReplicationSnapshot> snapshots = FxThread.latest(this::show);

  /**
   * A status bar that knows nothing yet.
   *
   * @param openWorkspace shows the workspace's folder in the system's file manager
   */
  public StatusBarView(int primaryPort, int standbyPort, Runnable openWorkspace) {
    primary = new ClusterSegment(Role.PRIMARY, primaryPort);
    standby = new ClusterSegment(Role.STANDBY, standbyPort);
    lag.getStyleClass().add("lag");
    lag.setId("lag");
    workspace.setGraphic(Icons.FOLDER.node());
    workspace.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    workspace.setMinWidth(0);
    LateTooltip.set(workspace, "Open the workspace folder");
    workspace.setOnAction(event -> {
      workspace.setVisited(false);
      openWorkspace.run();
    });
    workspace.setVisible(false);
    primary.setMinWidth(Region.USE_PREF_SIZE);
    standby.setMinWidth(Region.USE_PREF_SIZE);
    // Else it would be as wide as its words want, and not know that they have no room.
    setMinWidth(0);
    setText("");
    setAccessibleText("State of the servers");
    getStyleClass().add("status-line");
    getStylesheets().add(Theme.sheet(StatusBarView.class, "status.css"));
    getLeftItems().addAll(primary, standby, lag);
    getRightItems().add(workspace);
    widthProperty().subscribe(_ -> fit());
    lag.fontProperty().subscribe(_ -> fit());
  }

  /** With big text in a small window the states have the room, and give up the details. */
  private void fit() {
    boolean tight = getWidth() < ROOM_FOR_ALL * lag.getFont().getSize();
    workspace.setManaged(!tight);
    workspace.setVisible(!tight && !workspace.getText().isEmpty());
    primary.briefProperty().set(tight);
    standby.briefProperty().set(tight);
    boolean bare = getWidth() < ROOM_FOR_PORTS * lag.getFont().getSize();
    primary.bareProperty().set(bare);
    standby.bareProperty().set(bare);
  }

  /** Takes what both servers are doing; from any thread, as often as they change. */
  public void accept(ReplicationSnapshot snapshot) {
    snapshots.accept(snapshot);
  }

  /** Says what takes long, with a bar that moves until {@link #done}. On JavaFX's thread. */
  public void busy(String words) {
    setText(words);
    LateTooltip.set(this, words);
    setProgress(-1);
  }

  /** Ends what {@link #busy} began. On JavaFX's thread. */
  public void done() {
    setText("");
    LateTooltip.set(this, "");
    setProgress(0);
  }

  /** Names the workspace's folder. On JavaFX's thread. */
  public void workspace(Path folder) {
    workspace.setText(folder.toString());
    LateTooltip.set(workspace, "Open the workspace folder, " + folder);
    fit();
  }

  private void show(ReplicationSnapshot snapshot) {
    primary.show(snapshot.primary());
    standby.show(snapshot.standby());
    Long behind = snapshot.bytesBehind();
    lag.setText(behind == null ? "" : ClusterWords.lag(behind));
    setAccessibleText(
        Stream.of(primary.getAccessibleText(), standby.getAccessibleText(), lag.getText())
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining(". ")));
  }
}
