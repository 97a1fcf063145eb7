package replicationlab.ui.present;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import replicationlab.ui.kit.Buttons;
import replicationlab.ui.kit.Icons;

/** What can be run of the slide, each with a button; away when there is nothing. */
final class CommandList extends VBox {

  /** More would take the slide's room; the slide's own buttons run the rest. */
  private static final int MOST = 6;

  CommandList() {
    getStyleClass().add("command-list");
    managedProperty().bind(visibleProperty());
  }

  void show(List<SpeakerTools.Command> commands) {
    setVisible(!commands.isEmpty());
    getChildren().setAll(commands.stream().limit(MOST).map(CommandList::row).toList());
  }

  private static HBox row(SpeakerTools.Command command) {
    Button run =
        Buttons.labelled(
            Icons.RUN, "Run", "Run this in the lab; the audience sees the output", command.run());
    run.setAccessibleText("Run in the lab: " + command.words());
    run.getStyleClass().add("small");
    run.setMinWidth(USE_PREF_SIZE);
    Label words = new Label(command.words());
    words.setTextOverrun(OverrunStyle.ELLIPSIS);
    words.getStyleClass().add("monospace");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(run, words);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
