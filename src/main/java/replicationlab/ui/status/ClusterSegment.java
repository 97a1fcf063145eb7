package replicationlab.ui.status;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import replicationlab.lab.Role;
import replicationlab.postgres.replication.ServerStatus;
import replicationlab.ui.kit.LateTooltip;
import replicationlab.ui.status.ClusterWords.Health;

/** One cluster in the status bar. Every field keeps room for its longest usual words. */
final class ClusterSegment extends HBox {

  private static final PseudoClass BRIEF = PseudoClass.getPseudoClass("brief");

  private final Role role;
  private final Label dot = new Label();
  private final Label port = field("port");
  private final Label version = field("version");
  private final Label state = field("state");
  private final Label lsn = field("lsn");
  private final BooleanProperty brief = new SimpleBooleanProperty(this, "brief");
  private final BooleanProperty bare = new SimpleBooleanProperty(this, "bare");

  ClusterSegment(Role role, int portNumber) {
    this.role = role;
    Label name = new Label(role.word());
    name.getStyleClass().add("role");
    name.setMinWidth(USE_PREF_SIZE);
    dot.getStyleClass().add("dot");
    lsn.getStyleClass().add("monospace");
    port.setText(Integer.toString(portNumber));
    setAlignment(Pos.CENTER_LEFT);
    setId(role.word());
    getStyleClass().add("cluster");
    getChildren().addAll(dot, name, port, reading());
    brief.subscribe(is -> pseudoClassStateChanged(BRIEF, is));
    port.visibleProperty().bind(bare.not());
    port.managedProperty().bind(port.visibleProperty());
    look(new ClusterWords(Health.OFF, "not known yet"));
  }

  /** Whether there is no room for version and location; the tooltip has them. */
  BooleanProperty briefProperty() {
    return brief;
  }

  /** Whether there is no room for the port either. */
  BooleanProperty bareProperty() {
    return bare;
  }

  void show(ServerStatus status) {
    port.setText(Integer.toString(status.port()));
    version.setText(status.version());
    lsn.setText(status.lsn());
    look(ClusterWords.of(role, status));
  }

  private void look(ClusterWords words) {
    state.setText(words.state());
    // A picture for each, so that who sees no red sees the difference.
    dot.setText(
        switch (words.health()) {
          case GOOD -> "●";
          case TROUBLE -> "▲";
          case OFF -> "○";
        });
    for (Health health : Health.values()) {
      getStyleClass().remove(style(health));
    }
    getStyleClass().add(style(words.health()));
    LateTooltip.name(
        this,
        "%s on port %s: %s%s"
            .formatted(
                role.word(),
                port.getText(),
                words.state(),
                lsn.getText().isEmpty()
                    ? ""
                    : (role == Role.PRIMARY ? ", WAL written up to " : ", WAL replayed up to ")
                        + lsn.getText()));
  }

  private static String style(Health health) {
    return health.name().toLowerCase(Locale.ROOT);
  }

  /** A server that is down has no version and no location: its state takes their room. */
  private HBox reading() {
    for (Label giving : List.of(version, lsn)) {
      giving.managedProperty().bind(giving.textProperty().isNotEmpty().and(brief.not()));
      giving.visibleProperty().bind(giving.managedProperty());
    }
    state.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(state, Priority.ALWAYS);
    HBox reading = new HBox(version, state, lsn);
    reading.setAlignment(Pos.CENTER_LEFT);
    reading.getStyleClass().add("reading");
    return reading;
  }

  private static Label field(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    return label;
  }
}
