package replicationlab.ui.files;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import replicationlab.postgres.config.LiveConfig;
import replicationlab.postgres.config.PendingChange;
import replicationlab.postgres.config.PendingChange.Needs;
import replicationlab.ui.kit.Buttons;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.LateTooltip;

/** Whether the server has taken what the files say, and the buttons that make it. */
final class TakenStrip extends VBox {

  private static final int SHOWN = 4;

  private final Button reload;
  private final Button restart;
  private final ProgressBar progress = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
  private final FilesViewModel model;
  private boolean brief;

  TakenStrip(FilesViewModel model) {
    this.model = model;
    reload =
        Buttons.labelled(
            Icons.RELOAD,
            "Reload",
            "pg_ctl reload: the server reads its files again",
            model::reload);
    reload.setId("reload");
    restart =
        Buttons.labelled(
            Icons.AGAIN,
            "Restart",
            "pg_ctl restart: stops the server and starts it",
            model::restart);
    restart.setId("restart");
    progress.setMaxWidth(120);
    for (Button button : List.of(reload, restart)) {
      button.getStyleClass().add("small");
      button.setMinWidth(USE_PREF_SIZE);
    }
    getStyleClass().add("taken-strip");
    setId("taken-strip");
    managedProperty().bind(visibleProperty());
    model.liveProperty().addListener((property, was, is) -> show());
    model.busyProperty().addListener((property, was, is) -> show());
    model.currentProperty().addListener((property, was, is) -> show());
    show();
  }

  /**
   * Whether each sentence has one line, and is whole in its tooltip, and one that there is nothing
   * to do about is left out: the text has the rest.
   */
  void setBrief(boolean isBrief) {
    if (brief != isBrief) {
      brief = isBrief;
      show();
    }
  }

  private void show() {
    getChildren().clear();
    OpenFile file = model.currentProperty().get();
    if (file == null) {
      return;
    }
    Optional<LiveConfig> live = model.liveProperty().get();
    setVisible(!brief || model.busyProperty().get() || live.filter(TakenStrip::waits).isPresent());
    String server = "The " + file.choice().cluster().name();
    if (model.busyProperty().get()) {
      getChildren().add(line(Icons.WAITING, "", server + " is at it…", progress));
    } else if (live.isEmpty()) {
      getChildren()
          .add(
              line(
                  Icons.SERVER,
                  "",
                  server + " is not running; it reads these files when it starts."));
    } else {
      show(server, live.get());
    }
  }

  private static boolean waits(LiveConfig live) {
    return live.needsRestart() || live.needsReload() || !live.errors().isEmpty();
  }

  private void show(String server, LiveConfig live) {
    for (LiveConfig.FileError error : live.errors().stream().limit(SHOWN).toList()) {
      String place = error.line() == 0 ? "" : " (" + name(error.file()) + ":" + error.line() + ")";
      getChildren().add(line(Icons.FAILED, "error", server + " refuses: " + error.words() + place));
    }
    if (live.needsRestart()) {
      getChildren().add(waits(live, Needs.RESTART, "Waits for a restart: ", restart));
    }
    if (live.needsReload()) {
      getChildren().add(waits(live, Needs.RELOAD, "Waits for a reload: ", reload));
    }
    if (getChildren().isEmpty()) {
      getChildren()
          .add(line(Icons.PASSED, "passed", server + " has taken all that its files say."));
    }
  }

  private Node waits(LiveConfig live, Needs needs, String words, Button button) {
    List<PendingChange> waiting =
        live.pending().stream().filter(change -> change.needs() == needs).toList();
    String some =
        String.join("; ", waiting.stream().limit(SHOWN).map(PendingChange::words).toList());
    String more = waiting.size() > SHOWN ? "; and " + (waiting.size() - SHOWN) + " more" : "";
    return line(Icons.WARNING, "warning", words + some + more, button);
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private HBox line(Icons icon, String style, String words, Node... more) {
    Label label = new Label(words, icon.node(style.isEmpty() ? "muted" : style));
    label.setWrapText(!brief);
    if (brief) {
      LateTooltip.set(label, words);
      label.setMinWidth(0);
    }
    label.setMinHeight(USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    HBox line = new HBox(label);
    line.getChildren().addAll(more);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("line");
    return line;
  }
}
