package replicationlab.ui.status;

import java.nio.file.Path;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import org.controlsfx.control.StatusBar;
import replicationlab.postgres.replication.ReplicationSnapshot;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.Theme;

/** The bar at the window's foot. A student never has to ask what the clusters are doing. */
public final class StatusBarView extends StatusBar {

  private final ClusterPill primary;
  private final ClusterPill standby;
  private final Button workspace = new Button("", Icons.FOLDER.node());

  /** Before anything is known, with the ports that the lab will use. */
  public StatusBarView(int primaryPort, int standbyPort, Runnable openWorkspace) {
    primary = new ClusterPill("primary", primaryPort);
    standby = new ClusterPill("standby", standbyPort);
    workspace.getStyleClass().addAll("flat", "small", "workspace");
    workspace.setOnAction(event -> openWorkspace.run());
    getStyleClass().add("lab-status-bar");
    getStylesheets().add(Theme.sheet(StatusBarView.class, "status.css"));
    setText("");
    getLeftItems().addAll(primary, new Separator(Orientation.VERTICAL), standby);
    getRightItems().add(workspace);
  }

  /** Shows what both servers do now; call on JavaFX's thread. */
  public void show(ReplicationSnapshot snapshot) {
    primary.show(snapshot.primary(), ClusterWords.ofPrimary(snapshot.primary()), "");
    standby.show(
        snapshot.standby(),
        ClusterWords.ofStandby(snapshot.standby()),
        ClusterWords.behind(snapshot.bytesBehind()));
  }

  /** Shows the folder in which the lab works. */
  public void showWorkspace(Path folder) {
    Path name = folder.getFileName();
    workspace.setText(name == null ? folder.toString() : name.toString());
    workspace.setTooltip(new Tooltip("Open the workspace " + folder));
  }

  /** Says what takes long, with a bar that runs until {@link #done}; call on JavaFX's thread. */
  public void busy(String words) {
    setText(words);
    setProgress(-1);
  }

  /** Ends what {@link #busy} began. */
  public void done() {
    setText("");
    setProgress(0);
  }
}
