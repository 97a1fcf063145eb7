package replicationlab.ui.status;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import replicationlab.postgres.replication.ServerStatus;

/**
 * One cluster in the status bar: a dot, its part and port, its version, what it does, where it is
 * in the WAL.
 */
final class ClusterPill extends HBox {

  private final String role;
  private final Region dot = new Region();
  private final Label name = new Label();
  private final Label version = sized("version");
  private final Label state = sized("state");
  private final Label lsn = sized("lsn");
  private final Label lag = sized("lag");
  private final Tooltip tooltip = new Tooltip();

  ClusterPill(String role, int port) {
    this.role = role;
    dot.getStyleClass().setAll("dot", "muted");
    name.setText(role + " " + port);
    name.getStyleClass().add("name");
    lsn.getStyleClass().add("monospace");
    getStyleClass().add("cluster-pill");
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(dot, name, version, state, lsn);
    if (role.equals("standby")) {
      getChildren().add(lag);
    }
    Tooltip.install(this, tooltip);
  }

  /** A label whose width the style sheet fixes, so that nothing moves when its words change. */
  private static Label sized(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    return label;
  }

  void show(ServerStatus status, ClusterWords words, String behind) {
    dot.getStyleClass().setAll("dot", words.tone());
    name.setText(role + " " + status.port());
    version.setText(status.version());
    state.setText(words.state());
    lsn.setText(status.lsn());
    lag.setText(behind);
    String told =
        String.join(
            "  ",
            role,
            "port " + status.port(),
            status.version(),
            words.state(),
            status.lsn(),
            behind);
    tooltip.setText(told);
    setAccessibleText(told);
  }
}
