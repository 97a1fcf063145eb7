package replicationlab.ui.settings;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import org.jspecify.annotations.Nullable;
import replicationlab.postgres.install.Installation;
import replicationlab.postgres.install.Installation.Origin;
import replicationlab.ui.kit.FxThread;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.LateTooltip;

/** Takes the chosen PostgreSQL away; in sight only if it is one that was added. */
final class RemoveServer extends Button {

  private final ComboBox<Installation> postgres;
  private final MoreServers servers;
  private final Consumer<String> problem;

  /**
   * @param problem gets a sentence if it stays; called on JavaFX's thread
   */
  RemoveServer(ComboBox<Installation> postgres, MoreServers servers, Consumer<String> problem) {
    this.postgres = postgres;
    this.servers = servers;
    this.problem = problem;
    setGraphic(Icons.CLEAR.node());
    setMinWidth(USE_PREF_SIZE);
    LateTooltip.set(this, "Delete its programs here; workspaces stay, and it can be fetched again");
    managedProperty().bind(visibleProperty());
    postgres.valueProperty().subscribe(this::offer);
    setOnAction(event -> remove());
  }

  private void offer(@Nullable Installation chosen) {
    if (chosen != null && chosen.origin() == Origin.ADDED) {
      setText("Remove " + chosen.version());
      setVisible(true);
    } else {
      setText("");
      setVisible(false);
    }
  }

  private void remove() {
    Installation chosen = postgres.getValue();
    setDisable(true);
    var _ =
        servers
            .remove(chosen)
            .whenCompleteAsync((done, failure) -> ended(chosen, failure), FxThread::run);
  }

  private void ended(Installation removed, @Nullable Throwable failure) {
    setDisable(false);
    if (failure == null) {
      postgres.getItems().remove(removed);
      postgres.getSelectionModel().selectFirst();
    } else {
      Throwable cause = failure.getCause() == null ? failure : failure.getCause();
      problem.accept(String.valueOf(cause.getMessage()));
    }
  }
}
